import { cidr, hostOf } from "../address/cidr";

/** The two hosts of a tunnel's /30. */
export function insideAddresses(range: string): { first: string; second: string } {
  const parsed = cidr(range);
  return { first: hostOf(parsed, 1), second: hostOf(parsed, 2) };
}
