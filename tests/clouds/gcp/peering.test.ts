import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { makeGcpEnd } from "../../../clouds/gcp/peering";
import type { EndRequest, GatewayArgs } from "../../../clouds/link-end";
import { InputError } from "../../../network/errors";
import type { Resource } from "../../../network/model/resource";
import { isUnknown } from "../../../network/model/resource";
import { type Recording, record } from "../../../recorder/record";
import { endProgram, TO_AWS, TO_AZURE } from "./mesh";

const AWS_ADDRESSES = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
const AZURE_ADDRESSES = ["198.51.100.1", "198.51.100.2"];

function ofType(recording: Recording, type: string): Resource[] {
  return recording.resources.filter((resource) => resource.type === type);
}

function only(recording: Recording, type: string): Resource {
  const found = ofType(recording, type);
  assert.equal(found.length, 1);
  return found[0] as Resource;
}

function interfacesOf(recording: Recording) {
  return ofType(recording, "gcp:compute/vPNTunnel:VPNTunnel").map(({ name, props }) => [
    name,
    props.vpnGatewayInterface,
    props.peerExternalGatewayInterface,
  ]);
}

function sessionsOf(recording: Recording) {
  const ranges = ofType(recording, "gcp:compute/routerInterface:RouterInterface").map(
    ({ props }) => props.ipRange,
  );
  return ofType(recording, "gcp:compute/routerPeer:RouterPeer").map(({ props }, index) => [
    ranges[index],
    props.peerIpAddress,
    props.peerAsn,
  ]);
}

describe("Google Cloud's end of a link", () => {
  it("to AWS has four tunnels, two an interface, each to an address of its own", async () => {
    const recording = await record(endProgram(TO_AWS, "aws", AWS_ADDRESSES));
    assert.deepEqual(recording.failures, []);

    const peer = only(recording, "gcp:compute/externalVpnGateway:ExternalVpnGateway").props;
    assert.equal(peer.redundancyType, "FOUR_IPS_REDUNDANCY");
    assert.deepEqual(
      peer.interfaces,
      AWS_ADDRESSES.map((ipAddress, id) => ({ id, ipAddress })),
    );
    assert.deepEqual(interfacesOf(recording), [
      ["dublin--frankfurt-1", 0, 0],
      ["dublin--frankfurt-2", 0, 1],
      ["dublin--frankfurt-3", 1, 2],
      ["dublin--frankfurt-4", 1, 3],
    ]);
    assert.deepEqual(sessionsOf(recording), [
      ["169.254.100.2/30", "169.254.100.1", 64512],
      ["169.254.100.6/30", "169.254.100.5", 64512],
      ["169.254.100.10/30", "169.254.100.9", 64512],
      ["169.254.100.14/30", "169.254.100.13", 64512],
    ]);
  });

  it("to Azure has two tunnels, interface to instance", async () => {
    const recording = await record(endProgram(TO_AZURE, "azure", AZURE_ADDRESSES));
    assert.deepEqual(recording.failures, []);
    const peer = only(recording, "gcp:compute/externalVpnGateway:ExternalVpnGateway").props;
    assert.equal(peer.redundancyType, "TWO_IPS_REDUNDANCY");
    assert.deepEqual(interfacesOf(recording), [
      ["amsterdam--frankfurt-1", 0, 0],
      ["amsterdam--frankfurt-2", 1, 1],
    ]);
    assert.deepEqual(sessionsOf(recording), [
      ["169.254.21.9/30", "169.254.21.10", 64512],
      ["169.254.21.13/30", "169.254.21.14", 64512],
    ]);
  });

  it("keeps its keys secret", async () => {
    const recording = await record(endProgram(TO_AWS, "aws", AWS_ADDRESSES));
    for (const { props } of ofType(recording, "gcp:compute/vPNTunnel:VPNTunnel")) {
      assert.ok(isUnknown(props.sharedSecret));
    }
    assert.doesNotMatch(JSON.stringify(recording.resources), /key of/);
  });

  it("pins IKEv2 and one cipher a role on every tunnel", async () => {
    const recording = await record(endProgram(TO_AZURE, "azure", AZURE_ADDRESSES));
    for (const { props } of ofType(recording, "gcp:compute/vPNTunnel:VPNTunnel")) {
      assert.equal(props.ikeVersion, 2);
      assert.deepEqual(props.cipherSuite, {
        phase1: {
          encryptions: ["AES-GCM-16-256"],
          integrities: [],
          prves: ["PRF-HMAC-SHA2-384"],
          dhs: ["Group-20"],
        },
        phase2: { encryptions: ["AES-GCM-16-256"], integrities: [], pfs: ["Group-20"] },
      });
    }
  });

  it("keeps a tunnel's name when another is taken out", async () => {
    const without = { ...TO_AWS, tunnels: TO_AWS.tunnels.slice(1) };
    const recording = await record(endProgram(without, "aws", AWS_ADDRESSES));
    assert.deepEqual(
      interfacesOf(recording).map(([name]) => name),
      ["dublin--frankfurt-2", "dublin--frankfurt-3", "dublin--frankfurt-4"],
    );
  });

  it("says what it lacks", async () => {
    assert.match(await failureOf({ gateway: { router: undefined } }), /Cloud Router/);
    const three = { addresses: AWS_ADDRESSES.slice(1) };
    assert.match(await failureOf({ peer: three }), /1, 2 or 4 outside addresses; this one has 3/);
    assert.match(await failureOf({ peer: { cloud: "gcp" } }), /link members of two clouds/);
    const two = { addresses: AZURE_ADDRESSES };
    assert.match(await failureOf({ peer: two }), /interface 2 of the peer, which has 2/);
    assert.match(await failureOf({ keys: [] }), /tunnel\/1: The tunnel has no pre-shared key/);
  });
});

interface Change {
  gateway?: Partial<GatewayArgs>;
  peer?: Partial<EndRequest["peer"]>;
  keys?: EndRequest["keys"];
}

/** What is said of an end to AWS that is right but for `change`. */
async function failureOf(change: Change): Promise<string> {
  const { failures } = await record(() => {
    const addresses = ["192.0.2.1", "192.0.2.2"];
    const gateway = { asn: 64514, id: "gateway", router: "router", addresses, advertise: [] };
    makeGcpEnd({
      link: TO_AWS,
      side: "b",
      gateway: { cloud: "gcp", region: "europe-west3", ...gateway, ...change.gateway },
      peer: { cloud: "aws", addresses: AWS_ADDRESSES, ...change.peer },
      keys: change.keys ?? TO_AWS.tunnels.map(({ name }) => pulumi.secret(name)),
      parent: new pulumi.ComponentResource("test:index:Link", "link"),
    });
  });
  assert.ok(failures[0] instanceof InputError);
  return failures[0].message;
}
