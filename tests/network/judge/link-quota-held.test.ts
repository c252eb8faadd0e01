import assert from "node:assert/strict";
import type { QuotaFact } from "../../../network/catalogue";
import { linkQuotaHeld, raisedQuotas } from "../../../network/judge/link-quota-held";
import type { GatewayFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network } from "./example";

const quota = (what: QuotaFact["what"], limit: number): QuotaFact => ({
  what,
  limit,
  source: "a page, 2026",
});
const quotas = [
  quota("tunnelsPerGateway", 2),
  quota("connectionsPerRegion", 1),
  quota("routesToPeer", 2),
  quota("peeringsPerNetwork", 1),
  quota("gatewaysPerRegion", 1),
];
const quotasOf = () => quotas;

const gateway = (name: string, facts: Partial<GatewayFact> = {}): GatewayFact => ({
  urn: `urn:${name}`,
  cloud: "aws",
  region: "eu-west-1",
  networks: [],
  asn: 64512,
  origin: { urn: `urn:${name}` },
  ...facts,
});
const tunnels = (connection: string, count: number, gatewayUrn = "urn:tgw") =>
  Array.from({ length: count }, (_, index) => end(connection, { gateway: gatewayUrn, tunnel: index + 1 }));

describe("linkQuotaHeld", () => {
  it("accepts as much as a quota holds", () => {
    const facts = { gateways: [gateway("tgw")], tunnelEnds: tunnels("vpn", 2) };
    assert.deepEqual(linkQuotaHeld(network(facts), quotasOf), { problems: [], unknowns: [] });
  });

  it("names the quota, its source, where, and what is needed", () => {
    const facts = { gateways: [gateway("tgw", { cloud: "gcp" })], tunnelEnds: tunnels("vpn", 3) };
    const tunnelEnds = facts.tunnelEnds.map((one) => ({ ...one, cloud: "gcp" as const }));
    const { problems } = linkQuotaHeld(network({ ...facts, tunnelEnds }), quotasOf);
    assert.match(
      problems[0]?.message ?? "",
      /^3 tunnels are needed at urn:tgw .*the quota is 2 \(a page, 2026\), so the apply fails/,
    );
  });

  it("counts connections and gateways by region, peerings by network, and prefixes by session", () => {
    const tunnelEnds = [...tunnels("one", 1), ...tunnels("other", 1)];
    const regional = linkQuotaHeld(network({ gateways: [gateway("tgw")], tunnelEnds }), quotasOf);
    assert.match(regional.problems[0]?.message ?? "", /^2 VPN connections are needed at eu-west-1/);

    const two = linkQuotaHeld(network({ gateways: [gateway("tgw"), gateway("second")] }), quotasOf);
    assert.match(two.problems[0]?.message ?? "", /^2 gateways are needed/);

    const half = { kind: "network-peering", cloud: "gcp", own: "urn:net", accepted: true } as const;
    const peerings = ["a", "b"].map((name) => ({
      ...half,
      urn: `urn:${name}`,
      origin: { urn: `urn:${name}` },
    }));
    assert.match(
      linkQuotaHeld(network({ peerings }), quotasOf).problems[0]?.message ?? "",
      /^2 peerings are needed at net|^2 peerings/,
    );

    const told = [
      end("vpn", { gateway: "urn:tgw", advertises: ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.0/16"] }),
    ];
    assert.match(
      linkQuotaHeld(network({ tunnelEnds: told }), quotasOf).problems[0]?.message ?? "",
      /^3 prefixes to its peer/,
    );
  });

  it("takes a quota that was raised", () => {
    const facts = network({ gateways: [gateway("tgw"), gateway("second")] });
    const raised = raisedQuotas(quotasOf, { "aws gatewaysPerRegion": 9 });
    assert.deepEqual(linkQuotaHeld(facts, raised).problems, []);
  });

  it("names a place that is not known, only where it could be one too many", () => {
    const nowhere = gateway("third", { region: UNKNOWN });
    const full = linkQuotaHeld(network({ gateways: [gateway("tgw"), nowhere] }), quotasOf);
    assert.deepEqual(
      full.unknowns.map(({ urn }) => urn),
      ["urn:third"],
    );
    assert.deepEqual(linkQuotaHeld(network({ gateways: [nowhere] }), quotasOf).unknowns, []);
  });
});
