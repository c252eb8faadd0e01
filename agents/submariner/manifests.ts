import { flag, text } from "../../network/model/property";
import { isUnknown, UNKNOWN } from "../../network/model/resource";
import { listedRanges, type ManifestFacts, type ManifestReader } from "../facts-of-manifests";
import { type Manifest, ofKind } from "../manifest";
import { encryptionBy } from "./encryption";

/** Whether an object is one of Submariner's. */
export function isSubmariner({ group, kind }: Manifest): boolean {
  return group === "submariner.io" && ["Submariner", "ServiceDiscovery"].includes(kind);
}

/**
 * Submariner, which joins clusters whatever their own agents are, by what its operator is told (`submariner.io/v1alpha1`,
 * submariner-operator@01be0d4, api/v1alpha1/submariner_types.go, read 2026-11-24). Ranges that are not named are the cluster's own, which the operator looks up.
 */
export const readSubmarinerManifests: ManifestReader = (place): ManifestFacts | undefined => {
  const [main] = ofKind(place, "Submariner");
  if (!main) return undefined;
  const { urn, props } = main.resource;
  const of = (name: string) => text(props, `spec.${name}`);
  const told = (use: "pods" | "services", name: string) =>
    listedRanges(use, of(name), { urn, property: `spec.${name}` });
  const global = globalOf(main, ofKind(place, "ServiceDiscovery"));
  return {
    kind: "submariner",
    main: main.resource,
    told: {
      clusterName: of("clusterID") ?? UNKNOWN,
      encryption: encryptionBy(of("cableDriver")),
      version: of("version") || UNKNOWN,
      // Who else is at the broker, the broker knows.
      peers: UNKNOWN,
      ...(global === undefined ? {} : { translates: [] }),
      origin: { urn, property: "spec.cableDriver" },
    },
    defaults: { encryption: UNKNOWN, routing: "tunnel", mtu: UNKNOWN },
    ranges: [
      ...told("pods", "clusterCIDR"),
      ...told("services", "serviceCIDR"),
      // Nobody else's pods may have these either, and they are not the cluster's own.
      ...listedRanges("pods", global, { urn, property: "spec.globalCIDR" }).map((range) => ({
        ...range,
        owner: `${urn}::globalnet`,
      })),
    ],
  };
};

/** By what range other clusters know this one; `undefined` where by its own. */
function globalOf({ resource }: Manifest, discoveries: Manifest[]) {
  const own = text(resource.props, "spec.globalCIDR");
  if (own !== undefined && own !== "") return own;
  const on = discoveries.map((one) => flag(one.resource.props, "spec.globalnetEnabled") ?? false);
  return on.some((one) => one === true || isUnknown(one)) ? UNKNOWN : undefined;
}
