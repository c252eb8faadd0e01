import assert from "node:assert/strict";
import fc from "fast-check";
import { policyRules } from "../../../agents/cilium/read-policy";
import { UNKNOWN } from "../../../network/model/resource";

const LABEL = "io.cilium.k8s.policy.cluster";

const rule = (spec: Record<string, unknown>) => policyRules({ spec: { endpointSelector: {}, ...spec } })[0];
const from = (matchLabels: Record<string, string>) => [{ fromEndpoints: [{ matchLabels }] }];

describe("reading Cilium's clusterwide policies", () => {
  it("finds whom they let in, by cluster and port", () => {
    const ports = [{ ports: [{ port: "443", protocol: "TCP" }, { port: 53 }] }];
    assert.deepEqual(rule({ ingress: [{ ...from({ [LABEL]: "tokyo" })[0], toPorts: ports }] }), {
      allPods: true,
      shuts: true,
      ingress: [{ clusters: ["tokyo"], ports: ["443/tcp", "53/tcp", "53/udp"] }],
    });
  });

  it("takes selectors without a cluster for the own one", () => {
    assert.deepEqual(
      rule({ ingress: [{ fromEndpoints: [{}] }, { fromEntities: ["cluster", "host"] }] })?.ingress,
      [{ ports: [] }, { ports: [] }],
    );
  });

  it("finds who is meant by expressions and entities", () => {
    const expression = (operator: string, values?: string[]) => [
      { fromEndpoints: [{ matchExpressions: [{ key: LABEL, operator, ...(values ? { values } : {}) }] }] },
    ];
    const ingress = (rules: unknown[]) => rule({ ingress: rules })?.ingress;
    assert.deepEqual(ingress(expression("In", ["oslo", "tokyo"])), [
      { clusters: ["oslo", "tokyo"], ports: [] },
    ]);
    assert.deepEqual(ingress(expression("Exists")), [{ allBut: [], ports: [] }]);
    assert.deepEqual(ingress(expression("NotIn", ["oslo"])), [{ allBut: ["oslo"], ports: [] }]);
    assert.deepEqual(ingress([{ fromEntities: ["all"] }]), [
      { allBut: [], ranges: ["0.0.0.0/0"], ports: [] },
    ]);
    assert.deepEqual(ingress([{ fromEntities: ["world"] }]), [{ ranges: ["0.0.0.0/0"], ports: [] }]);
    assert.deepEqual(ingress([{ fromCIDR: ["10.0.0.0/8"] }]), [{ ranges: ["10.0.0.0/8"], ports: [] }]);
  });

  it("knows an empty rule, which lets in nobody, from one of ports alone, which lets in everybody", () => {
    assert.deepEqual(rule({ ingress: [{}] })?.ingress, [{ ports: [] }]);
    const toPorts = [{ ports: [{ port: "80", protocol: "TCP" }] }];
    assert.deepEqual(rule({ ingress: [{ toPorts }] })?.ingress, [{ allBut: [], ports: ["80/tcp"] }]);
  });

  it("says nothing of what comes in where a policy says nothing of it, or is for nodes", () => {
    const nothing = { allPods: false, ingress: [], shuts: false };
    assert.deepEqual(rule({ egress: [{}] }), nothing);
    assert.deepEqual(policyRules({ spec: { nodeSelector: {}, ingress: [{}] } }), [nothing]);
    assert.deepEqual(policyRules({}), []);
  });

  it("knows what shuts the rest from what does not", () => {
    const [refusal] = from({ [LABEL]: "tokyo" });
    assert.equal(rule({ ingressDeny: [refusal] })?.shuts, true);
    const spared = rule({ ingressDeny: [refusal], enableDefaultDeny: { ingress: false } });
    assert.deepEqual(spared, {
      allPods: true,
      shuts: false,
      ingress: [{ clusters: ["tokyo"], ports: [], deny: true }],
    });
  });

  it("takes a permission for some pods of a cluster for one for the cluster, and a refusal of some for none", () => {
    const some = from({ app: "shop", [LABEL]: "tokyo" });
    assert.deepEqual(rule({ ingress: some })?.ingress, [{ clusters: ["tokyo"], ports: [] }]);
    assert.deepEqual(rule({ ingressDeny: some })?.ingress, [{ ports: [], deny: true }]);
  });

  it("knows which select every pod", () => {
    const ingress = [{}];
    assert.equal(rule({ ingress, endpointSelector: { matchLabels: { app: "shop" } } })?.allPods, false);
    assert.equal(rule({ ingress, endpointSelector: { matchLabels: {} } })?.allPods, true);
    assert.equal(rule({ ingress, endpointSelector: UNKNOWN })?.allPods, UNKNOWN);
  });

  it("reads each of several rules", () => {
    const specs = [
      { endpointSelector: {}, ingress: [{}] },
      { endpointSelector: { matchLabels: { app: "shop" } }, ingress: [{}] },
    ];
    assert.deepEqual(
      policyRules({ specs }).map(({ allPods }) => allPods),
      [true, false],
    );
  });

  it("says unknown for what it cannot tell", () => {
    assert.deepEqual(policyRules({ spec: UNKNOWN }), [{ allPods: UNKNOWN, ingress: UNKNOWN, shuts: true }]);
    const unclear: unknown[] = [
      UNKNOWN,
      [UNKNOWN],
      [{ fromEndpoints: UNKNOWN }],
      [{ fromEndpoints: [{ matchLabels: { [LABEL]: UNKNOWN } }] }],
      [{ fromEndpoints: [{ matchExpressions: [{ key: LABEL, operator: "In", values: UNKNOWN }] }] }],
      [{ toPorts: [{ ports: [{ port: "http" }] }] }],
      [{ toPorts: [{ ports: [{ port: UNKNOWN }] }] }],
    ];
    for (const ingress of unclear) assert.equal(rule({ ingress })?.ingress, UNKNOWN, JSON.stringify(ingress));
  });

  it("never throws, whatever a policy holds", () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), fc.anything(), (spec, ingress, endpoint) => {
        policyRules({
          spec,
          specs: [spec, { ingress }, { ingressDeny: [ingress, { fromEndpoints: [endpoint] }] }],
        });
      }),
    );
  });
});
