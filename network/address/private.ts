/** 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 (RFC 1918), as first address and length. */
const PRIVATE = [
  [0x0a000000, 8],
  [0xac100000, 12],
  [0xc0a80000, 16],
] as const;

/** Whether an IPv4 address, as a number, is one that no internet routes. */
export function isPrivate(address: number): boolean {
  return PRIVATE.some(([first, length]) => address >= first && address < first + 2 ** (32 - length));
}
