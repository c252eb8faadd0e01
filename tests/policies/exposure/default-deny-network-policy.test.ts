import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { defaultDenyRule as rule } from "../../../policies/exposure/default-deny-network-policy";
import { EKS, type Single, said } from "../single";

const shop = (namespace?: unknown): Single => ({
  type: "kubernetes:apps/v1:Deployment",
  props: { metadata: { namespace }, spec: {} },
});
const policy = (spec: unknown, namespace: unknown = "shop"): Single => ({
  type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
  props: { metadata: { namespace }, spec },
});
const CLOSED = { podSelector: {}, policyTypes: ["Ingress"] };

/** A workload in a cluster with Cilium, and a policy for the whole cluster. */
const withClusterwide = (spec: unknown): Record<string, Single> => ({
  dublin: { type: EKS },
  cilium: {
    type: "kubernetes:helm.sh/v3:Release",
    props: { chart: "cilium", namespace: "kube-system", values: {} },
    refs: { values: "dublin" },
  },
  shop: { ...shop("shop"), refs: { spec: "dublin" } },
  all: {
    type: "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
    props: { spec },
    refs: { spec: "dublin" },
  },
});

describe("exposure-default-deny-network-policy", () => {
  it("passes a namespace that a policy of its own shuts, with or without permissions", () => {
    assert.deepEqual(said(rule, { shop: shop("shop"), deny: policy(CLOSED) }), []);
    const some = { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] };
    assert.deepEqual(said(rule, { shop: shop("shop"), deny: policy(some) }), []);
    assert.deepEqual(said(rule, { shop: shop(), deny: policy(CLOSED, "default") }), []);
    const cilium = {
      type: "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
      props: { metadata: { namespace: "shop" }, spec: { endpointSelector: {}, ingress: [{}] } },
    };
    assert.deepEqual(said(rule, { shop: shop("shop"), cilium }), []);
  });

  it("passes a namespace whose name is not known yet by the resource that makes it", () => {
    const parts = {
      namespace: { type: "kubernetes:core/v1:Namespace", props: { metadata: {} } },
      shop: { ...shop(UNKNOWN), refs: { metadata: "namespace" } },
      deny: { ...policy(CLOSED, UNKNOWN), refs: { metadata: "namespace" } },
    };
    assert.deepEqual(said(rule, parts), []);
  });

  it("passes pods of a cluster that one policy shuts, and what belongs to the cluster itself", () => {
    assert.deepEqual(said(rule, withClusterwide({ endpointSelector: {}, ingress: [{}] })), []);
    assert.deepEqual(said(rule, { proxy: shop("kube-system") }), []);
  });

  it("names each namespace once that no policy shuts, or that a policy opens again", () => {
    const [line, ...more] = said(rule, { shop: shop("shop"), cart: shop("shop") });
    assert.match(
      line ?? "",
      /^shop: shop \(urn:.*\) puts pods into namespace shop, which no network policy shuts by default: every pod of every cluster .*; add a NetworkPolicy/,
    );
    assert.deepEqual(more, []);
    for (const spec of [
      { podSelector: { matchLabels: { app: "cart" } } },
      { podSelector: {}, policyTypes: ["Egress"] },
      { podSelector: {}, ingress: [{}] },
    ]) {
      assert.equal(said(rule, { shop: shop("shop"), open: policy(spec) }).length, 1, JSON.stringify(spec));
    }
    assert.equal(said(rule, { shop: shop("shop"), deny: policy(CLOSED, "other") }).length, 1);
    const release = { type: "kubernetes:helm.sh/v3:Release", props: { chart: "redis", namespace: "data" } };
    assert.match(
      said(rule, { release })[0] ?? "",
      /^release: release \(urn:.*\) puts pods into namespace data,/,
    );
    const all = { endpointSelector: {}, ingress: [{ fromEntities: ["all"] }] };
    assert.match(
      said(rule, withClusterwide(all))[0] ?? "",
      /^shop: shop .* namespace shop of dublin \(urn:.*\), which/,
    );
  });

  it("does not pass namespaces and policies that are not known", () => {
    for (const parts of [
      { shop: shop(UNKNOWN) },
      { shop: { type: "kubernetes:apps/v1:Deployment" } },
      { shop: shop("shop"), deny: policy(UNKNOWN) },
      { shop: shop("shop"), deny: policy(CLOSED, UNKNOWN) },
      withClusterwide(UNKNOWN),
    ]) {
      assert.match(said(rule, parts)[0] ?? "", /^shop: .* is not known/, JSON.stringify(parts));
    }
  });
});
