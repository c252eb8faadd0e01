import { createHash, createPrivateKey } from "node:crypto";
import type { Cloud } from "../cloud";
import { secret, text } from "../properties";
import type { Made, TypeDescriptor } from "../type-descriptor";
import { selfSigned } from "./certificate";
import { ellipticKey, publicPem } from "./elliptic-key";

/** When all certificates begin to hold: a fixed day, since nothing here looks at a clock. */
const BEGINNING = new Date("2026-01-01T00:00:00Z");

const MILLISECONDS_AN_HOUR = 3_600_000;

/** Immutable: each attribute requires replacement but where noted (terraform-provider-tls 4.1, `internal/provider`). */
const TYPES: Record<string, TypeDescriptor> = {
  "tls:index/privateKey:PrivateKey": {
    id: ({ digest }) => digest("id").slice(0, 40),
    defaults: { ecdsaCurve: "P224", rsaBits: 2048 },
    immutable: ["algorithm", "ecdsaCurve", "rsaBits"],
    secret: ["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8"],
    computed: keyOutputs,
  },
  "tls:index/selfSignedCert:SelfSignedCert": {
    id: ({ digest }) => digest("id").slice(0, 40),
    defaults: {
      earlyRenewalHours: 0,
      isCaCertificate: false,
      setAuthorityKeyId: false,
      setSubjectKeyId: false,
    },
    // `earlyRenewalHours` alone changes in place.
    immutable: [
      "allowedUses",
      "dnsNames",
      "ipAddresses",
      "isCaCertificate",
      "privateKeyPem",
      "setAuthorityKeyId",
      "setSubjectKeyId",
      "subject",
      "uris",
      "validityPeriodHours",
    ],
    secret: ["privateKeyPem", "privateKeyPemWo"],
    computed: certificateOutputs,
  },
};

/** Made of the digest. Of RSA keys and unknown curves there is nothing to preview: all keys are known only once made. */
function keyOutputs({ inputs, digest, id }: Made): Record<string, unknown> {
  const outputs = [
    "privateKeyPem",
    "privateKeyPemPkcs8",
    "privateKeyOpenssh",
    "publicKeyPem",
    "publicKeyOpenssh",
  ];
  if (id === "") return Object.fromEntries(outputs.map((name) => [name, ""]));
  if (inputs.algorithm !== "ECDSA")
    throw new Error(`the simulated clouds make no ${text(inputs, "algorithm")} keys`);
  const key = ellipticKey(text(inputs, "ecdsaCurve"), digest("key"));
  const publicKey = publicPem(key);
  return {
    privateKeyPem: secret(String(key.export({ type: "sec1", format: "pem" }))),
    privateKeyPemPkcs8: secret(String(key.export({ type: "pkcs8", format: "pem" }))),
    privateKeyOpenssh: secret(""),
    publicKeyPem: publicKey,
    publicKeyOpenssh: "",
    publicKeyFingerprintMd5: "",
    publicKeyFingerprintSha256: `SHA256:${createHash("sha256").update(publicKey).digest("base64")}`,
  };
}

function certificateOutputs({ inputs, digest, id }: Made): Record<string, unknown> {
  const end = new Date(BEGINNING.getTime() + Number(inputs.validityPeriodHours) * MILLISECONDS_AN_HOUR);
  if (id === "")
    return {
      certPem: "",
      keyAlgorithm: "",
      readyForRenewal: false,
      validityEndTime: "",
      validityStartTime: "",
    };
  const certPem = selfSigned(createPrivateKey(text(inputs, "privateKeyPem")), {
    commonName: text(inputs, "subject.commonName"),
    organization: text(inputs, "subject.organization"),
    isAuthority: inputs.isCaCertificate === true,
    from: utcTime(BEGINNING),
    until: utcTime(end),
    serial: `1${digest("serial").slice(0, 15)}`,
  });
  return {
    certPem,
    keyAlgorithm: "ECDSA",
    readyForRenewal: false,
    validityStartTime: BEGINNING.toISOString(),
    validityEndTime: end.toISOString(),
  };
}

/** `260101000000Z` */
function utcTime(date: Date): string {
  return `${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`;
}

/** Keys and certificates as pulumi-tls 5 shows them, real enough to be used. */
export const TLS: Cloud = {
  package: "tls",
  // Of the plugin framework's bridge, which takes secrets (pulumi-terraform-bridge, `pkg/pf/tfbridge`).
  acceptsSecrets: true,
  notes: "defaults",
  types: TYPES,
  other: () => ({ id: ({ digest }) => digest("id").slice(0, 40) }),
  autoname: (logical) => logical,
  immutable: [],
  follows: [],
  refusals: {
    taken: (type, key) => `${type} ${key} already exists`,
    missing: (_type, path, value) => `${path}: ${value} does not exist`,
    inUse: (object, user) => `${object.id} is in use by ${user.id}`,
    gone: (_type, id) => `${id} does not exist`,
    fault: (_type, name) => `creating ${name}: an error that was asked for`,
  },
  functions: {},
};
