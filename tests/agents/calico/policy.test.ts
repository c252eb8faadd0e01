import assert from "node:assert/strict";
import fc from "fast-check";
import { calicoPolicies } from "../../../agents/calico/policy";
import { calicoPolicyRules } from "../../../agents/calico/read-policy";
import { portSet, portTexts } from "../../../network/model/port-set";
import { UNKNOWN } from "../../../network/model/resource";
import type { AdmitPlan } from "../../../network/plan/admits";
import { prefixOf } from "../../../network/reach/interval";
import { admission } from "../../../network/reach/overlay";

const PEERS = [
  { name: "frankfurt", nodes: "10.65.0.0/20", pods: "10.81.0.0/17" },
  { name: "oslo", nodes: "10.67.0.0/20", pods: "10.83.0.0/17" },
  { name: "tokyo", nodes: "10.66.0.0/20", pods: "10.82.0.0/17" },
];

function policyOf(admits: AdmitPlan[], peers = PEERS) {
  const [tier, policy] = calicoPolicies({ clusterName: "dublin", admits, peers });
  assert.ok(tier && policy);
  return { tier, policy };
}

function rulesOf(spec: object) {
  return calicoPolicyRules({ spec });
}

/** What a range may open at dublin's pods, by the policy as it is read back. */
function admitted(admits: AdmitPlan[], range: string): string[] {
  const origin = { urn: "urn:policy" };
  const policies = calicoPolicyRules(policyOf(admits).policy).map((rule) => ({
    urn: "urn:policy",
    ...rule,
    origin,
  }));
  const own = prefixOf(range);
  assert.ok(own);
  return portTexts(admission(policies, "somebody", [own]).ports);
}

describe("Calico's policy for strict isolation", () => {
  it("refuses peers' nodes and pods before any other policy, and passes on what it does not name", () => {
    const { tier, policy } = policyOf([]);
    assert.deepEqual(tier, {
      apiVersion: "projectcalico.org/v3",
      kind: "Tier",
      metadata: { name: "isthmus" },
      spec: { order: 50, defaultAction: "Pass" },
    });
    assert.deepEqual(policy, {
      apiVersion: "projectcalico.org/v3",
      kind: "GlobalNetworkPolicy",
      metadata: { name: "isthmus.isolation" },
      spec: {
        tier: "isthmus",
        order: 0,
        selector: "all()",
        namespaceSelector: "has(projectcalico.org/name)",
        types: ["Ingress"],
        ingress: [
          { action: "Deny", source: { nets: PEERS.flatMap(({ nodes, pods }) => [nodes, pods]).sort() } },
          { action: "Pass" },
        ],
      },
    });
  });

  it("refuses whom it admits on some ports every other port", () => {
    const { policy } = policyOf([{ from: "frankfurt", ports: ["443/tcp"] }]);
    const nets = ["10.81.0.0/17"];
    assert.deepEqual((policy.spec.ingress as unknown[]).slice(1), [
      { action: "Deny", protocol: "TCP", source: { nets }, destination: { ports: ["1:442", "444:65535"] } },
      { action: "Deny", protocol: "UDP", source: { nets }, destination: { ports: ["1:65535"] } },
      { action: "Pass" },
    ]);
  });

  it("refuses nobody where nobody is reached, rather than everybody", () => {
    assert.deepEqual(policyOf([], []).policy.spec.ingress, [{ action: "Pass" }]);
  });

  it("never permits, so that it lifts nothing that other policies forbid", () => {
    const { policy } = policyOf([{ from: "tokyo", ports: ["443/tcp"] }]);
    for (const { action } of policy.spec.ingress as { action: string }[]) assert.notEqual(action, "Allow");
  });

  it("lets in exactly what is admitted, from exactly whose pods, and leaves others alone", () => {
    const port = fc
      .tuple(
        fc.integer({ min: 1, max: 65_000 }),
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom("tcp", "udp"),
      )
      .map(([first, more, protocol]) => `${first}-${first + more}/${protocol}`);
    const admits = fc
      .uniqueArray(fc.constantFrom("frankfurt", "tokyo", "oslo"))
      .chain((names) =>
        fc.tuple(...names.map((from) => fc.record({ from: fc.constant(from), ports: fc.array(port) }))),
      );
    fc.assert(
      fc.property(admits, (given) => {
        for (const { name, nodes, pods } of PEERS) {
          const own = given.find((one) => one.from === name);
          assert.deepEqual(admitted(given, pods), own ? portTexts(portSet(own.ports)) : []);
          assert.deepEqual(admitted(given, nodes), []);
        }
        assert.deepEqual(admitted(given, "10.99.0.0/17"), portTexts(portSet([])));
      }),
    );
  });
});

describe("reading Calico's policies", () => {
  const pass = { action: "Pass" };

  it("says nothing of policies for what goes out, or for nodes", () => {
    for (const spec of [{ types: ["Egress"] }, { egress: [pass] }, { preDNAT: true, ingress: [pass] }])
      assert.deepEqual(rulesOf(spec), [{ allPods: false, ingress: [], shuts: false }]);
  });

  it("takes for shut what a policy of the default tier does not name", () => {
    const [rule] = rulesOf({
      selector: "all()",
      ingress: [{ action: "Allow", source: { nets: ["10.1.0.0/16"] } }],
    });
    assert.deepEqual(rule, { allPods: true, ingress: [{ nets: ["10.1.0.0/16"], ports: [] }], shuts: true });
  });

  it("takes a permission for everybody, by ports, and for the own cluster's pods", () => {
    const ports = [80, "8080:8090"];
    const [rule] = rulesOf({
      ingress: [
        { action: "Log" },
        { action: "Allow", protocol: "TCP", destination: { ports } },
        { action: "Allow", source: { selector: "app == 'web'" } },
        { action: "Allow", protocol: "ICMP" },
      ],
    });
    assert.deepEqual(rule?.ingress, [
      { allBut: [], ranges: ["0.0.0.0/0"], ports: ["80/tcp", "8080-8090/tcp"] },
      { ports: [] },
      { allBut: [], ranges: ["0.0.0.0/0"], ports: ["icmp"] },
    ]);
  });

  it("asks nothing after a rule for everything", () => {
    const [allowed] = rulesOf({ ingress: [{ action: "Allow" }, { action: "Deny" }] });
    assert.deepEqual(allowed?.ingress, [{ allBut: [], ranges: ["0.0.0.0/0"], ports: [] }]);
    const [denied] = rulesOf({ ingress: [{ action: "Deny" }, { action: "Allow" }] });
    assert.deepEqual([denied?.ingress, denied?.shuts], [[], true]);
  });

  it("does not guess at what it cannot tell", () => {
    const allow = { action: "Allow" };
    const unread: object[] = [
      { ingress: UNKNOWN },
      { types: UNKNOWN },
      { ingress: [UNKNOWN] },
      { ingress: [{ ...allow, source: { notNets: ["10.0.0.0/8"] } }] },
      { ingress: [{ ...allow, source: { nets: UNKNOWN } }] },
      { ingress: [{ ...allow, destination: { selector: "x" } }] },
      { ingress: [{ ...allow, protocol: "TCP", destination: { ports: ["http"] } }] },
      { ingress: [{ ...allow, protocol: "SCTP" }] },
      { ingress: [{ ...allow, http: { methods: ["GET"] } }] },
      {
        ingress: [
          { ...allow, source: { nets: ["10.1.0.0/16"] } },
          { action: "Deny", source: { nets: ["10.1.2.0/24"] } },
        ],
      },
      { ingress: [{ action: "Pass", source: { nets: ["10.1.0.0/16"] } }] },
      { tier: "platform", ingress: [{ action: "Deny", source: { nets: ["10.1.0.0/16"] } }] },
    ];
    for (const spec of unread) assert.equal(rulesOf(spec)[0]?.ingress, UNKNOWN, JSON.stringify(spec));
    assert.equal(rulesOf({ selector: UNKNOWN, ingress: [pass] })[0]?.allPods, UNKNOWN);
    assert.equal(rulesOf({ selector: "app == 'web'", ingress: [pass] })[0]?.allPods, false);
    assert.deepEqual(calicoPolicyRules({ spec: UNKNOWN })[0]?.ingress, UNKNOWN);
    assert.deepEqual(calicoPolicyRules({}), []);
  });

  it("never throws, whatever the policy is", () => {
    fc.assert(fc.property(fc.anything(), (spec) => void calicoPolicyRules({ spec })));
  });
});
