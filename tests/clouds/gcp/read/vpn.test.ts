import assert from "node:assert/strict";
import { TYPES } from "../../../../clouds/gcp/read/types";
import { UNKNOWN } from "../../../../network/model/resource";
import { type Given, NETWORK, read } from "./foreign";

describe("reading Google Cloud's resources: VPN", () => {
  const gateway: Given = ["gw", TYPES.gateway, { region: "europe-west3" }, { network: "net" }];
  const router = (bgp: unknown): Given => [
    "router",
    TYPES.router,
    { region: "europe-west3", bgp },
    { network: "net" },
  ];
  const tunnel = (props: Record<string, unknown>): Given => [
    "tunnel",
    TYPES.tunnel,
    props,
    { vpnGateway: "gw", router: "router" },
  ];

  it("says nothing is set where a tunnel leaves its ciphers to the cloud", () => {
    const [end] = read(gateway, tunnel({ vpnGatewayInterface: 0 })).tunnelEnds;
    assert.equal(end?.phase1.encryption, undefined);
    assert.equal(end?.phase2.groups, undefined);
    assert.deepEqual(end?.ike, [2]);
    assert.equal(end?.address, UNKNOWN);
    assert.equal(end?.asn, UNKNOWN);
  });

  it("tells IKEv1 and old ciphers in the field's words", () => {
    const cipherSuite = {
      phase1: {
        encryptions: ["AES-CBC-256", "3DES-CBC"],
        integrities: ["HMAC-SHA2-384-192"],
        prves: ["PRF-HMAC-SHA1"],
        dhs: ["Group-14", "Group-2"],
      },
      phase2: { encryptions: ["AES-CBC-128"], integrities: ["HMAC-SHA1-96"], pfs: ["Group-19"] },
    };
    const [end] = read(tunnel({ ikeVersion: 1, cipherSuite, targetVpnGateway: "classic" })).tunnelEnds;
    assert.deepEqual(end?.ike, [1]);
    assert.deepEqual(end?.phase1, {
      encryption: ["aes256", "3des"],
      integrity: ["sha384", "sha1"],
      groups: [14, 2],
    });
    assert.deepEqual(end?.phase2, { encryption: ["aes128"], integrity: ["sha1"], groups: [19] });
    assert.equal(end?.interface, 0);
    assert.equal(end?.gateway, undefined);
  });

  it("says so where ciphers are not known, or not to be understood", () => {
    const [unknown] = read(tunnel({ cipherSuite: UNKNOWN, ikeVersion: UNKNOWN })).tunnelEnds;
    assert.equal(unknown?.phase1.encryption, UNKNOWN);
    assert.equal(unknown?.phase2.integrity, UNKNOWN);
    assert.equal(unknown?.ike, UNKNOWN);
    const suite = { phase1: { encryptions: ["ROT-13"], dhs: ["Curve25519"] } };
    const [odd] = read(tunnel({ cipherSuite: suite })).tunnelEnds;
    assert.deepEqual(odd?.phase1.encryption, ["rot-13"]);
    assert.equal(odd?.phase1.groups, UNKNOWN);
  });

  it("joins interface and session by names, each in its own router", () => {
    const found = read(
      router({ asn: 64600 }),
      ["other", TYPES.router, { bgp: { asn: 64601 } }],
      ["t", TYPES.tunnel, { name: "t1", router: "r1" }, { router: "router" }],
      ["if-other", TYPES.routerInterface, { name: "if", vpnTunnel: "t2" }, { router: "other" }],
      [
        "if-own",
        TYPES.routerInterface,
        { name: "if", vpnTunnel: "t1", ipRange: "169.254.9.1/30" },
        { router: "router" },
      ],
      ["peer-other", TYPES.routerPeer, { interface: "if", peerAsn: 1 }, { router: "other" }],
      [
        "peer-own",
        TYPES.routerPeer,
        { interface: "if", peerAsn: 64700, peerIpAddress: "169.254.9.2" },
        { router: "router" },
      ],
    ).tunnelEnds[0];
    assert.deepEqual(
      [found?.address, found?.peerAddress, found?.asn, found?.peerAsn],
      ["169.254.9.1", "169.254.9.2", 64600, 64700],
    );
  });

  it("tells a gateway's ASN before it has tunnels, if one router of its network speaks BGP", () => {
    const nat: Given = ["nat", TYPES.router, { region: "europe-west3" }, { network: "net" }];
    assert.equal(read(NETWORK, gateway, nat, router({ asn: 64600 })).gateways[0]?.asn, 64600);
    const second: Given = [
      "second",
      TYPES.router,
      { region: "europe-west3", bgp: { asn: 64601 } },
      { network: "net" },
    ];
    assert.equal(read(NETWORK, gateway, router({ asn: 64600 }), second).gateways[0]?.asn, UNKNOWN);
  });

  it("tells what the router and its sessions advertise", () => {
    const advertised = (bgp: unknown, ...sessions: Record<string, unknown>[]) =>
      read(
        NETWORK,
        gateway,
        router(bgp),
        ...sessions.map(
          (props, index): Given => [`s${index}`, TYPES.routerPeer, props, { router: "router" }],
        ),
      ).gateways[0]?.advertises;
    const custom = (...ranges: unknown[]) => ({
      advertiseMode: "CUSTOM",
      advertisedIpRanges: ranges.map((range) => ({ range })),
    });
    assert.equal(advertised({ asn: 1 }), undefined);
    assert.deepEqual(advertised(custom("10.1.0.0/16", "10.0.0.0/16")), ["10.0.0.0/16", "10.1.0.0/16"]);
    assert.equal(advertised({ ...custom("10.0.0.0/16"), advertisedGroups: ["ALL_SUBNETS"] }), undefined);
    assert.deepEqual(advertised(custom("10.0.0.0/16"), {}, custom("10.2.0.0/16")), [
      "10.0.0.0/16",
      "10.2.0.0/16",
    ]);
    assert.equal(advertised({ asn: 1 }, {}, custom("10.2.0.0/16")), undefined);
    assert.equal(advertised(custom(UNKNOWN)), UNKNOWN);
    assert.equal(advertised(UNKNOWN), UNKNOWN);
  });
});
