import type { Resource } from "../../network/model/resource";

/** A change that is no fault, and why: said before any rule is asked. */
interface Equivalent {
  of(resource: Resource, path: string, what: string): boolean;
  why: string;
}

export const EQUIVALENTS: readonly Equivalent[] = [
  {
    of: ({ type, props }) => type.endsWith(":Route") && props.destinationCidrBlock === "0.0.0.0/0",
    why: "it leads to the internet, not to another member",
  },
  {
    of: ({ type, props }) => type.endsWith(":Router") && props.bgp === undefined,
    why: "a router without BGP is the way to the internet",
  },
];

export function isEquivalent(resource: Resource, path: string, what: string): boolean {
  return EQUIVALENTS.some(({ of }) => of(resource, path, what));
}
