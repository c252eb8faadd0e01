import assert from "node:assert/strict";
import { Vpc } from "@pulumi/aws/ec2";
import { Network } from "@pulumi/gcp/compute";
import * as pulumi from "@pulumi/pulumi";
import { agentFacts } from "../../agents";
import { makeFirewall as awsFirewall } from "../../clouds/aws/firewall";
import { makeFirewall as azureFirewall } from "../../clouds/azure/firewall";
import { makeMember } from "../../clouds/azure/member";
import { makeFirewall as gcpFirewall } from "../../clouds/gcp/firewall";
import { emptyLock } from "../../network/address/lock";
import type { Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import type { MemberPlan } from "../../network/plan/shape";
import type { MeshSpec } from "../../network/spec/shape";
import { record } from "../../recorder/record";
import { ANY_DATAPATH } from "../network/plan/any-datapath";

const spec: MeshSpec = {
  members: {
    dublin: { cloud: "aws", region: "eu-west-1" },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
    amsterdam: { cloud: "azure", region: "westeurope" },
  },
  traffic: [
    { from: "dublin", to: "frankfurt", ports: ["443/tcp", "30000-32767/udp"] },
    { from: "frankfurt", to: "amsterdam", ports: ["443/tcp", "8443/tcp", "53/udp"] },
    { from: "amsterdam", to: "dublin", ports: ["443/tcp"] },
  ],
};

function planned(changes: Partial<MeshSpec>): Record<string, MemberPlan> {
  return planMesh({ ...spec, ...changes }, emptyLock(), ANY_DATAPATH).plan.members;
}

function memberOf(members: Record<string, MemberPlan>, name: string): MemberPlan {
  const member = members[name];
  assert.ok(member);
  return member;
}

/** What the clouds' rooms make of the firewalls of all members. */
async function firewalls(members: Record<string, MemberPlan>): Promise<Resource[]> {
  const ports = agentFacts({ kind: "cilium" }).ports("wireguard", "overlay");
  const { resources, failures } = await record(() => {
    for (const plan of Object.values(members)) {
      const parent = new pulumi.ComponentResource("test:index:Member", plan.name);
      if (plan.cloud === "aws") awsFirewall({ plan, parent }, new Vpc(plan.name), ports);
      if (plan.cloud === "gcp") gcpFirewall({ plan, parent }, new Network(plan.name), ports);
      if (plan.cloud === "azure") azureFirewall(makeMember(plan, parent), ports);
    }
  });
  assert.deepEqual(failures, []);
  return resources.filter(({ type }) => /SecurityGroupIngressRule|Firewall|SecurityRule/.test(type));
}

function between(rules: Resource[]): string[] {
  return rules.flatMap(({ name }) => (name.includes("pods") ? [name] : [])).sort();
}

describe("firewalls where pods are routed as they are", () => {
  let members: Record<string, MemberPlan>;
  let rules: Resource[];
  before(async () => {
    members = planned({ datapath: "routed", isolation: "strict" });
    rules = await firewalls(members);
  });

  const propsOf = (name: string): Resource["props"] => {
    const rule = rules.find((one) => one.name === name);
    assert.ok(rule, name);
    return rule.props;
  };

  it("let in the intents' ports from the pods that they name, and from no others", () => {
    assert.deepEqual(between(rules), [
      "amsterdam-pods-frankfurt-tcp",
      "amsterdam-pods-frankfurt-udp",
      "dublin-pods-from-amsterdam-443-tcp",
      "frankfurt--dublin--pods",
    ]);
  });

  it("on AWS to the interfaces that pods share with their node", () => {
    const { cidrIpv4, ipProtocol, fromPort, toPort } = propsOf("dublin-pods-from-amsterdam-443-tcp");
    const source = memberOf(members, "amsterdam").ranges.pods;
    assert.deepEqual([cidrIpv4, ipProtocol, fromPort, toPort], [source, "tcp", 443, 443]);
  });

  it("on Google Cloud to the pods' own range", () => {
    const { sourceRanges, destinationRanges, allows } = propsOf("frankfurt--dublin--pods");
    assert.deepEqual(sourceRanges, [memberOf(members, "dublin").ranges.pods]);
    assert.deepEqual(destinationRanges, [memberOf(members, "frankfurt").ranges.pods]);
    assert.deepEqual(allows, [
      { protocol: "tcp", ports: ["443"] },
      { protocol: "udp", ports: ["30000-32767"] },
    ]);
  });

  it("on Azure to the pods' own range, and refuse the rest to nodes and pods alike", () => {
    const { sourceAddressPrefixes, destinationAddressPrefixes, destinationPortRanges, protocol } = propsOf(
      "amsterdam-pods-frankfurt-tcp",
    );
    const { nodes, pods } = memberOf(members, "amsterdam").ranges;
    assert.deepEqual(sourceAddressPrefixes, [memberOf(members, "frankfurt").ranges.pods]);
    assert.deepEqual(destinationAddressPrefixes, [pods]);
    assert.deepEqual([protocol, destinationPortRanges], ["Tcp", ["443", "8443"]]);
    assert.deepEqual(propsOf("amsterdam-deny-rest").destinationAddressPrefixes, [nodes, pods].sort());
  });

  it("give each rule of a group on Azure a priority of its own", () => {
    const priorities = rules.flatMap(({ type, props }) =>
      type.endsWith(":SecurityRule") ? [props.priority] : [],
    );
    assert.equal(new Set(priorities).size, priorities.length);
  });

  it("let in the agent's ports from nodes, and nothing of them from pods", () => {
    const pods = Object.values(members).map(({ ranges }) => ranges.pods);
    const agents = rules.filter(
      ({ name }) => !name.includes("pods") && !/internal|from-nodes|deny/.test(name),
    );
    for (const { name, props } of agents) {
      const sources = [props.cidrIpv4, props.sourceRanges, props.sourceAddressPrefixes].flat();
      assert.ok(!sources.some((source) => pods.includes(String(source))), name);
    }
  });

  it("let nobody in from everywhere", () => {
    for (const { name, props } of rules) {
      if (props.access === "Deny") continue;
      const sources = [
        props.cidrIpv4,
        props.sourceRanges,
        props.sourceAddressPrefix,
        props.sourceAddressPrefixes,
      ];
      assert.ok(
        !sources.flat().some((source) => ["0.0.0.0/0", "*", "Internet"].includes(String(source))),
        name,
      );
    }
  });

  it("let pods of a pair that nobody names open everything, where isolation is open", async () => {
    const open = await firewalls(planned({ datapath: "routed", traffic: [] }));
    assert.equal(between(open).length, 6);
    const { allows } = open.find(({ name }) => name === "frankfurt--dublin--pods")?.props ?? {};
    assert.deepEqual(allows, [{ protocol: "all" }]);
  });
});

describe("firewalls of an overlay", () => {
  it("are the same whatever the isolation: they see nodes only", async () => {
    const shown = async (changes: Partial<MeshSpec>) =>
      (await firewalls(planned(changes))).map(({ name, props }) => JSON.stringify([name, props])).sort();
    const open = await shown({});
    assert.deepEqual(await shown({ isolation: "strict" }), open);
    assert.deepEqual(await shown({ traffic: [] }), open);
    assert.ok(open.every((rule) => !rule.includes("pods-from") && !rule.includes("--pods")));
  });
});
