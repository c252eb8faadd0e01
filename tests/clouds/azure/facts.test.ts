import assert from "node:assert/strict";
import { AZURE_SUITE, saLifetime } from "../../../clouds/azure/ciphers";
import { azureFacts } from "../../../clouds/azure/facts";
import { InputError } from "../../../network/errors";

describe("Azure's facts", () => {
  it("spread a cluster over three zones", () => {
    assert.deepEqual(azureFacts.defaults.zones("westeurope"), ["1", "2", "3"]);
  });

  it("refuse a region without zones, by name", () => {
    assert.throws(
      () => azureFacts.defaults.zones("westus"),
      (error) => error instanceof InputError && error.message.includes('"westus" has no availability zones'),
    );
  });

  it("give nodes one subnet over all zones, and the gateway one of the name that Azure asks for", () => {
    assert.deepEqual(azureFacts.ranges.subnets({ nodes: "10.64.0.0/20" }, ["1", "2"]), [
      { name: "nodes", role: "nodes", range: "10.64.0.0/20" },
    ]);
    assert.deepEqual(azureFacts.ranges.subnets({ nodes: "10.64.0.0/20", gateway: "10.65.0.0/27" }, ["1"]), [
      { name: "nodes", role: "nodes", range: "10.64.0.0/20" },
      { name: "GatewaySubnet", role: "gateway", range: "10.65.0.0/27" },
    ]);
  });

  it("refuse what AKS refuses, AWS's default VPC among it", () => {
    const denied = azureFacts.denied.map(({ cidr }) => cidr);
    for (const range of ["172.30.0.0/16", "172.31.0.0/16", "192.0.2.0/24", "168.63.129.16/32"]) {
      assert.ok(denied.includes(range), range);
    }
  });
});

describe("Azure's spelling of ciphers", () => {
  it("pins the mesh's suite to one value a role", () => {
    assert.deepEqual(AZURE_SUITE, {
      ikeVersion: "IKEv2",
      ikeEncryption: "GCMAES256",
      ikeIntegrity: "SHA384",
      dhGroup: "ECP384",
      ipsecEncryption: "GCMAES256",
      ipsecIntegrity: "GCMAES256",
      pfsGroup: "ECP384",
    });
  });

  it("keeps ESP keys no longer than the peer does", () => {
    assert.equal(saLifetime("aws"), 3600);
    assert.equal(saLifetime("gcp"), 10800);
  });
});
