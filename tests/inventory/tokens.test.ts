import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { COVERAGE } from "../../inventory/coverage";

const TOKENS = Object.values(COVERAGE)
  .flatMap(({ read, notRead }) => [...read, ...notRead].map(({ type }) => type))
  .filter((type) => !type.startsWith("pulumi:providers:"));

/** Folder of the SDK that a module's resources are in: `ec2/vpc` names a file, `containerservice` and `apps/v1` a folder. */
function folderOf(type: string): { root: string; folder: string; name: string } {
  const [provider = "", module = "", name = ""] = type.split(":");
  const root = dirname(require.resolve(`@pulumi/${provider}/package.json`));
  const file = provider === "aws" || provider === "gcp";
  const folder = file ? (module.split("/")[0] ?? module) : module.replace(/\.(k8s\.io|sh)(?=\/)/, "");
  return { root, folder, name };
}

const files = new Map<string, string[]>();

function filesIn(folder: string): string[] {
  const known = files.get(folder);
  if (known) return known;
  let found: string[];
  try {
    found = readdirSync(folder);
  } catch {
    found = [];
  }
  files.set(folder, found);
  return found;
}

function isInSdk(type: string): boolean {
  const { root, folder, name } = folderOf(type);
  const file = filesIn(join(root, folder)).find((one) => one.toLowerCase() === `${name.toLowerCase()}.js`);
  if (file === undefined) return false;
  return readFileSync(join(root, folder, file), "utf8").includes(`__pulumiType = '${type}'`);
}

/**
 * Kinds that a cluster learns from a custom resource definition, so that no SDK has them, by their group, version and kind, each with
 * where it is defined.
 */
const CUSTOM: Record<string, string> = {
  "cilium.io/v2:CiliumClusterwideNetworkPolicy": "cilium/cilium v1.19, pkg/k8s/apis/cilium.io/v2",
  "cilium.io/v2:CiliumNetworkPolicy": "cilium/cilium v1.19, pkg/k8s/apis/cilium.io/v2",
  "cilium.io/v2:CiliumLoadBalancerIPPool": "cilium/cilium v1.19, pkg/k8s/apis/cilium.io/v2",
  "cilium.io/v2:CiliumBGPPeerConfig": "cilium/cilium v1.19, pkg/k8s/apis/cilium.io/v2",
  "crd.projectcalico.org/v1:BGPPeer": "projectcalico/calico v3.30, libcalico-go/config/crd",
  "metallb.io/v1beta1:IPAddressPool": "metallb/metallb v0.15, api/v1beta1",
  "policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy":
    "kubernetes-sigs/network-policy-api v0.1, apis/v1alpha1",
};

describe("type tokens that the coverage tables name", () => {
  it("stand in the providers' own SDKs, letter for letter", () => {
    const custom = new Set(Object.keys(CUSTOM).map((kind) => `kubernetes:${kind}`));
    assert.deepEqual(
      TOKENS.filter((type) => !custom.has(type) && !isInSdk(type)),
      [],
    );
  });

  it("are of no SDK only where a cluster's own definitions make them", () => {
    const custom = Object.keys(CUSTOM).map((kind) => `kubernetes:${kind}`);
    assert.deepEqual(
      custom.filter((type) => isInSdk(type) || !TOKENS.includes(type)),
      [],
    );
  });

  it("would be found out if they were wrong by one letter", () => {
    assert.equal(isInSdk("azure-native:network:VirtualNetwork"), true);
    for (const wrong of ["azure-native:network:VirtualNetworks", "aws:ec2/vpc:VPC", "gcp:compute/vpn:Tunnel"])
      assert.equal(isInSdk(wrong), false, wrong);
  });
});
