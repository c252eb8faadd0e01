import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { testClouds } from "./client";
import { isSecret, plain } from "./properties";

describe("secrets of the simulated clouds", () => {
  const clouds = testClouds();

  it("are marked by the providers that take them, and left to the engine by those that do not", async () => {
    const takes = async (owner: string) => (await clouds.provider(owner)).acceptsSecrets;
    assert.deepEqual(
      [await takes("random"), await takes("tls"), await takes("kubernetes")],
      [true, true, true],
    );
    assert.deepEqual(
      [await takes("aws"), await takes("gcp"), await takes("azure-native")],
      [false, false, false],
    );
  });

  it("are a random password, of the length and letters that were asked for, also at a preview", async () => {
    const random = await clouds.provider("random");
    const type = "random:index/randomPassword:RandomPassword";
    const { outputs } = await random.make(type, "key", { length: 39, special: false });
    assert.ok(isSecret(outputs.result) && isSecret(outputs.bcryptHash));
    assert.match(String(plain(outputs.result)), /^[A-Za-z0-9]{39}$/);
    const other = await random.make(type, "other", { length: 39, special: false });
    assert.notEqual(plain(other.outputs.result), plain(outputs.result));
    assert.ok(isSecret((await random.preview(type, "third", { length: 39 })).result));
  });

  it("are the keys of a connection to AWS, but not those of one to Azure, which its provider does not mark", async () => {
    const aws = await clouds.provider("aws");
    const connection = await aws.make("aws:ec2/vpnConnection:VpnConnection", "one", {
      tunnel1PresharedKey: "key",
    });
    assert.ok(isSecret(connection.outputs.tunnel1PresharedKey));
    const azure = await clouds.provider("azure-native");
    await azure.make("azure-native:resources:ResourceGroup", "group", { resourceGroupName: "mesh" });
    const other = await azure.make("azure-native:network:VirtualNetworkGatewayConnection", "one", {
      resourceGroupName: "mesh",
      sharedKey: "key",
    });
    assert.equal(other.outputs.sharedKey, "key");
  });

  it("stay marked inside the values of a release", async () => {
    const kubernetes = await clouds.provider("kubernetes");
    const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value: "key" };
    const release = await kubernetes.make("kubernetes:helm.sh/v3:Release", "agent", {
      name: "cilium",
      values: { tls: { ca: { key: secret } } },
    });
    const read = await kubernetes.read("kubernetes:helm.sh/v3:Release", "agent", release.id);
    assert.deepEqual(read.outputs.values, { tls: { ca: { key: secret } } });
  });

  it("hold the real key of a real certificate authority", async () => {
    const tls = await clouds.provider("tls");
    const key = await tls.make("tls:index/privateKey:PrivateKey", "ca", {
      algorithm: "ECDSA",
      ecdsaCurve: "P384",
    });
    assert.ok(isSecret(key.outputs.privateKeyPem));
    const privateKey = createPrivateKey(String(plain(key.outputs.privateKeyPem)));
    const { outputs } = await tls.make("tls:index/selfSignedCert:SelfSignedCert", "ca", {
      privateKeyPem: key.outputs.privateKeyPem,
      isCaCertificate: true,
      subject: { commonName: "mesh CA", organization: "isthmus" },
      validityPeriodHours: 87_600,
      allowedUses: ["cert_signing", "crl_signing"],
    });
    const certificate = new X509Certificate(String(outputs.certPem));
    assert.ok(certificate.verify(certificate.publicKey));
    assert.ok(certificate.checkPrivateKey(privateKey));
    assert.ok(certificate.ca);
    assert.match(certificate.subject, /CN=mesh CA/);
    assert.equal(new Date(certificate.validTo).getUTCFullYear(), 2035);
  });
});
