import assert from "node:assert/strict";
import { inventory } from "../../../inventory";
import { rangesDisjoint } from "../../../network/judge/ranges-disjoint";
import { UNKNOWN } from "../../../network/model/resource";
import { configMap, inCluster, object, onPremises, read } from "../manifests";
import { resource } from "../releases";

const submariner = (spec: object) =>
  object("submariner.io/v1alpha1", "Submariner", "submariner", { spec: { clusterID: "dublin", ...spec } });
const chart = (values: unknown) =>
  resource("kubernetes:helm.sh/v3:Release", "submariner", {
    props: { chart: "submariner-operator", values },
  });
const flannel = (network: string) =>
  configMap("kube-flannel-cfg", {
    "net-conf.json": JSON.stringify({ Network: network, Backend: { Type: "wireguard" } }),
  });

describe("reading Submariner", () => {
  it("finds ranges, name and encryption in its resource and in its chart's values", () => {
    const spec = { clusterCIDR: "10.8.0.0/16", serviceCIDR: "10.96.0.0/16", cableDriver: "wireguard" };
    const values = {
      submariner: {
        clusterId: "dublin",
        clusterCidr: "10.8.0.0/16",
        serviceCidr: "10.96.0.0/16",
        cableDriver: "wireguard",
      },
    };
    for (const one of [submariner(spec), chart(values)]) {
      const { agent, ranges } = read(inCluster("dublin", [one]));
      assert.deepEqual(ranges, ["pods 10.8.0.0/16", "services 10.96.0.0/16"]);
      assert.equal(agent?.clusterName, "dublin");
      assert.equal(agent?.encryption, "wireguard");
    }
  });

  it("encrypts by IPsec where no driver is named, and not at all by VXLAN", () => {
    const of = (cableDriver: unknown) =>
      read(inCluster("dublin", [submariner({ cableDriver })])).agent?.encryption;
    assert.equal(of(undefined), "ipsec");
    assert.equal(of("vxlan"), "none");
    assert.equal(of("carrier-pigeon"), UNKNOWN);
    assert.equal(of(UNKNOWN), UNKNOWN);
    assert.equal(read(inCluster("dublin", [chart({})])).agent?.encryption, "ipsec");
    assert.equal(read(inCluster("dublin", [chart(UNKNOWN)])).agent?.encryption, UNKNOWN);
  });

  it("lets pods of clusters overlap that Globalnet translates, in a cloud or not, but no global ranges", () => {
    const judge = (globals: [string, string]) =>
      rangesDisjoint(
        inventory([
          ...inCluster("dublin", [submariner({ globalCIDR: globals[0] }), flannel("10.244.0.0/16")]),
          ...onPremises("office", [
            flannel("10.244.0.0/16"),
            submariner({ clusterID: "office", globalCIDR: globals[1] }),
          ]),
        ]),
      ).problems.map(({ message }) => message);
    assert.deepEqual(judge(["242.0.0.0/16", "242.1.0.0/16"]), []);
    assert.match(judge(["242.0.0.0/16", "242.0.0.0/16"])[0] ?? "", /globalnet pods 242\.0\.0\.0\/16/);
    assert.match(judge(["242.0.0.0/16", ""])[0] ?? "", /pods 10\.244\.0\.0\/16 .* overlaps/);
  });

  it("says that a global range is not known where only the broker knows it", () => {
    const discovery = object("submariner.io/v1alpha1", "ServiceDiscovery", "service-discovery", {
      spec: { globalnetEnabled: true },
    });
    assert.deepEqual(read(inCluster("dublin", [submariner({}), discovery])).ranges, ["pods unknown"]);
    assert.deepEqual(read(inCluster("dublin", [chart({ broker: { globalnet: true } })])).ranges, [
      "pods unknown",
    ]);
  });

  it("says at which broker a cluster meets the others, and whom it joins as far as that is known", () => {
    const of = (values: unknown) => read(inCluster("dublin", [chart(values)])).agent;
    assert.equal(of({ broker: { server: "broker.example:443" } })?.broker, "broker.example:443");
    assert.deepEqual(of({ broker: { server: "broker.example:443" } })?.peers, {});
    assert.equal(of({ broker: { server: UNKNOWN } })?.broker, UNKNOWN);
    assert.equal(of({})?.broker, UNKNOWN);
    assert.equal(of({})?.peers, UNKNOWN);
  });
});
