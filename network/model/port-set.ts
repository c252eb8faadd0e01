/** Ports from `first` to `last`, both within: of TCP as they are, of UDP `UDP` higher, so that one line holds both. */
interface Ports {
  first: number;
  last: number;
}

/** Ports of TCP and UDP, in order and apart from each other. What has no ports (ICMP) is in none. */
export type PortSet = readonly Ports[];

const HIGHEST = 65_535;
const UDP = 65_536;
const EVERY: PortSet = [
  { first: 1, last: HIGHEST },
  { first: UDP + 1, last: UDP + HIGHEST },
];

/** Of `443/tcp`, `30000-32767/udp`, `tcp`, `all`; an empty list names every port, as an intent's does. Anything else names none. */
export function portSet(texts: readonly string[]): PortSet {
  return texts.length === 0 ? EVERY : joined(texts.flatMap(portsOf));
}

/** No port at all, which no list of texts says. */
export const NO_PORT: PortSet = [];

function portsOf(text: string): PortSet {
  if (text === "all") return EVERY;
  const [, first, last, protocol] = /^(?:(\d+)(?:-(\d+))?\/)?(tcp|udp)$/.exec(text) ?? [];
  if (protocol === undefined) return [];
  const base = protocol === "udp" ? UDP : 0;
  // Port 0 is none: firewalls write it where they begin to count.
  const low = Math.max(1, Number(first ?? 1));
  const high = Math.min(HIGHEST, Number(last ?? first ?? HIGHEST));
  return low > high ? [] : [{ first: base + low, last: base + high }];
}

/** What is in either. */
export function joined(ports: PortSet): PortSet {
  const all: Ports[] = [];
  for (const { first, last } of [...ports].sort((one, other) => one.first - other.first)) {
    const before = all.at(-1);
    if (before && first <= before.last + 1) before.last = Math.max(before.last, last);
    else all.push({ first, last });
  }
  return all;
}

/** What is in the first and not in the second. */
export function without(set: PortSet, less: PortSet): PortSet {
  return set.flatMap((ports) => {
    const rest: Ports[] = [];
    let first = ports.first;
    for (const gap of less) {
      if (gap.last < first || gap.first > ports.last) continue;
      if (gap.first > first) rest.push({ first, last: gap.first - 1 });
      first = gap.last + 1;
    }
    return first <= ports.last ? [...rest, { first, last: ports.last }] : rest;
  });
}

/** `443/tcp`, `30000-32767/udp`, of TCP first; `all` alone where it is every port. */
export function portTexts(set: PortSet): string[] {
  if (without(EVERY, set).length === 0) return ["all"];
  return set.map(({ first, last }) => {
    const [base, protocol] = first > HIGHEST ? [UDP, "udp"] : [0, "tcp"];
    return `${first === last ? first - base : `${first - base}-${last - base}`}/${protocol}`;
  });
}
