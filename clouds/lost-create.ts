import { AWS_IMPORT_IDS } from "./aws/import-ids";
import { AZURE_IMPORT_IDS } from "./azure/import-ids";
import { GCP_IMPORT_IDS } from "./gcp/import-ids";
import { RESOURCE_TAG, tagValue } from "./resource-tag";

/**
 * How the object that a create may have left behind is told from all others, when the state holds the create's inputs but no id:
 * - `{ id }`: its id is made of inputs. A template: `{name}` stands for an input, `{@project}` for what the surroundings know.
 * - `search`: its cloud gave it an id, and it carries {@link RESOURCE_TAG}.
 * - `{ none }`: there is nothing to find, or making it twice makes one; the reason.
 */
export type ImportId = { id: string } | "search" | { none: string };

/** What the rest of the state tells. */
export interface StateSurroundings {
  /** Google Cloud project, where the resource names none. */
  project?: string;
  /** Azure subscription. */
  subscription?: string;
}

/**
 * One interrupted create: the id that its object has if there is one; the command that finds it; how its id is made, where the
 * state lacks a part of it; or why there is nothing to find.
 */
export type LostCreate = { id: string } | { search: string } | { pattern: string } | { none: string };

const OTHERS: Record<string, ImportId> = {
  "kubernetes:helm.sh/v3:Release": { id: "{namespace}/{name}" },
  "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy": { id: "{metadata.name}" },
  "kubernetes:core/v1:Secret": { id: "{metadata.namespace}/{metadata.name}" },
  "random:index/randomPassword:RandomPassword": { none: "it exists in the state only" },
  "tls:index/privateKey:PrivateKey": { none: "it exists in the state only" },
  "tls:index/selfSignedCert:SelfSignedCert": { none: "it exists in the state only" },
};

export const IMPORT_IDS: Record<string, ImportId> = {
  ...AWS_IMPORT_IDS,
  ...GCP_IMPORT_IDS,
  ...AZURE_IMPORT_IDS,
  ...OTHERS,
};

/**
 * Where to look for what a create left, by its type, logical name and checked inputs; `undefined` for a type that isthmus does not
 * make. Inputs that are not plain text (secrets) are as good as missing.
 */
export function lostCreate(
  type: string,
  name: string,
  inputs: Record<string, unknown>,
  surroundings: StateSurroundings,
): LostCreate | undefined {
  if (type.startsWith("pulumi:")) return { none: "it exists in the state only" };
  const rule = IMPORT_IDS[type];
  if (rule === undefined) return undefined;
  if (rule === "search") return { search: searchCommand(name, inputs) };
  if ("none" in rule) return rule;
  let whole = true;
  const id = rule.id.replace(/\{([^}]+)\}/g, (part, key: string) => {
    const value = inputAt(key, inputs, surroundings);
    whole &&= value !== undefined;
    return value ?? part.replace("@", "");
  });
  // An Azure scope is an id itself, and begins with a slash.
  const canonical = id.replace(/^\/\//, "/");
  return whole ? { id: canonical } : { pattern: canonical };
}

function searchCommand(name: string, { region }: Record<string, unknown>): string {
  const place = typeof region === "string" ? ` --region ${region}` : "";
  return `aws resourcegroupstaggingapi get-resources${place} --tag-filters Key=${RESOURCE_TAG},Values=${tagValue(name)}`;
}

function inputAt(
  key: string,
  inputs: Record<string, unknown>,
  { project, subscription }: StateSurroundings,
): string | undefined {
  if (key === "@project") return text(inputs.project) ?? project;
  if (key === "@subscription") return subscription;
  // A cluster's or role's name may also be given as its longer id.
  const [path = "", last] = key.split("|");
  let value: unknown = inputs;
  for (const part of path.split(".")) value = (value as Record<string, unknown> | undefined)?.[part];
  const found = text(value);
  return last === undefined ? found : found?.split("/").at(-1);
}

/** Plain text: a secret is not shown. */
function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
