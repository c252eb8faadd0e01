import assert from "node:assert/strict";
import { clusterSetDns } from "../../../agents/cluster-set/dns";

describe("what answers for names of the cluster set", () => {
  const manifests = clusterSetDns("10.96.0.11");
  const spec = (kind: string) => manifests.find((one) => one.kind === kind);

  it("stands at the planned address, and sends port 53 to one that needs no privilege", () => {
    assert.deepEqual(spec("Service")?.spec, {
      clusterIP: "10.96.0.11",
      selector: spec("Service")?.metadata.labels,
      ports: [
        { name: "dns", port: 53, targetPort: "dns", protocol: "UDP" },
        { name: "dns-tcp", port: 53, targetPort: "dns-tcp", protocol: "TCP" },
      ],
    });
    const text = JSON.stringify(spec("ConfigMap"));
    assert.match(text, /clusterset\.local:1053 \{/);
    assert.match(text, /multicluster clusterset\.local/);
  });

  it("may read what it answers from, and change nothing", () => {
    const { rules } = spec("ClusterRole") as unknown as { rules: { resources: string[]; verbs: string[] }[] };
    assert.deepEqual([...new Set(rules.flatMap(({ verbs }) => verbs))], ["list", "watch"]);
    assert.ok(rules.some(({ resources }) => resources.includes("serviceimports")));
  });
});
