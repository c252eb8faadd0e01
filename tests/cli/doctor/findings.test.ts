import assert from "node:assert/strict";
import { createServer } from "node:net";
import { findings } from "../../../cli/doctor";
import { clusterApis, endpointsIn } from "../../../cli/doctor/cluster-api";
import type { Finding } from "../../../cli/doctor/finding";
import { quotas } from "../../../cli/doctor/quotas";
import { reach } from "../../../cli/doctor/reach";
import { isAtLeast } from "../../../cli/doctor/toolchain";
import { SOURCES } from "../../../components/plan-sources";
import { emptyLock } from "../../../network/address/lock";
import type { Resource } from "../../../network/model/resource";
import { UNKNOWN } from "../../../network/model/resource";
import { planMesh } from "../../../network/plan/plan";
import type { Plan } from "../../../network/plan/shape";
import { readSpec } from "../../../network/spec/read";
import { specText } from "../isthmus";
import { machine } from "./machine";

const ALL = ["pulumi", "aws", "gke-gcloud-auth-plugin"];

describe("isthmus doctor", () => {
  it("finds what an update needs of a machine that has it", () => {
    const found = findings(plan(), machine({ programs: ALL, pulumi: "3.246.0" }));
    assert.deepEqual(
      found.filter(({ status }) => status === "missing"),
      [],
    );
    assert.ok(found.every(({ status, todo }) => (status === "ok") === (todo === undefined)));
  });

  it("names each program that is missing, and for whose clusters", () => {
    const found = findings(plan(), machine());
    const gone = found.filter(({ status }) => status === "missing");
    assert.deepEqual(
      gone.map(({ subject }) => subject),
      ["pulumi", "aws", "gke-gcloud-auth-plugin"],
    );
    assert.ok(gone.every(({ mandatory }) => mandatory));
    assert.match(gone[1]?.detail ?? "", /the kubeconfig of dublin/);
    assert.match(gone[2]?.detail ?? "", /the kubeconfig of frankfurt/);
  });

  it("asks for no program of a cloud that the mesh is not in", () => {
    const members = { paris: { cloud: "azure", region: "francecentral" } };
    const found = findings(
      plan({ members, traffic: [] }),
      machine({ programs: ["pulumi"], pulumi: "3.246.0" }),
    );
    assert.deepEqual(
      found.filter(({ check, status }) => check === "credential-binary" && status !== "ok"),
      [],
    );
  });

  it("refuses a Node.js and a Pulumi that are too old", () => {
    const found = findings(plan(), machine({ programs: ALL, node: "18.20.0", pulumi: "3.158.9" }));
    assert.deepEqual(
      found.filter(({ status }) => status === "missing").map(({ subject, detail }) => [subject, detail]),
      [
        ["node", "Node.js 18.20.0 is too old"],
        ["pulumi", "Pulumi 3.158.9 is too old"],
      ],
    );
    assert.ok(
      isAtLeast("3.159.0", "3.159.0") && isAtLeast("4.0.0", "3.159.0") && !isAtLeast("3.9.0", "3.159.0"),
    );
  });

  it("minds the length of sessions only where an Azure VPN gateway is made", () => {
    const session = (mesh: Plan) => findings(mesh, machine()).filter(({ check }) => check === "session");
    assert.deepEqual(
      session(plan()).map(({ subject }) => subject),
      ["aws", "gcp", "azure"],
    );
    const without = session(
      plan({ members: { dublin: { cloud: "aws", region: "eu-west-1" } }, traffic: [] }),
    );
    assert.deepEqual(
      without.map(({ status }) => status),
      ["ok"],
    );
  });

  it("names the quotas that must be raised before, with the number that is needed", () => {
    const names = ["a", "b", "c", "d", "e", "f"];
    const members = Object.fromEntries(names.map((name) => [name, { cloud: "aws", region: "eu-west-1" }]));
    const found = quotas(
      plan({ members, traffic: [], topology: { kind: "links", links: [] } }),
      SOURCES.clouds,
    );
    const gone = found.filter(({ status }) => status === "missing");
    assert.deepEqual(
      gone.map(({ subject, detail }) => [subject, detail.slice(0, detail.indexOf(":"))]),
      [
        ["eu-west-1", "6 needed"],
        ["eu-west-1", "18 needed"],
      ],
    );
    assert.match(gone[0]?.todo ?? "", /ask the cloud for more before the update/);
  });

  it("counts the members of two accounts apart", () => {
    const account = (number: number) => ({ roleArn: `arn:aws:iam::${number}:role/mesh` });
    const members = Object.fromEntries(
      [1, 2, 3, 4, 5, 6].map((index) => [
        `m${index}`,
        { cloud: "aws", region: "eu-west-1", account: account(111122223330 + (index % 6)) },
      ]),
    );
    const found = quotas(
      plan({ members, traffic: [], topology: { kind: "links", links: [] } }),
      SOURCES.clouds,
    );
    assert.deepEqual(
      found.filter(({ status }) => status === "missing"),
      [],
    );
  });
});

describe("isthmus doctor, of a cluster's API,", () => {
  const cluster = (type: string, name: string, props: Record<string, unknown>): Resource => ({
    urn: `urn:pulumi:d::p::${type}::${name}`,
    type,
    name,
    custom: true,
    props,
    dependencies: [],
    propertyDependencies: {},
  });

  it("finds where it is in each cloud's resources, and nothing where it is not known yet", () => {
    const endpoints = endpointsIn([
      cluster("aws:eks/cluster:Cluster", "dublin", { endpoint: "https://x.eks.example" }),
      cluster("gcp:container/cluster:Cluster", "frankfurt", { endpoint: "198.51.100.7" }),
      cluster("azure-native:containerservice:ManagedCluster", "amsterdam", {
        fqdn: "a.example",
        privateFQDN: "",
      }),
      cluster("azure-native:containerservice/v20250901:ManagedCluster", "paris", {
        privateFQDN: "p.example",
      }),
      cluster("aws:eks/cluster:Cluster", "later", { endpoint: UNKNOWN }),
      cluster("aws:ec2/vpc:Vpc", "vpc", { endpoint: "https://no" }),
    ]);
    assert.deepEqual(
      endpoints.map(({ cluster: name, host, port }) => `${name} ${host}:${port}`),
      [
        "dublin x.eks.example:443",
        "frankfurt 198.51.100.7:443",
        "amsterdam a.example:443",
        "paris p.example:443",
      ],
    );
  });

  it("tries the connection, and says which cluster does not answer", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const address = server.address();
    const open = typeof address === "object" && address ? address.port : 0;
    const answers = { cluster: "dublin", host: "127.0.0.1", port: open };
    const found = clusterApis([], await reach([answers]));
    assert.deepEqual(
      found.map(({ subject, status }) => [subject, status]),
      [["dublin", "ok"]],
    );
    await new Promise((resolve) => server.close(resolve));
    const [gone] = clusterApis([], await reach([answers]));
    assert.equal(gone?.status, "missing");
    assert.equal(gone?.mandatory, true);
    assert.match(gone?.detail ?? "", /does not answer: ECONNREFUSED/);
  });

  it("says of what it was not asked to try that it is not known, and how to tell", () => {
    const members = {
      dublin: { cloud: "aws", region: "eu-west-1", api: { access: ["198.51.100.0/24"] } },
      frankfurt: { cloud: "gcp", region: "europe-west3" },
    };
    const found: Finding[] = clusterApis(Object.values(plan({ members, traffic: [] }).members), undefined);
    assert.deepEqual(
      found.map(({ subject, status, mandatory }) => [subject, status, mandatory]),
      [
        ["dublin", "unknown", false],
        ["frankfurt", "unknown", false],
      ],
    );
    assert.match(found[0]?.detail ?? "", /open to 198\.51\.100\.0\/24/);
    assert.match(found[1]?.detail ?? "", /private endpoint only/);
  });
});

function plan(changes: Record<string, unknown> = {}): Plan {
  return planMesh(readSpec(JSON.parse(specText(changes))), emptyLock(), SOURCES).plan;
}
