import type { Fault } from "../errors";
import { addressIn, type Cidr, formatAddress } from "./cidr";
import { type Held, renew, type Served } from "./entries";

/** A key that wants a fixed address in a subnet. */
export interface AddressRequest {
  key: string;
  within: Cidr;
  /** Addresses that the cloud keeps at the beginning and at the end of the subnet. */
  reservedHead: number;
  reservedTail: number;
}

/**
 * Fixed addresses from the end of their subnet, where those that a cloud hands out itself come last. One that
 * stands is kept as long as its subnet still holds it.
 */
export function allocateAddresses(held: Held<string>, requests: readonly AddressRequest[]): Served<string> {
  const byKey = new Map(requests.map((request) => [request.key, request]));
  const terms = [...byKey].map(([key, { within }]) => {
    const inside = (text: string) => addressIn(text, within);
    return [key, { stays: inside, returns: inside }] as const;
  });
  const renewed = renew(held, new Map(terms));
  const taken = new Set([...renewed.live.values(), ...renewed.removed.values()]);
  const faults: Fault[] = [];
  for (const key of renewed.missing) {
    const request = byKey.get(key);
    const address = request && lastFree(request, taken);
    if (address) {
      taken.add(address);
      renewed.live.set(key, address);
    } else if (request) faults.push({ path: key, message: `no address is left in ${request.within.text}` });
  }
  return { ...renewed, faults };
}

function lastFree(
  { within, reservedHead, reservedTail }: AddressRequest,
  taken: ReadonlySet<string>,
): string | undefined {
  for (
    let value = within.last - BigInt(reservedTail);
    value >= within.first + BigInt(reservedHead);
    value--
  ) {
    const text = formatAddress(within.version, value);
    if (!taken.has(text)) return text;
  }
  return undefined;
}
