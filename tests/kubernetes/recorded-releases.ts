import { z } from "zod";
import type { Recording } from "../../recorder/record";
import type { Release } from "./helm/template";
import { plain } from "./recorded-manifests";

const release = z.looseObject({
  name: z.string(),
  chart: z.string(),
  namespace: z.string(),
  values: z.record(z.string(), z.unknown()).default({}),
});

/** The releases of charts that a program makes, with all values as Helm would get them. */
export function recordedReleases({ registrations }: Pick<Recording, "registrations">): Release[] {
  return registrations
    .filter(({ type }) => type === "kubernetes:helm.sh/v3:Release")
    .map(({ object }) => release.parse(plain(object.toJavaScript())));
}
