import assert from "node:assert/strict";
import { submarinerAcross, submarinerPodMtu, submarinerPorts } from "../../../agents/submariner/facts";

describe("Submariner's facts", () => {
  it("open IKE and ESP for IPsec, and the encapsulation and discovery for all", () => {
    const ports = (encryption: "ipsec" | "wireguard" | "none") =>
      submarinerPorts(encryption).map(({ port, protocol }) => (port ? `${port}/${protocol}` : protocol));
    assert.deepEqual(ports("ipsec"), ["500/udp", "4500/udp", "4490/udp", "esp"]);
    assert.deepEqual(ports("wireguard"), ["4500/udp", "4490/udp"]);
    assert.deepEqual(ports("none"), ports("wireguard"));
  });

  it("leave a pod's packet what the cable leaves", () => {
    assert.equal(submarinerPodMtu(1406, "none"), 1356);
    assert.equal(submarinerPodMtu(1406, "wireguard"), 1326);
    assert.equal(submarinerPodMtu(1406, "ipsec"), 1305);
  });

  it("take for a broker only a cluster whose API others find and reach", () => {
    const candidate = { cloud: "aws", publicApi: false, existing: false, behind: false } as const;
    assert.equal(submarinerAcross.noBroker(candidate), undefined);
    assert.match(submarinerAcross.noBroker({ ...candidate, publicApi: true }) ?? "", /api\.access/);
    assert.match(submarinerAcross.noBroker({ ...candidate, existing: true }) ?? "", /was there before/);
    assert.match(submarinerAcross.noBroker({ ...candidate, behind: true }) ?? "", /transit gateway/);
    assert.match(submarinerAcross.noBroker({ ...candidate, cloud: "gcp" }) ?? "", /Google Cloud/);
    assert.match(submarinerAcross.noBroker({ ...candidate, cloud: "azure" }) ?? "", /Azure/);
    assert.match(submarinerAcross.noBroker({ ...candidate, cloud: "site" }) ?? "", /no cluster/);
  });
});
