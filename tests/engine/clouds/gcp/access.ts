import { text } from "../properties";
import type { TypeDescriptor } from "../type-descriptor";
import { labelled, locatedId, NAME, projectNumber, projectOf } from "./identity";

const KEY = "gcp:kms/cryptoKey:CryptoKey";
const LABELS = ["effectiveLabels", "pulumiLabels"];

/**
 * Keys, accounts and who may do what. Immutable: ForceNew in terraform-provider-google 7 (magic-modules, `mmv1/products/kms`;
 * `resource_google_service_account.go`; `tpgiamresource`, 2026).
 */
export const ACCESS_TYPES: Record<string, TypeDescriptor> = {
  "gcp:kms/keyRing:KeyRing": {
    id: locatedId("keyRings"),
    autoname: NAME,
    immutable: ["name", "location"],
    // "KeyRings cannot be deleted from Google Cloud Platform" (terraform-provider-google, google_kms_key_ring, 2026).
    staysTaken: true,
    unique: [({ location, name }) => `${location}/${name}`],
    computed: (made) => ({ project: projectOf(made) }),
  },
  [KEY]: {
    id: ({ inputs }) => `${text(inputs, "keyRing")}/cryptoKeys/${text(inputs, "name")}`,
    autoname: NAME,
    defaults: { purpose: "ENCRYPT_DECRYPT" },
    immutable: [
      "name",
      "keyRing",
      "purpose",
      "importOnly",
      "destroyScheduledDuration",
      "skipInitialVersionCreation",
      "cryptoKeyBackend",
    ],
    uses: { keyRing: { types: ["gcp:kms/keyRing:KeyRing"], bond: "loose" } },
    unique: [({ keyRing, name }) => `${keyRing}/${name}`],
    staysTaken: true,
    computed: (made) => ({
      ...labelled(made),
      destroyScheduledDuration: "2592000s",
      importOnly: false,
      primaries: [{ name: `${made.id}/cryptoKeyVersions/1`, state: "ENABLED" }],
      versionTemplate: { algorithm: "GOOGLE_SYMMETRIC_ENCRYPTION", protectionLevel: "SOFTWARE" },
    }),
    secret: LABELS,
  },
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember": {
    id: ({ inputs }) => `${text(inputs, "cryptoKeyId")}/${text(inputs, "role")}/${text(inputs, "member")}`,
    immutable: ["cryptoKeyId", "role", "member", "condition"],
    uses: { cryptoKeyId: { types: [KEY], bond: "owned" } },
    unique: [({ cryptoKeyId, role, member }) => `${cryptoKeyId} ${role} ${member}`],
    // Granting what is granted changes nothing: it is a line of a policy.
    adopts: true,
    computed: () => ({ etag: "BwYAAAAAAAA=" }),
  },
  "gcp:projects/iAMMember:IAMMember": {
    id: ({ inputs }) => `${text(inputs, "project")}/${text(inputs, "role")}/${text(inputs, "member")}`,
    immutable: ["project", "role", "member", "condition"],
    uses: { member: { types: ["gcp:serviceaccount/account:Account"], by: "member", bond: "loose" } },
    unique: [({ project, role, member }) => `${project} ${role} ${member}`],
    adopts: true,
    computed: () => ({ etag: "BwYAAAAAAAA=" }),
  },
  "gcp:projects/serviceIdentity:ServiceIdentity": {
    id: ({ inputs, provider }) =>
      `projects/${projectOf({ inputs, provider })}/services/${text(inputs, "service")}`,
    immutable: ["service"],
    // One a project and service: whoever asks for it again gets the same ("services.generateServiceIdentity", 2026).
    unique: [({ project, service }) => `${project ?? ""} ${service}`],
    adopts: true,
    computed: (made) => {
      const email = `service-${projectNumber(projectOf(made))}@container-engine-robot.iam.gserviceaccount.com`;
      return { project: projectOf(made), email, member: `serviceAccount:${email}` };
    },
  },
  "gcp:serviceaccount/account:Account": {
    id: ({ inputs, provider }) => {
      const project = projectOf({ inputs, provider });
      return `projects/${project}/serviceAccounts/${text(inputs, "accountId")}@${project}.iam.gserviceaccount.com`;
    },
    autoname: { property: "accountId", longest: 30 },
    immutable: ["accountId"],
    computed: (made) => {
      const email = made.id.replace(/^.*\//, "");
      return {
        project: projectOf(made),
        email,
        member: `serviceAccount:${email}`,
        name: made.id,
        uniqueId: made.digest("unique").slice(0, 21),
        disabled: false,
      };
    },
  },
};
