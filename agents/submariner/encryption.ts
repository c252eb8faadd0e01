import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";

/**
 * What joins gateways by each cable driver. Libreswan where none is named; VXLAN encrypts nothing ("Gateway Engine", submariner.io,
 * 2026-11-23).
 */
const DRIVERS: Record<string, Encryption> = {
  "": "ipsec",
  libreswan: "ipsec",
  strongswan: "ipsec",
  wireguard: "wireguard",
  vxlan: "none",
};

export function encryptionBy(driver: OrUnknown<string> | undefined): OrUnknown<Encryption> {
  if (isUnknown(driver)) return UNKNOWN;
  const name = (driver ?? "").toLowerCase();
  return Object.hasOwn(DRIVERS, name) ? (DRIVERS[name] ?? UNKNOWN) : UNKNOWN;
}
