import type { MeshSpec } from "../../../../network/spec/shape";
import { servedPairs } from "../recorded";

/**
 * Three clouds and a site, joined in every way: tunnels between clouds and to the site, a shared transit gateway, a peering of two, and
 * peerings of networks. Whoever can talk is asked to, and clusters are to survive the loss of a tunnel.
 */
export function meshOfEverything(): MeshSpec {
  const spec: MeshSpec = {
    members: {
      dublin: { cloud: "aws", region: "eu-west-1" },
      limerick: { cloud: "aws", region: "eu-west-1" },
      stockholm: { cloud: "aws", region: "eu-north-1" },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
      tokyo: { cloud: "gcp", region: "asia-northeast1" },
      amsterdam: { cloud: "azure", region: "westeurope" },
      boydton: { cloud: "azure", region: "eastus2" },
      office: {
        cloud: "site",
        ranges: ["192.168.40.0/22"],
        gateway: { address: "203.0.113.7", asn: 64900 },
        location: { latitude: 53.3, longitude: -6.2 },
      },
    },
    tiers: { gold: { survives: "any-tunnel" } },
    topology: {
      kind: "links",
      links: [
        { a: "dublin", b: "limerick" },
        { a: "dublin", b: "stockholm" },
        { a: "frankfurt", b: "tokyo" },
        { a: "amsterdam", b: "boydton" },
        { a: "dublin", b: "frankfurt" },
        { a: "dublin", b: "amsterdam" },
        { a: "amsterdam", b: "frankfurt" },
        { a: "dublin", b: "office" },
        { a: "amsterdam", b: "office" },
      ],
    },
  };
  const traffic = servedPairs(spec).map((pair) =>
    // The site has one device, which no second one carries on for.
    pair.from === "office" || pair.to === "office" ? pair : { ...pair, tier: "gold" },
  );
  return { ...spec, traffic };
}
