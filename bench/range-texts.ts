import { formatAddress } from "../network/address/cidr";

/** Ranges of /16 to /28 all over IPv4: of 100,000 about 20,000 pairs overlap. */
export function rangeTexts(count: number, seed: number): string[] {
  const random = generator(seed);
  return Array.from({ length: count }, () => {
    const prefix = 16 + (random() % 13);
    const size = 2 ** (32 - prefix);
    return `${formatAddress(4, BigInt(Math.floor(random() / size) * size))}/${prefix}`;
  });
}

/** Marsaglia's xorshift, 32 bits. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
