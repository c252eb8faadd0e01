import type * as pulumi from "@pulumi/pulumi";

/**
 * Tag or label, of everything in a cloud that can have one, with the logical name of the Pulumi resource. By it a resource is
 * found whose create was cut off before its id came into the state (docs/operations.md).
 */
export const RESOURCE_TAG = "isthmus-resource";

/** Where types keep tags: AWS and Azure in `tags`, Google Cloud in `labels`, a GKE cluster in `resourceLabels`. */
const PROPERTIES = ["tags", "labels", "resourceLabels"];

/** Puts {@link RESOURCE_TAG} on what a component makes: one place, so that none is forgotten. Goes into its options. */
export const withResourceTag: pulumi.ResourceTransformation = ({ name, props, opts }) => {
  // What is read only is not ours to tag.
  if ((opts as pulumi.CustomResourceOptions).id !== undefined) return undefined;
  const property = PROPERTIES.find((candidate) => candidate in props);
  if (property === undefined) return undefined;
  const tags = { ...props[property], [RESOURCE_TAG]: tagValue(name) };
  return { props: { ...props, [property]: tags }, opts };
};

/**
 * A name as all clouds take it in a tag: AWS letters, digits, spaces and `+ - = . _ : / @` ("Tag naming limits", AWS General
 * Reference, 2026); a logical name of ours has `~` beside these.
 */
export function tagValue(name: string): string {
  return name.replaceAll("~", ":");
}
