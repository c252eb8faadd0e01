import { type Properties, secret, text } from "../properties";
import type { Autoname, Made, Making } from "../type-descriptor";

/** The project of a provider that names none. */
const EXAMPLE_PROJECT = "example-project";

const API = "https://www.googleapis.com/compute/v1";

export function projectOf({ inputs, provider }: Pick<Making, "inputs" | "provider">): string {
  return text(inputs, "project") || text(provider, "project") || EXAMPLE_PROJECT;
}

/** A project's number, which its service accounts are named after. */
export function projectNumber(project: string): string {
  return String(
    [...project].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 900_000_000_000, 7) + 1e11,
  );
}

/** Lowercase letters, digits and dashes, at most 63 (RFC 1035; "Naming resources", Compute Engine, 2026). */
export const NAME: Autoname = { property: "name", longest: 63 };

/** `projects/p/global/networks/n` */
export function globalId(collection: string): (making: Making) => string {
  return (making) => `projects/${projectOf(making)}/global/${collection}/${text(making.inputs, "name")}`;
}

/** `projects/p/regions/r/subnetworks/n` */
export function regionalId(collection: string): (making: Making) => string {
  return (making) =>
    `projects/${projectOf(making)}/regions/${text(making.inputs, "region")}/${collection}/${text(making.inputs, "name")}`;
}

/** `projects/p/locations/l/clusters/n` */
export function locatedId(collection: string): (making: Making) => string {
  return (making) =>
    `projects/${projectOf(making)}/locations/${text(making.inputs, "location")}/${collection}/${text(making.inputs, "name")}`;
}

export function selfLink({ id }: Made): string {
  return `${API}/${id}`;
}

/** What every object of Compute Engine tells. */
export function described(made: Made): Properties {
  return {
    project: projectOf(made),
    selfLink: selfLink(made),
    creationTimestamp: "2026-01-01T00:00:00.000-08:00",
  };
}

/** Labels with Pulumi's own: secret as a whole in the provider's schema. */
export function labelled(made: Made, labels: unknown = made.inputs.labels): Properties {
  const all = typeof labels === "object" && labels !== null ? labels : {};
  return {
    pulumiLabels: secret({ ...all, "goog-pulumi-provisioned": "true" }),
    effectiveLabels: secret({ ...all, "goog-pulumi-provisioned": "true" }),
    labelFingerprint: made.digest(JSON.stringify(all)).slice(0, 11),
  };
}
