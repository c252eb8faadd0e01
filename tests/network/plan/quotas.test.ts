import assert from "node:assert/strict";
import { CATALOGUE } from "../../../clouds/catalogue";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import type { QuotaKind } from "../../../network/catalogue";
import { InputError } from "../../../network/errors";
import type { JoinKind } from "../../../network/link/join";
import { regionsOf } from "../../../network/place/regions";
import { planMesh } from "../../../network/plan/plan";
import type { QuotaQuestion } from "../../../network/plan/quota-uses";
import { refuseQuotas } from "../../../network/plan/quotas";
import type { GatewayPlan, LinkPlan, MemberPlan } from "../../../network/plan/shape";
import type { MemberSpec, MeshSpec } from "../../../network/spec/shape";

const plan = (spec: MeshSpec) => planMesh(spec, emptyLock(), SOURCES);

/** What a refusal says, by lines; none where there is none. */
function refusal(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const places: Record<string, MemberSpec> = {
  aws: { cloud: "aws", region: "eu-west-1" },
  gcp: { cloud: "gcp", region: "europe-west3" },
  azure: { cloud: "azure", region: "westeurope" },
};

const sample = plan({ members: places }).plan;
const [tunnel] = sample.links[0]?.tunnels ?? [];

/** A member of a cloud with a gateway. */
function member(cloud: string, name: string, gateway: Partial<GatewayPlan> = {}): MemberPlan {
  const whole = sample.members[cloud];
  assert.ok(whole?.gateway);
  return { ...whole, name, gateway: { ...whole.gateway, remote: [], ...gateway } };
}

/** Links from `here` to so many others. */
function links(count: number, kind: JoinKind, tunnels = 0): QuotaQuestion["links"] {
  assert.ok(tunnel);
  const all: LinkPlan["tunnels"] = Array.from({ length: tunnels }, () => tunnel);
  return Array.from({ length: count }, (_, index) => {
    const far = `there-${index}`;
    return { name: `here~${far}`, a: "here", b: far, kind, tunnels: all };
  });
}

const prefixes = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `10.${index >> 8}.${index & 255}.0/24`);

/** What needs exactly `count` of a kind, in a cloud. */
const NEEDING: Record<QuotaKind, (count: number, cloud: string) => Partial<QuotaQuestion>> = {
  tunnelsPerGateway: (count) => ({ links: links(1, "vpn", count) }),
  // Its own network is one.
  attachmentsPerGateway: (count, cloud) => ({
    members: Array.from({ length: count }, (_, index) =>
      index === 0 ? member(cloud, "here") : member(cloud, `guest-${index}`, { behind: "here" }),
    ),
  }),
  peeringsPerGateway: (count) => ({ links: links(count, "gateway-peering") }),
  // Its own range is one, as `advertise` has it.
  routesPerGateway: (count, cloud) => ({ members: [member(cloud, "here", { remote: prefixes(count - 1) })] }),
  peeringsPerNetwork: (count) => ({ links: links(count, "network-peering") }),
  routesLearned: (count) => ({
    links: links(2, "vpn", 2),
    told: (from) => (from === "there-0" ? prefixes(count - 1) : from === "there-1" ? prefixes(count) : []),
  }),
  // The network's own and the way to the internet are two.
  routesInTable: (count, cloud) => ({ members: [member(cloud, "here", { remote: prefixes(count - 2) })] }),
  gatewaysPerRegion: (count, cloud) => ({
    members: Array.from({ length: count }, (_, index) => member(cloud, index === 0 ? "here" : `m-${index}`)),
  }),
  connectionsPerRegion: (count) => ({ links: links(count, "vpn", 2) }),
  customerGatewaysPerRegion: (count) => ({ links: links(count, "vpn", 1) }),
  routesFromPeer: (count) => ({
    links: links(1, "vpn", 2),
    told: (from) => (from === "there-0" ? prefixes(count) : []),
  }),
  routesToPeer: (count) => ({
    links: links(1, "vpn", 2),
    told: (from) => (from === "here" ? prefixes(count) : []),
  }),
};

describe("each quota of a cloud", () => {
  for (const { cloud, gateway } of Object.values(CATALOGUE)) {
    for (const { what, limit, source } of gateway.quotas) {
      it(`is held at its limit and refused one above it, with its source: ${cloud}, ${what}`, () => {
        const told = (count: number): string[] => {
          const question = { members: [member(cloud, "here")], links: [], told: () => [] };
          return refusal(() =>
            refuseQuotas({ ...question, ...NEEDING[what](count, cloud) }, CATALOGUE),
          ).filter((line) => line.includes(`(${source})`));
        };
        assert.deepEqual(told(limit), []);
        const [line = "", ...others] = told(limit + 1);
        assert.deepEqual(others, []);
        assert.match(line, /^members(\.here| \(here[^)]*\)): /);
        assert.ok(line.includes(`: ${limit + 1} `), line);
        assert.ok(line.includes(` are needed and the quota is ${limit} (${source}); `), line);
        assert.match(source, /\((AWS|Amazon|azure-docs|Cloud Router|`PEERINGS_PER_NETWORK`).*20\d\d/);
      });
    }
  }
});

const inFrankfurt = (): MemberSpec => ({ cloud: "gcp", region: "europe-west3" });

/** `count` members, all linked to one hub and to nobody else. */
function star(hub: MemberSpec, count: number, leaf: (index: number) => MemberSpec = inFrankfurt): MeshSpec {
  const leaves = Array.from({ length: count }, (_, index) => `leaf-${index}`);
  return {
    supernet: ["10.0.0.0/8"],
    members: {
      hub,
      ...Object.fromEntries(leaves.map((name, index): [string, MemberSpec] => [name, leaf(index)])),
    },
    topology: { kind: "links", links: leaves.map((name) => ({ a: "hub", b: name })) },
  };
}

/** A member with a link to a site that tells `count` prefixes. */
function beside(place: MemberSpec, count: number): MeshSpec {
  const office: MemberSpec = {
    cloud: "site",
    ranges: prefixes(count),
    gateway: { address: "203.0.113.7", asn: 64900 },
  };
  return { supernet: ["172.16.0.0/12"], members: { here: place, office } };
}

describe("a plan within the clouds' quotas", () => {
  const cases: [string, (count: number) => MeshSpec, number, RegExp][] = [
    [
      "as many tunnels as an Azure gateway does",
      (count) => star({ cloud: "azure", region: "westeurope" }, count),
      15,
      /^members\.hub: 32 tunnels of its gateway are needed and the quota is 30 \(.*\); choose fewer links with topology$/,
    ],
    [
      "as many VPN connections as an AWS region does",
      (count) => star({ cloud: "aws", region: "eu-west-1" }, count),
      25,
      /^members \(hub\): 52 VPN connections in eu-west-1 are needed and the quota is 50 \(.*\); choose fewer links/,
    ],
    [
      "as many BGP peers as a Cloud Router does",
      // One in each region: those of one region share a transit gateway.
      (count) =>
        star({ cloud: "gcp", region: "europe-west3" }, count, (index) => ({
          cloud: "aws",
          region: regionsOf("aws")[index] ?? "",
        })),
      32,
      /^members\.hub: 132 tunnels of its gateway are needed and the quota is 128 \(BGP peers of a Cloud Router/,
    ],
    [
      "as many inside ranges as Azure has for tunnels",
      (count) =>
        star({ cloud: "gcp", region: "europe-west3" }, count, () => ({
          cloud: "azure",
          region: "westeurope",
        })),
      64,
      /^topology: no inside ranges for .*: 2 more needed, 0 left in .*, all that Azure takes: 128 of them \(azure-docs /,
    ],
    [
      "as many of a site's prefixes as a VPC's tables do",
      (count) => beside({ cloud: "aws", region: "eu-west-1" }, count),
      498,
      /^members\.here: 501 routes in each table of its network are needed .*; have sites tell fewer, larger ranges/,
    ],
    [
      "as many of a site's prefixes as a region of Google Cloud learns",
      (count) => beside({ cloud: "gcp", region: "europe-west3" }, count),
      250,
      /^members\.here: 251 prefixes to be learned in its region are needed and the quota is 250 \(/,
    ],
    [
      "as many of a site's prefixes as an Azure gateway does before it ends the session",
      (count) => beside({ cloud: "azure", region: "westeurope" }, count),
      4000,
      /^members\.here: 4001 prefixes from office are needed and the quota is 4000 \(.*the session drops/,
    ],
  ];
  for (const [what, spec, most, message] of cases) {
    it(`takes ${what}, and names the quota beyond`, () => {
      assert.ok(plan(spec(most)).plan.links.length > 0);
      const lines = refusal(() => plan(spec(most + 1)));
      assert.ok(
        lines.some((line) => message.test(line)),
        lines.join("\n"),
      );
    });
  }
});
