import * as pulumi from "@pulumi/pulumi";
import { makeAwsEnd } from "../../../clouds/aws/peering";
import type { Resource } from "../../../network/model/resource";
import { ResourceIndex } from "../../../network/model/resource-index";
import type { LinkPlan } from "../../../network/plan/shape";
import { type Recording, record } from "../../../recorder/record";

/** Inside addresses, AWS interface and the peer's: rows of the published interop tables. */
export type Row = [inside: string, aws: string, peer: string, awsInterface: number, peerInterface: number];

/** AWS to Google Cloud (Google, "HA VPN to AWS"): connection 1 goes to interface 0, connection 2 to interface 1. */
export const TO_GCP: Row[] = [
  ["169.254.100.0/30", "169.254.100.1", "169.254.100.2", 0, 0],
  ["169.254.100.4/30", "169.254.100.5", "169.254.100.6", 1, 0],
  ["169.254.100.8/30", "169.254.100.9", "169.254.100.10", 2, 1],
  ["169.254.100.12/30", "169.254.100.13", "169.254.100.14", 3, 1],
];

/** AWS to Azure (Microsoft, "Configure BGP with AWS"): a pair out of 169.254.21 and .22 for each instance. */
export const TO_AZURE: Row[] = [
  ["169.254.21.0/30", "169.254.21.1", "169.254.21.2", 0, 0],
  ["169.254.22.0/30", "169.254.22.1", "169.254.22.2", 1, 0],
  ["169.254.21.4/30", "169.254.21.5", "169.254.21.6", 2, 1],
  ["169.254.22.4/30", "169.254.22.5", "169.254.22.6", 3, 1],
];

export function linkOf(rows: Row[], peerAsn = 64514): LinkPlan {
  return {
    name: "dublin~frankfurt",
    a: "dublin",
    b: "frankfurt",
    kind: "vpn",
    mtu: 1406,
    podMtu: 1261,
    capacity: 5000,
    rtt: { p50: 24, lo: 22, hi: 30, source: "distance", asOf: "2026-01" },
    tunnels: rows.map(([inside, aws, peer, awsInterface, peerInterface], index) => ({
      name: `dublin~frankfurt/tunnel/${index + 1}`,
      inside,
      generation: 1,
      a: { address: aws, asn: 64513, interface: awsInterface },
      b: { address: peer, asn: peerAsn, interface: peerInterface },
    })),
  };
}

/** The key of a tunnel, by its place in the link, from 1. */
export function keyOf(ordinal: number): string {
  return `kTestingOnly${ordinal}`;
}

export interface EndOptions {
  keys?: number;
  peerAddresses?: string[];
  routeTable?: string | undefined;
}

/** Records the AWS end of a link, as a `Link` component makes it. */
export function recordEnd(link: LinkPlan, options: EndOptions = {}): Promise<Recording> {
  return record(() => {
    makeAwsEnd({
      link,
      side: "a",
      gateway: {
        cloud: "aws",
        region: "eu-west-1",
        asn: 64512,
        id: "tgw-1",
        routeTable: "routeTable" in options ? options.routeTable : "tgw-rtb-1",
        addresses: [],
        advertise: ["10.64.0.0/20"],
      },
      peer: { cloud: "gcp", addresses: options.peerAddresses ?? ["203.0.113.1", "203.0.113.2"] },
      keys: link.tunnels
        .slice(0, options.keys ?? link.tunnels.length)
        .map((_, index) => pulumi.secret(keyOf(index + 1))),
      parent: new pulumi.ComponentResource("isthmus:index:Link", "dublin-frankfurt", {}),
    });
  });
}

/** A resource written by hand, as anybody's program may have it. */
export function resource(
  type: string,
  name: string,
  props: Record<string, unknown>,
  rest: Partial<Resource> = {},
): Resource {
  return {
    urn: `urn:pulumi:dev::theirs::${type}::${name}`,
    type,
    name,
    custom: true,
    props,
    dependencies: [],
    propertyDependencies: {},
    ...rest,
  };
}

export function indexOf(...resources: Resource[]): ResourceIndex {
  return new ResourceIndex(resources);
}
