import { createHmac, randomBytes } from "node:crypto";
import type { KeyFact } from "../network/model/key";
import { valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, SECRET, UNKNOWN } from "../network/model/resource";
import type { Cloud } from "../network/spec/shape";

/** The property of an end that holds a tunnel's key. */
export interface KeyPlace {
  cloud: Cloud;
  tunnel: number;
  /** Its path: `vpnLinkConnections.0.sharedKey`. */
  property: string;
}

/** Results that are secret (`@pulumi/random` 4, 2026-11-23). */
const SECRET_MAKERS = /^random:index\/random(Password|Bytes):/;

/** Ends whose cloud makes a key and whose provider marks it as secret (`additionalSecretOutputs` of `@pulumi/aws` 7, 2026-11-24). */
const SECRET_ENDS = /^aws:ec2\/vpnConnection:/;

/** Results that are not: they stand in the state in clear, whatever becomes of them later. */
const CLEAR_MAKERS = /^random:index\/random(String|Id|Uuid|Uuid4|Uuid7|Pet|Integer|Shuffle):/;

/** `undefined` where the cloud makes the key itself. `find` gives the resource of a URN. */
export function keyFact(
  end: Resource,
  { cloud, tunnel, property }: KeyPlace,
  find: (urn: string) => Resource | undefined,
): KeyFact | undefined {
  const value = valueAt(end.props, property);
  const behind = end.propertyDependencies[property.split(".")[0] ?? property] ?? [];
  const told = typeof value === "string" ? value !== "" : value !== undefined;
  // What the provider fills in is unknown to a policy before apply, but depends on nothing.
  const filledIn = end.secretsShown === true && isUnknown(value) && behind.length === 0;
  if (!told || filledIn) return undefined;
  const makers = behind.flatMap((urn) => find(urn) ?? []);
  const inClear = makers.find(({ type }) => CLEAR_MAKERS.test(type));
  const [random, ...others] = makers.filter(
    ({ type }) => CLEAR_MAKERS.test(type) || SECRET_MAKERS.test(type),
  );
  const same = typeof value === "string" ? digest(value) : others.length === 0 ? random?.urn : undefined;
  return {
    urn: end.urn,
    tunnel,
    cloud,
    stands: inClear ? "clear" : standing(end, value, makers),
    ...(inClear ? { madeBy: inClear.urn } : {}),
    ...(same === undefined ? {} : { same }),
    origin: { urn: end.urn, property },
  };
}

function standing({ secretsShown }: Resource, value: unknown, makers: Resource[]): KeyFact["stands"] {
  if (value === SECRET) return "secret";
  const isSecret = ({ type }: Resource) => SECRET_MAKERS.test(type) || SECRET_ENDS.test(type);
  if (isUnknown(value) && makers.some(isSecret)) return "secret";
  if (secretsShown) return "shown";
  return isUnknown(value) ? UNKNOWN : "clear";
}

/** Of this process alone, so that a digest says nothing outside of it. */
const salt = randomBytes(32);

function digest(key: string): string {
  return createHmac("sha256", salt).update(key).digest("base64");
}
