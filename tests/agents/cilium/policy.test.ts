import assert from "node:assert/strict";
import fc from "fast-check";
import { ciliumPolicy } from "../../../agents/cilium/policy";
import { policyRules } from "../../../agents/cilium/read-policy";
import { portSet, portTexts } from "../../../network/model/port-set";
import type { AdmitPlan } from "../../../network/plan/admits";
import { admission } from "../../../network/reach/overlay";

const LABEL = "io.cilium.k8s.policy.cluster";

function refusals(admits: AdmitPlan[]): unknown {
  return ciliumPolicy({ clusterName: "dublin", admits }).spec.ingressDeny;
}

/** What pods of a cluster may open at dublin's, by the policy as it is read back. */
function admitted(admits: AdmitPlan[], from: string): string[] {
  const origin = { urn: "urn:policy" };
  const policies = policyRules(ciliumPolicy({ clusterName: "dublin", admits })).map((rule) => ({
    urn: "urn:policy",
    ...rule,
    origin,
  }));
  return portTexts(admission(policies, from).ports);
}

describe("Cilium's policy for strict isolation", () => {
  it("refuses other clusters' pods, and shuts nothing that it does not name", () => {
    assert.deepEqual(ciliumPolicy({ clusterName: "dublin", admits: [] }), {
      apiVersion: "cilium.io/v2",
      kind: "CiliumClusterwideNetworkPolicy",
      metadata: { name: "isthmus-isolation" },
      spec: {
        description: "Other clusters of the mesh, as its traffic says",
        endpointSelector: {},
        enableDefaultDeny: { ingress: false, egress: false },
        ingressDeny: [
          {
            fromEndpoints: [
              {
                matchExpressions: [
                  { key: LABEL, operator: "Exists" },
                  { key: LABEL, operator: "NotIn", values: ["dublin"] },
                ],
              },
            ],
          },
        ],
      },
    });
  });

  it("permits nothing, so that it lifts nothing that other policies forbid", () => {
    const { spec } = ciliumPolicy({ clusterName: "dublin", admits: [{ from: "tokyo", ports: ["443/tcp"] }] });
    assert.ok(!("ingress" in spec) && !("egress" in spec));
  });

  it("refuses whom it admits on some ports every other port", () => {
    const [, frankfurt] = refusals([{ from: "frankfurt", ports: ["443/tcp"] }]) as unknown[];
    assert.deepEqual(frankfurt, {
      fromEndpoints: [{ matchLabels: { [LABEL]: "frankfurt" } }],
      toPorts: [
        {
          ports: [
            { port: "1", endPort: 442, protocol: "TCP" },
            { port: "444", endPort: 65_535, protocol: "TCP" },
            { port: "1", endPort: 65_535, protocol: "UDP" },
          ],
        },
      ],
    });
  });

  it("leaves alone whom it admits on every port", () => {
    assert.equal((refusals([{ from: "frankfurt", ports: [] }]) as unknown[]).length, 1);
  });

  it("puts no more than 40 ports into one list", () => {
    const ports = Array.from({ length: 60 }, (_, index) => `${100 + 2 * index}/tcp`);
    const [, frankfurt] = refusals([{ from: "frankfurt", ports }]) as { toPorts: { ports: unknown[] }[] }[];
    const lists = frankfurt?.toPorts.map((list) => list.ports.length) ?? [];
    assert.deepEqual(lists, [40, 22]);
    assert.deepEqual(admitted([{ from: "frankfurt", ports }], "frankfurt"), ports);
  });

  it("lets in exactly what is admitted, from exactly whom", () => {
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
        for (const from of ["frankfurt", "tokyo", "oslo", "nobody"]) {
          const own = given.find((one) => one.from === from);
          assert.deepEqual(admitted(given, from), own ? portTexts(portSet(own.ports)) : []);
        }
      }),
    );
  });
});
