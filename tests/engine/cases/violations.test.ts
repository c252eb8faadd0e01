import assert from "node:assert/strict";
import { engineSuite } from "../available";
import { objectsIn } from "../clouds/journal";
import { type Engine, type EngineOptions, startEngine } from "../engine";
import { setInSpec } from "../environment-files";
import { writeProgram, writeProject } from "../project";

const PACK = ["--policy-pack", "policies"];

interface Violation {
  concern: string;
  what: string;
  rule: RegExp;
  project: EngineOptions["project"];
  /** Types of which no object exists after an update without a preview. Default: there is no object at all. */
  neverMade?: string[];
}

const violations: Violation[] = [
  {
    concern: "address",
    what: "two clusters with the same pods' range",
    rule: /address-ranges-disjoint.*overlaps/s,
    project: dev(["members", "frankfurt", "pods"], "10.66.0.0/17"),
  },
  {
    concern: "address",
    what: "a network of our own program in Docker's range",
    rule: /address-ranges-allowed-resource/,
    project: program(`
      const ec2 = require("@pulumi/aws/ec2");
      new ec2.Vpc("docker", { cidrBlock: "172.17.0.0/16" });
    `),
    neverMade: ["aws:ec2/vpc:Vpc"],
  },
  {
    concern: "encryption",
    what: "agents that do not encrypt",
    rule: /encryption-agent-enabled-resource/,
    project: dev(["agent"], { encryption: "none" }),
    neverMade: ["kubernetes:helm.sh/v3:Release"],
  },
  {
    concern: "encryption",
    what: "a tunnel that accepts IKEv1",
    rule: /encryption-vpn-ikev2-resource/,
    project: program(`
      const ec2 = require("@pulumi/aws/ec2");
      const { TransitGateway } = require("@pulumi/aws/ec2transitgateway");
      new ec2.VpnConnection("office", {
        type: "ipsec.1",
        transitGatewayId: new TransitGateway("hub", { amazonSideAsn: 64512 }).id,
        customerGatewayId: new ec2.CustomerGateway("office", {
          type: "ipsec.1", bgpAsn: "64513", ipAddress: "203.0.113.7",
        }).id,
        tunnel1IkeVersions: ["ikev1", "ikev2"],
        tunnel2IkeVersions: ["ikev2"],
      });
    `),
    neverMade: ["aws:ec2/vpnConnection:VpnConnection"],
  },
];

/** Of the whole network: what is wrong is seen when all of it is there, so an update without a preview fails at its end. */
const violationsOfTheWhole: Omit<Violation, "neverMade">[] = [
  {
    concern: "latency",
    what: "a tier that no path can meet",
    rule: /latency-tier-met/,
    project: dev(["tiers", "gold", "rtt"], "2ms"),
  },
  {
    concern: "link",
    what: "a link that hangs on one tunnel",
    rule: /link-redundant/,
    project: program(`
      const gcp = require("@pulumi/gcp/compute");
      const region = "europe-west3";
      const network = new gcp.Network("frankfurt", { autoCreateSubnetworks: false });
      const gateway = new gcp.HaVpnGateway("frankfurt", { network: network.id, region });
      const router = new gcp.Router("frankfurt", { network: network.id, region, bgp: { asn: 64513 } });
      const office = new gcp.ExternalVpnGateway("office", {
        redundancyType: "SINGLE_IP_INTERNALLY_REDUNDANT",
        interfaces: [{ id: 0, ipAddress: "203.0.113.7" }],
      });
      const tunnel = new gcp.VPNTunnel("office", {
        region,
        vpnGateway: gateway.id,
        vpnGatewayInterface: 0,
        peerExternalGateway: office.id,
        peerExternalGatewayInterface: 0,
        router: router.name,
        sharedSecret: "not a secret of anyone",
        ikeVersion: 2,
        cipherSuite: {
          phase1: {
            encryptions: ["AES-GCM-16-256"], integrities: [], prves: ["PRF-HMAC-SHA2-384"], dhs: ["Group-20"],
          },
          phase2: { encryptions: ["AES-GCM-16-256"], integrities: [], pfs: ["Group-20"] },
        },
      });
      const port = new gcp.RouterInterface("office", {
        region, router: router.name, vpnTunnel: tunnel.name, ipRange: "169.254.100.2/30",
      });
      new gcp.RouterPeer("office", {
        region, router: router.name, interface: port.name, ipAddress: "169.254.100.2",
        peerIpAddress: "169.254.100.1", peerAsn: 64900,
      });
    `),
  },
];

for (const { concern, what, rule, project, neverMade } of violations) {
  engineSuite(`${concern}: ${what}`, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine({ project });
    });
    after(() => engine?.stop());

    it("fails the preview", async () => {
      const { code, stdout } = await engine.run(["preview", ...PACK]);
      assert.notEqual(code, 0);
      assert.match(stdout, rule);
    });

    it("fails an update without a preview before anything of the wrong kind exists", async () => {
      const { code, stdout } = await engine.run(["up", "--yes", "--skip-preview", ...PACK]);
      assert.notEqual(code, 0);
      assert.match(stdout, rule);
      const wrong = objectsIn(engine.clouds).filter(({ type }) => neverMade?.includes(type) ?? true);
      assert.deepEqual(wrong, []);
    });
  });
}

for (const { concern, what, rule, project } of violationsOfTheWhole) {
  engineSuite(`${concern}: ${what}`, () => {
    let engine: Engine;
    before(async () => {
      engine = await startEngine({ project });
    });
    after(() => engine?.stop());

    it("fails an update with its preview before anything exists", async () => {
      const { code, stdout } = await engine.run(["up", "--yes", ...PACK]);
      assert.notEqual(code, 0);
      assert.match(stdout, rule);
      assert.deepEqual(objectsIn(engine.clouds), []);
    });

    it("fails an update without a preview", async () => {
      const { code, stdout } = await engine.run(["up", "--yes", "--skip-preview", ...PACK]);
      assert.notEqual(code, 0);
      assert.match(stdout, rule);
    });
  });
}

/** The dev environment with one value of its spec changed. */
function dev(path: string[], value: unknown): EngineOptions["project"] {
  return (folder) => {
    writeProject(folder);
    setInSpec(folder, "dev", path, value);
  };
}

function program(text: string): EngineOptions["project"] {
  return (folder) => writeProgram(folder, text);
}
