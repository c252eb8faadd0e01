import type { Inventory } from "../../network/model/inventory";
import type { Resource } from "../../network/model/resource";

/** A property as it stands in a stack without faults. */
export interface Seen {
  resource: Resource;
  path: string;
  value: unknown;
  network: Inventory;
}

/** A wrong value, what it is in words, and who must notice. */
export interface WrongValue {
  what: string;
  /** `undefined`: nothing is set. */
  value: unknown;
  expect: readonly string[];
}

/** A kind of property, whatever cloud it is of, and the wrong kinds of value that it can have. */
export interface PropertyFault {
  /** Type token and path with `*` for places in lists, as one text: `aws:ec2/vpc:Vpc cidrBlock`. */
  of: RegExp;
  /** Also where nothing is set. Default false. */
  unset?: boolean;
  /** Wrong values for one property that is there; none where this one can have none. */
  wrong(seen: Seen): WrongValue[];
}

/** The same wrong values whatever stands there. */
export function values(expect: readonly string[], ...wrong: [what: string, value: unknown][]): WrongValue[] {
  // What nobody must notice is no fault.
  return expect.length === 0 ? [] : wrong.map(([what, value]) => ({ what, value, expect }));
}
