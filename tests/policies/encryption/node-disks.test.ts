import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { nodeDisksRule as rule } from "../../../policies/encryption/node-disks";
import { EKS_NODES, GKE_NODES, type Single, said } from "../single";

/** A node group by a launch template with disks, or with something else instead of a list of them. */
function group(blockDeviceMappings?: unknown): Record<string, Single> {
  return {
    template: { type: "aws:ec2/launchTemplate:LaunchTemplate", props: { blockDeviceMappings } },
    nodes: {
      type: EKS_NODES,
      props: { launchTemplate: { id: UNKNOWN, version: "1" } },
      refs: { launchTemplate: "template" },
    },
  };
}
const disk = (encrypted?: unknown) => ({ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted } });
const byDefault = (enabled?: boolean): Record<string, Single> => ({
  default: { type: "aws:ebs/encryptionByDefault:EncryptionByDefault", props: { enabled } },
});

describe("encryption-node-disks", () => {
  it("passes disks that a template or the account encrypts, and Google's, which always are", () => {
    assert.deepEqual(said(rule, group([disk("true"), { deviceName: "/dev/xvdb", noDevice: "" }])), []);
    assert.deepEqual(said(rule, { nodes: { type: EKS_NODES }, ...byDefault() }), []);
    assert.deepEqual(said(rule, { nodes: { type: GKE_NODES } }), []);
  });

  it("names a group with a disk that is not, by its template, without one, or with the default turned off", () => {
    for (const parts of [
      group([disk("true"), disk()]),
      group([]),
      group(),
      { nodes: { type: EKS_NODES } },
      { nodes: { type: EKS_NODES }, ...byDefault(false) },
    ]) {
      assert.match(
        said(rule, parts)[0] ?? "",
        /^nodes: nodes \(urn:.*\) runs nodes whose disks nothing encrypts: .*`ebs\.encrypted`/,
      );
    }
  });

  it("does not pass a template that is not known, or not among the resources", () => {
    const elsewhere = { nodes: { type: EKS_NODES, props: { launchTemplate: { id: "lt-0123" } } } };
    for (const parts of [group(UNKNOWN), group([disk(UNKNOWN)]), elsewhere])
      assert.match(said(rule, parts)[0] ?? "", /^nodes: launchTemplate of .* is not known/);
  });
});
