import assert from "node:assert/strict";
import { Mesh } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { valueAt } from "../../network/model/property";
import type { Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { MeshSpec } from "../../network/spec/shape";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const spec: MeshSpec = {
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
  },
  services: [{ name: "payments", namespace: "shop", members: ["dublin", "frankfurt"] }],
};

describe("a mesh with an exported Service", () => {
  let resources: Resource[];
  let services: Record<string, string>;
  before(async () => {
    const { plan, lock } = planMesh(spec, emptyLock(), SOURCES);
    services = Object.fromEntries(
      Object.values(plan.members).map(({ name, clusterSet }) => [name, clusterSet?.dns ?? ""]),
    );
    const recording = await record(() => new Mesh("mesh", { ...spec, lock: formatLock(lock) }));
    assert.deepEqual(recording.failures, []);
    resources = recording.resources;
  });

  const named = (name: string) => resources.find((resource) => resource.name === name);

  it("has an export in each cluster that has the Service, and its namespace in all", () => {
    const exports = resources.filter(({ type }) => type.endsWith(":ServiceExport"));
    assert.deepEqual(exports.map(({ name }) => name).sort(), [
      "dublin-shop-payments",
      "frankfurt-shop-payments",
    ]);
    for (const member of ["amsterdam", "dublin", "frankfurt"])
      assert.equal(valueAt(named(`${member}-shop`)?.props, "metadata.name"), "shop");
  });

  it("tells each cloud's own DNS where the names of the cluster set are answered", () => {
    const configured = String(named("dublin-coredns")?.props.configurationValues);
    assert.ok(configured.includes(`forward . ${services.dublin}`), configured);
    const data = (name: string) => named(name)?.props.data as Record<string, string>;
    assert.ok(
      data("amsterdam-coredns-custom")["clusterset.server"]?.includes(`forward . ${services.amsterdam}`),
    );
    assert.deepEqual(JSON.parse(data("frankfurt-kube-dns").stubDomains ?? ""), {
      "clusterset.local": [services.frankfurt],
    });
    for (const member of Object.keys(spec.members))
      assert.equal(
        valueAt(named(`${member}-cluster-set-dns-service`)?.props, "spec.clusterIP"),
        services[member],
      );
  });

  it("makes what runs in a cluster through that cluster's provider", () => {
    for (const { type, name, provider } of resources.filter(({ type }) => type.startsWith("kubernetes:"))) {
      const member = name.split("-")[0] ?? "";
      assert.ok(provider?.includes(`${member}-kubernetes`), `${type} ${name}: ${provider}`);
    }
  });

  it("breaks no rule", () => {
    const network = inventory(resources);
    assert.deepEqual(
      mandatory.flatMap((rule) => violations(rule, network, {}).map(({ message }) => message)),
      [],
    );
  });
});
