import type { PropertyKind, ReadProperty, ReadType } from "../../network/model/coverage";
import type { Props } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";

const SAMPLES: Record<PropertyKind, unknown> = {
  ...{ cidr: "10.0.0.0/30", cidrs: ["10.1.0.0/16"], address: "169.254.0.1", addresses: ["169.254.0.1"] },
  ...{ asn: 64512, cipher: "AES256", ciphers: ["AES256"], flag: true, number: 1, port: "443" },
  ...{ ports: ["443"], reference: "one", references: ["one"], secret: "kept.elsewhere" },
  ...{
    word: "word",
    words: ["words"],
    rules: { endpointSelector: {}, ingress: [{ fromEntities: ["all"] }] },
  },
};

/** Words that decide whether the rest is looked at, by the last part of their path. */
const DECIDING = new Map<string, unknown>([
  ...Object.entries({ direction: "Inbound", access: "Allow", gatewayType: "Vpn", connectionType: "IPsec" }),
  ...Object.entries({ advertiseMode: "CUSTOM", nextHopType: "VirtualNetworkGateway", ipv6Native: false }),
  ...Object.entries({ mode: "cluster-pool", stackType: "IPV4_ONLY", ipFamily: "ipv4", protocol: "tcp" }),
  ...Object.entries({ ipProtocol: "tcp", podRange: "word", rangeName: "word", networkPlugin: "none" }),
]);

/** How a resource names others: while their ids are unknown by dependencies, later by ids. */
export type Naming = "dependencies" | "ids";

/** A stack of one resource of each type, each with the properties that `wanted` lets through. */
export function stackOfAll(
  rows: readonly ReadType[],
  wanted: (row: ReadType, property: ReadProperty) => boolean,
  naming: Naming,
): Resource[] {
  const urns = rows.map(urnOf);
  return rows.map((row) => {
    const props: Props = row.chart === undefined ? {} : { chart: row.chart };
    for (const property of row.properties) {
      if (wanted(row, property)) put(props, property.path.split("."), sampleFor(row, property));
    }
    const [urn, others] = [urnOf(row), urns.filter((other) => other !== urnOf(row))];
    const keys = new Set(row.properties.map(({ path }) => path.split(".")[0] ?? path));
    const provider = rows.find(({ type }) => type === `pulumi:providers:${row.type.split(":")[0]}`);
    return {
      ...{ urn, type: row.type, name: "one", custom: true, props, dependencies: others },
      ...(naming === "ids" ? { id: "one" } : {}),
      ...(provider ? { provider: urnOf(provider) } : {}),
      propertyDependencies: naming === "ids" ? {} : Object.fromEntries([...keys].map((key) => [key, others])),
    };
  });
}

function urnOf({ type, chart = "one" }: ReadType): string {
  return `urn:pulumi:prod::theirs::${type}::${chart}`;
}

function sampleFor({ chart }: ReadType, { path, kind }: ReadProperty): unknown {
  if (path === "chart") return chart;
  return DECIDING.get(path.split(".").at(-1) ?? path) ?? SAMPLES[kind];
}

function put(into: Props, [key = "", ...rest]: string[], value: unknown): void {
  if (rest.length === 0) {
    into[key] = value;
    return;
  }
  const [next, ...after] = rest;
  if (next !== "*") {
    const inner = isProps(into[key]) ? into[key] : {};
    into[key] = inner;
    put(inner, rest, value);
    return;
  }
  const [first] = Array.isArray(into[key]) ? into[key] : [];
  const element = isProps(first) ? first : {};
  into[key] = [element];
  put(element, after, value);
}

function isProps(value: unknown): value is Props {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
