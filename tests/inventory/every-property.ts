import type { PropertyKind, ReadType } from "../../network/model/coverage";
import type { Props } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";

const SAMPLES: Record<PropertyKind, unknown> = {
  ...{ cidr: "10.0.0.0/30", cidrs: ["10.1.0.0/16"], address: "169.254.0.1", addresses: ["169.254.0.1"] },
  ...{ asn: 64512, cipher: "AES256", ciphers: ["AES256"], flag: true, number: 1, ports: ["443"] },
  ...{ reference: "id", references: ["id"], secret: "kept.elsewhere", word: "word", words: ["words"] },
};

/** Words that decide whether the rest is looked at. */
const DECIDING: Record<string, unknown> = {
  ...{ direction: "Inbound", access: "Allow", gatewayType: "Vpn", connectionType: "IPsec" },
  ...{ advertiseMode: "CUSTOM", nextHopType: "VirtualNetworkGateway", ipv6Native: false },
  ...{ "ipam.mode": "cluster-pool", stackType: "IPV4_ONLY", ipFamily: "ipv4", protocol: "tcp" },
};

/** A resource of a type with the properties that `wanted` lets through, and with every reference known by its dependencies. */
export function sampleOf(
  { type, properties }: ReadType,
  wanted: (path: string) => boolean,
  all: readonly string[],
): Resource {
  const props: Props = {};
  for (const { path, kind } of properties) if (wanted(path)) put(props, path.split("."), valueOf(path, kind));
  const keys = new Set(properties.map(({ path }) => path.split(".")[0] ?? path));
  const others = all.filter((urn) => urn !== urnOfType(type));
  return {
    ...{ urn: urnOfType(type), type, name: type, custom: true, props },
    dependencies: others,
    propertyDependencies: Object.fromEntries([...keys].map((key) => [key, others])),
  };
}

export function urnOfType(type: string): string {
  return `urn:pulumi:prod::theirs::${type}::one`;
}

function valueOf(path: string, kind: PropertyKind): unknown {
  const found = Object.keys(DECIDING).find((end) => path === end || path.endsWith(`.${end}`));
  return found === undefined ? SAMPLES[kind] : DECIDING[found];
}

function put(into: Props, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const [next, ...after] = rest;
  if (next === "*") {
    const elements = Array.isArray(into[key]) ? into[key] : [{}];
    const [first] = elements;
    if (typeof first === "object" && first !== null) put(first, after, value);
    into[key] = elements;
    return;
  }
  const inner = (into[key] ?? {}) as Props; // made here, one line below
  into[key] = inner;
  put(inner, rest, value);
}
