import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { configMap, daemonSet, inCluster, read } from "../manifests";

const of = (config: unknown, name = "kube-flannel-cfg") =>
  read(
    inCluster("dublin", [
      configMap(name, { "net-conf.json": typeof config === "string" ? config : JSON.stringify(config) }),
    ]),
  );

describe("reading Flannel's objects", () => {
  it("finds the range, the backend's encryption and routing, and the MTU", () => {
    const { agent, ranges } = of({ Network: "10.244.0.0/16", Backend: { Type: "wireguard", MTU: 1400 } });
    assert.deepEqual(ranges, ["pods 10.244.0.0/16"]);
    assert.equal(agent?.encryption, "wireguard");
    assert.equal(agent?.mtu, 1400);
    assert.equal(of({ Network: "10.244.0.0/16", Backend: { Type: "host-gw" } }).agent?.routing, "native");
    assert.equal(of({ Network: "10.244.0.0/16" }).agent?.encryption, "none");
  });

  it("finds both families' ranges, and Canal's", () => {
    const both = { Network: "10.244.0.0/16", EnableIPv6: true, IPv6Network: "fd00::/48" };
    assert.deepEqual(of(both, "canal-config").ranges, ["pods 10.244.0.0/16", "pods fd00::/48"]);
  });

  it("takes what cannot be read, and a daemon set whose configuration is elsewhere, for unknown", () => {
    for (const { agent, ranges } of [
      of("{ not: [ json"),
      read(inCluster("dublin", [configMap("kube-flannel-cfg", UNKNOWN)])),
      read(inCluster("dublin", [daemonSet("kube-flannel-ds", "kube-flannel", [])])),
    ]) {
      assert.equal(agent?.encryption, UNKNOWN);
      assert.equal(agent?.routing, UNKNOWN);
      assert.deepEqual(ranges, ["pods unknown"]);
    }
  });
});
