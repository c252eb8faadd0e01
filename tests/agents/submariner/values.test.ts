import assert from "node:assert/strict";
import { brokerInstallation, submarinerInstallation } from "../../../agents/submariner/installation";
import { submarinerValues } from "../../../agents/submariner/values";
import { agentPlan } from "../agent-plan";
import { keyPaths } from "../cilium/chart-keys";
import { BROKER_KEYS, OPERATOR_KEYS } from "./chart-keys";

const plan = agentPlan({
  kind: "flannel",
  submariner: { broker: "dublin", services: "10.96.0.0/20" },
});

describe("Submariner's values", () => {
  it("name the cluster and its ranges, without NAT and without Globalnet", () => {
    assert.deepEqual(submarinerValues(plan, "aws"), {
      broker: { namespace: "submariner-k8s-broker", insecure: false, globalnet: false },
      submariner: {
        clusterId: "dublin",
        clusterCidr: "10.80.0.0/17",
        serviceCidr: "10.96.0.0/20",
        natEnabled: false,
        cableDriver: "wireguard",
        healthcheckEnabled: true,
        serviceDiscovery: true,
      },
      serviceAccounts: { globalnet: { create: false } },
    });
  });

  it("encrypt between gateways as the agent does within its cluster", () => {
    const driver = (encryption: "ipsec" | "none") =>
      submarinerValues({ ...plan, encryption }, "aws").submariner as { cableDriver: string };
    assert.equal(driver("ipsec").cableDriver, "libreswan");
    assert.equal(driver("none").cableDriver, "vxlan");
  });

  it("hold no key that the charts do not have, secrets among them", () => {
    for (const cloud of ["aws", "gcp", "azure"] as const) {
      const [release] = submarinerInstallation(plan, cloud).releases;
      const paths = [...keyPaths(release?.values), ...Object.keys(release?.secretValues ?? {})];
      for (const path of paths) assert.ok(OPERATOR_KEYS.includes(path), path);
    }
    const [broker] = brokerInstallation().releases;
    for (const path of keyPaths(broker?.values)) assert.ok(BROKER_KEYS.includes(path), path);
  });
});
