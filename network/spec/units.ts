// What a spec's short texts mean, apart from the schema that refuses wrong ones: who reads a network need not load that.

/** `40ms`, `1.5s` */
export const DURATION = /^(\d+(?:\.\d+)?)(ms|s)$/;

/** `500Mbps`, `1Gbps` */
export const BANDWIDTH = /^(\d+(?:\.\d+)?)(Mbps|Gbps)$/;

/** `443/tcp`, `30000-32767/udp` */
export const PORT = /^(\d{1,5})(?:-(\d{1,5}))?\/(tcp|udp)$/;

/** `51820/udp` */
export const AGENT_PORT = /^(\d{1,5})\/(tcp|udp)$/;

/** First and last port of a valid port text: the same where it is one. */
export interface PortRange {
  first: number;
  last: number;
  protocol: "tcp" | "udp";
}

export function portRange(text: string): PortRange {
  const [, first, last, protocol] = PORT.exec(text) ?? [];
  return {
    first: Number(first),
    last: Number(last ?? first),
    protocol: protocol === "udp" ? "udp" : "tcp",
  };
}

/** Milliseconds of a valid duration. */
export function milliseconds(text: string): number {
  const [, amount, unit] = DURATION.exec(text) ?? [];
  return Number(amount) * (unit === "s" ? 1000 : 1);
}

/** Mbit/s of a valid bandwidth. */
export function megabits(text: string): number {
  const [, amount, unit] = BANDWIDTH.exec(text) ?? [];
  return Number(amount) * (unit === "Gbps" ? 1000 : 1);
}
