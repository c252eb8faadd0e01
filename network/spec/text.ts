import { z } from "zod";
import { parseCidr } from "../address/cidr";
import { BANDWIDTH, DURATION, PORT } from "./units";

/** Canonical CIDR text; the refusal tells the canonical form. */
export const cidrText = z.string().superRefine((text, context) => {
  const parsed = parseCidr(text);
  if ("fault" in parsed) context.addIssue({ code: "custom", message: parsed.fault });
});

/** Canonical CIDR text of IPv4: what a mesh's own ranges are. */
export const ipv4CidrText = z.string().superRefine((text, context) => {
  const parsed = parseCidr(text);
  if ("fault" in parsed) context.addIssue({ code: "custom", message: parsed.fault });
  else if (parsed.version === 6)
    context.addIssue({
      code: "custom",
      message: `${text} is IPv6; members are IPv4 only so far: IPv6-only and dual-stack ones are not built yet`,
    });
});

/** `203.0.113.7` */
export const ipv4Text = z.string().superRefine((text, context) => {
  if (z.ipv4().safeParse(text).success) return;
  const message = z.ipv6().safeParse(text).success
    ? `${text} is IPv6, and links are made over IPv4 only so far; give an address like 203.0.113.7`
    : "an IPv4 address is like 203.0.113.7";
  context.addIssue({ code: "custom", message });
});

/** `40ms`, `1.5s` */
export const durationText = z
  .string()
  .regex(DURATION, "a duration is a number with ms or s, for example 40ms");

/** `500Mbps`, `1Gbps` */
export const bandwidthText = z
  .string()
  .regex(BANDWIDTH, "a bandwidth is a number with Mbps or Gbps, for example 500Mbps");

/** `443/tcp`, `30000-32767/udp` */
export const portText = z.string().refine((text) => {
  const [, first, last] = PORT.exec(text) ?? [];
  if (first === undefined) return false;
  const low = Number(first);
  const high = Number(last ?? first);
  return low >= 1 && low <= high && high <= 65535;
}, "a port is like 443/tcp or 30000-32767/udp");

/** `192.168.40.10:443` */
export const targetText = z.string().refine((text) => {
  const [, address, port] = /^([^:]+):(\d{1,5})$/.exec(text) ?? [];
  return z.ipv4().safeParse(address).success && Number(port) >= 1 && Number(port) <= 65535;
}, "a target is an IPv4 address and a TCP port, like 192.168.40.10:443");
