import assert from "node:assert/strict";
import { disagreements } from "../../../network/link/agreement";
import type { TunnelEndFact } from "../../../network/model/network";
import { UNKNOWN } from "../../../network/model/resource";

const aws: TunnelEndFact = {
  urn: "urn:dublin",
  tunnel: 1,
  cloud: "aws",
  interface: 0,
  address: "169.254.100.1",
  peerAddress: "169.254.100.2",
  asn: 64512,
  peerAsn: 64513,
  ike: [2],
  phase1: { encryption: ["aes256gcm16"], integrity: ["sha384"], groups: [20] },
  phase2: { encryption: ["aes256gcm16"], integrity: ["sha384"], groups: [20] },
  origin: { urn: "urn:dublin" },
};

const gcp: TunnelEndFact = {
  ...aws,
  urn: "urn:frankfurt",
  cloud: "gcp",
  address: "169.254.100.2",
  peerAddress: "169.254.100.1",
  asn: 64513,
  peerAsn: 64512,
  phase1: { encryption: ["aes256gcm16"], integrity: [], groups: [20] },
  phase2: { encryption: ["aes256gcm16"], integrity: [], groups: [20] },
  origin: { urn: "urn:frankfurt" },
};

const found = (change: Partial<TunnelEndFact>) => disagreements(aws, { ...gcp, ...change });

describe("the two ends of a tunnel", () => {
  it("agree where they mirror each other, also where only one lists an integrity beside AEAD", () => {
    assert.deepEqual(disagreements(aws, gcp), []);
    assert.deepEqual(disagreements(gcp, aws), []);
  });

  it("disagree on inside addresses and ASNs that do not mirror", () => {
    assert.match(found({ address: "169.254.100.6" }).join(), /inside address.*100\.6/s);
    assert.match(found({ peerAddress: "169.254.100.9" }).join(), /inside address.*100\.9/s);
    assert.match(found({ asn: 65000 }).join(), /ASN.*65000/s);
    assert.match(found({ peerAsn: 65000 }).join(), /ASN.*65000/s);
  });

  it("disagree on having one ASN both", () => {
    const same = disagreements({ ...aws, peerAsn: 64512 }, { ...gcp, asn: 64512 });
    assert.equal(same.length, 1);
    assert.match(same.join(), /64512/);
  });

  it("disagree where an IKE version, a cipher, a hash or a group has nothing in common", () => {
    assert.match(found({ ike: [1] }).join(), /IKE version/);
    assert.match(found({ phase1: { ...gcp.phase1, encryption: ["aes256"] } }).join(), /phase 1.*aes256/);
    assert.match(found({ phase1: { ...gcp.phase1, integrity: ["sha256"] } }).join(), /phase 1.*sha256/);
    assert.match(found({ phase1: { ...gcp.phase1, groups: [19] } }).join(), /phase 1.*19/);
    assert.match(found({ phase2: { ...gcp.phase2, encryption: ["aes256"] } }).join(), /phase 2.*aes256/);
    assert.match(found({ phase2: { ...gcp.phase2, groups: [14] } }).join(), /phase 2.*14/);
  });

  it("need no hash in common for ESP with AEAD, but for ESP without", () => {
    assert.deepEqual(found({ phase2: { ...gcp.phase2, integrity: ["sha256"] } }), []);
    const cbc = (hash: string) => ({ encryption: ["aes256"], integrity: [hash], groups: [20] });
    const found256 = disagreements({ ...aws, phase2: cbc("sha384") }, { ...gcp, phase2: cbc("sha256") });
    assert.match(found256.join(), /phase 2.*sha384.*sha256/);
  });

  it("agree where one of several values is common", () => {
    const groups = { ...gcp.phase2, groups: [14, 20] };
    assert.deepEqual(found({ phase2: groups }), []);
  });

  it("are not said to disagree on what is unknown or left to the cloud", () => {
    const open = { encryption: UNKNOWN, groups: undefined };
    assert.deepEqual(found({ address: UNKNOWN, asn: UNKNOWN, ike: UNKNOWN, phase1: open, phase2: {} }), []);
  });
});
