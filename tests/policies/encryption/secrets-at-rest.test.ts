import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { secretsAtRestRule as rule } from "../../../policies/encryption/secrets-at-rest";
import { AKS, EKS, GKE, said } from "../single";

describe("encryption-secrets-at-rest", () => {
  it("passes clusters of all three clouds that have a key, known or yet to be made", () => {
    const sound = {
      dublin: {
        type: EKS,
        props: { encryptionConfig: { provider: { keyArn: UNKNOWN }, resources: ["secrets"] } },
      },
      frankfurt: { type: GKE, props: { databaseEncryption: { state: "ENCRYPTED", keyName: UNKNOWN } } },
      amsterdam: {
        type: AKS,
        props: { securityProfile: { azureKeyVaultKms: { enabled: true, keyId: UNKNOWN } } },
      },
    };
    assert.deepEqual(said(rule, sound), []);
  });

  it("passes AKS's profile that the provider's SDK hides while its key is yet to be made", () => {
    const key = { type: "azure-native:keyvault:Key" };
    const hidden = { type: AKS, props: { securityProfile: UNKNOWN }, refs: { securityProfile: "key" } };
    assert.deepEqual(said(rule, { key, amsterdam: hidden }), []);
  });

  it("names a cluster that says nothing, or turns it off, and what to write", () => {
    const bare = { dublin: { type: EKS }, frankfurt: { type: GKE }, amsterdam: { type: AKS } };
    const [aws, gcp, azure] = said(rule, bare);
    assert.match(
      aws ?? "",
      /^dublin: dublin \(urn:.*\) encrypts .* no key of yours: .*; set `encryptionConfig/,
    );
    assert.match(gcp ?? "", /^frankfurt: .*; set `databaseEncryption/);
    assert.match(azure ?? "", /^amsterdam: .*; set `securityProfile\.azureKeyVaultKms/);
    const off = { frankfurt: { type: GKE, props: { databaseEncryption: { state: "DECRYPTED" } } } };
    assert.equal(said(rule, off).length, 1);
    const other = { dublin: { type: EKS, props: { encryptionConfig: { resources: [] } } } };
    assert.equal(said(rule, other).length, 1);
  });

  it("does not pass what is not known", () => {
    for (const [type, property] of [
      [EKS, "encryptionConfig"],
      [GKE, "databaseEncryption"],
      [AKS, "securityProfile"],
    ] as const) {
      assert.match(
        said(rule, { one: { type, props: { [property]: UNKNOWN } } })[0] ?? "",
        new RegExp(`^one: ${property} of .* is not known`),
      );
    }
  });
});
