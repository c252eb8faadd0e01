import type { AgentPin } from "../network/model/network";
import { valueAt } from "../network/model/property";
import type { Resource } from "../network/model/resource";
import { isUnknown, UNKNOWN } from "../network/model/resource";

/** Deepest nesting of values that is looked into; charts' own go to six. */
const DEEPEST = 12;

/** What says which version of a chart and its images a release installs. */
export function pinOf({ props }: Resource): AgentPin {
  const version = valueAt(props, "version");
  const chart = valueAt(props, "chart");
  const images: AgentPin["images"] = [];
  const values = valueAt(props, "values");
  if (isUnknown(values)) images.push({ property: "values", tag: UNKNOWN });
  collectTags(values, "values", images, 0);
  return {
    ...(version === undefined ? {} : { version: typeof version === "string" ? version : UNKNOWN }),
    local: typeof chart === "string" && /^\.{0,2}\/|\.tgz$/.test(chart),
    images,
  };
}

/** Every `tag` beside a `repository`, or in an `image`; and every `image` that is one text. */
function collectTags(value: unknown, path: string, found: AgentPin["images"], depth: number): void {
  if (typeof value !== "object" || value === null || isUnknown(value) || depth > DEEPEST) return;
  for (const [key, inner] of Object.entries(value)) {
    const property = `${path}.${key}`;
    if (key === "tag" && (path.endsWith("mage") || Object.hasOwn(value, "repository"))) {
      if (typeof inner === "string" || isUnknown(inner)) found.push({ property, tag: inner });
    } else if (key === "image" && typeof inner === "string") {
      found.push({ property, tag: tagOf(inner) });
    } else collectTags(inner, property, found, depth + 1);
  }
}

/** `latest` of an image without a tag; a digest is its own. */
function tagOf(image: string): string {
  if (image.includes("@")) return image.split("@").at(-1) ?? "";
  return /:([^/:]+)$/.exec(image)?.[1] ?? "latest";
}
