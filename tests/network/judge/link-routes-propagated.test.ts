import assert from "node:assert/strict";
import { linkRoutesPropagated } from "../../../network/judge/link-routes-propagated";
import type {
  AttachmentFact,
  GatewayRouteFact,
  PeeringFact,
  SubnetFact,
} from "../../../network/model/forwarding";
import type { Inventory } from "../../../network/model/inventory";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";
import { end, network, range } from "./example";

const route = { urn: "urn:route", table: "urn:table", via: "urn:tgw", destination: "10.1.0.0/20" };
const origin = (urn: string) => ({ origin: { urn } });

function judge(
  {
    tunnel = {},
    attachment = {},
    subnet = {},
  }: { tunnel?: Partial<TunnelEndFact>; attachment?: Partial<AttachmentFact>; subnet?: Partial<SubnetFact> },
  facts: Partial<Inventory> = { routes: [{ ...route, ...origin("urn:route") }] },
) {
  const attached: AttachmentFact = {
    urn: "urn:attachment",
    gateway: "urn:tgw",
    network: "urn:vpc",
    lookedUp: true,
    known: true,
    taught: false,
    ...origin("urn:attachment"),
    ...attachment,
  };
  const hosts: SubnetFact = {
    urn: "urn:subnet",
    network: "urn:vpc",
    cidr: "10.0.0.0/20",
    table: "urn:table",
    hosts: true,
    ...origin("urn:subnet"),
    ...subnet,
  };
  const tunnelEnds = [end("vpn", { gateway: "urn:tgw", lookedUp: true, learned: true, ...tunnel })];
  return linkRoutesPropagated(network({ tunnelEnds, attachments: [attached], subnets: [hosts], ...facts }));
}

const message = (judgement: ReturnType<typeof judge>) => judgement.problems[0]?.message ?? "";

describe("linkRoutesPropagated", () => {
  it("accepts a link whose routes end in every table", () => {
    assert.deepEqual(judge({}), { problems: [], unknowns: [] });
  });

  it("refuses a tunnel that is in no table of its gateway", () => {
    assert.match(message(judge({ tunnel: { lookedUp: false } })), /associated with no route table/);
    assert.match(message(judge({ tunnel: { learned: false } })), /go into no route table/);
  });

  it("accepts static routes in place of what is learned", () => {
    const gatewayRoutes = [
      { urn: "urn:gr", gateway: "urn:tgw", destination: "10.1.0.0/16", via: "urn:vpn", ...origin("urn:gr") },
    ];
    const routes = [{ ...route, ...origin("urn:route") }];
    assert.deepEqual(judge({ tunnel: { learned: false } }, { gatewayRoutes, routes }).problems, []);
    assert.deepEqual(judge({ tunnel: { bgp: false, sends: ["10.1.0.0/16"] } }).problems, []);
    assert.match(message(judge({ tunnel: { bgp: false } })), /neither BGP nor a static route/);
  });

  it("refuses an attachment that is in no table of the gateway", () => {
    assert.match(message(judge({ attachment: { lookedUp: false } })), /what the network sends is dropped/);
    assert.match(message(judge({ attachment: { known: false } })), /the other end is told nothing/);
  });

  it("refuses a subnet with hosts and no way to the gateway, and leaves others alone", () => {
    assert.match(message(judge({}, { routes: [] })), /urn:subnet.* no route of its table leads to urn:tgw/);
    assert.deepEqual(judge({ subnet: { hosts: false } }, { routes: [] }).problems, []);
    assert.deepEqual(judge({ attachment: { taught: true } }, { routes: [] }).problems, []);
    const deaf = { attachment: { taught: true }, subnet: { learns: false } };
    assert.match(message(judge(deaf, { routes: [] })), /let the subnet learn/);
  });

  it("names what is not known", () => {
    const cases = [
      judge({ tunnel: { lookedUp: UNKNOWN } }),
      judge({ tunnel: { learned: UNKNOWN } }),
      judge({ tunnel: { sends: UNKNOWN } }),
      judge({ attachment: { lookedUp: UNKNOWN } }),
      judge({ attachment: { known: UNKNOWN } }),
      judge({ attachment: { taught: UNKNOWN } }, { routes: [] }),
      judge({ attachment: { taught: true }, subnet: { learns: UNKNOWN } }, { routes: [] }),
    ];
    for (const { problems, unknowns } of cases) {
      assert.deepEqual(problems, []);
      assert.equal(unknowns.length, 1);
    }
  });

  describe("over a peering of two transit gateways", () => {
    const half = (urn: string, own: string, peer: string): PeeringFact => ({
      urn,
      kind: "gateway-peering",
      cloud: "aws",
      own,
      peer,
      accepted: true,
      ...origin(urn),
    });
    const attached = (name: string): AttachmentFact => ({
      urn: `urn:${name}-attachment`,
      gateway: `urn:${name}-tgw`,
      network: `urn:${name}-vpc`,
      lookedUp: true,
      known: true,
      taught: false,
      ...origin(`urn:${name}-attachment`),
    });
    const routeOf = (name: string, destination: GatewayRouteFact["destination"]): GatewayRouteFact => ({
      urn: `urn:${name}-route`,
      gateway: `urn:${name}-tgw`,
      destination,
      via: "urn:request",
      ...origin(`urn:${name}-route`),
    });
    const peered = (...gatewayRoutes: GatewayRouteFact[]) =>
      linkRoutesPropagated(
        network({
          peerings: [
            half("urn:request", "urn:west-tgw", "urn:east-tgw"),
            half("urn:accepter", "urn:east-tgw", "urn:west-tgw"),
          ],
          attachments: [attached("west"), attached("east")],
          ranges: [
            range({ cidr: "10.1.0.0/16", owner: "urn:west-vpc", member: "west" }),
            range({ cidr: "10.2.0.0/16", owner: "urn:east-vpc", member: "east" }),
          ],
          gatewayRoutes,
        }),
      ).problems.map(({ message }) => message);

    it("accepts a static route on each side, to the other's network, a part of it, or more", () => {
      assert.deepEqual(peered(routeOf("west", "10.2.0.0/16"), routeOf("east", "10.0.0.0/8")), []);
    });

    it("names the network to which one side has no route, or one to somebody else", () => {
      for (const wrong of [
        peered(routeOf("west", "10.2.0.0/16")),
        peered(routeOf("west", "10.2.0.0/16"), routeOf("east", "10.9.0.0/16")),
      ]) {
        assert.equal(wrong.length, 1);
        assert.match(
          wrong[0] ?? "",
          /east-tgw .* has no static route over its peering .* to 10\.1\.0\.0\/16 of west/,
        );
      }
    });

    it("accepts a route in a table of which nobody sees whose it is", () => {
      const { gateway: _gateway, ...unplaced } = routeOf("east", "10.1.0.0/16");
      assert.deepEqual(peered(routeOf("west", "10.2.0.0/16"), unplaced), []);
    });

    it("leaves a route whose destination is not known to the rules that need it", () => {
      assert.deepEqual(peered(routeOf("west", "10.2.0.0/16"), routeOf("east", UNKNOWN)), []);
    });
  });
});
