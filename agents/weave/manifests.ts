import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { listedRanges, type ManifestFacts, type ManifestReader } from "../facts-of-manifests";
import { imageTag, type Manifest, ofKind, variable, variableText } from "../manifest";
import { weaveDefaultMtu, weaveUnderlay } from "./facts";

const NAME = "weave-net";
const CONTAINER = "weave";

/** What Weave gives to pods where IPALLOC_RANGE is not set ("Integrating Kubernetes via the Addon", weaveworks/weave 2.8.1). */
const DEFAULT_PODS = "10.32.0.0/12";

/** Whether an object is Weave's daemon set. */
export function isWeave({ kind, name }: Manifest): boolean {
  return kind === "DaemonSet" && name === NAME;
}

/** Weave by its daemon set, whose container's variables are all that it is told. */
export const readWeaveManifests: ManifestReader = (place): ManifestFacts | undefined => {
  const [daemons] = ofKind(place, "DaemonSet", NAME);
  if (!daemons) return undefined;
  const pods = variableText(daemons, CONTAINER, "IPALLOC_RANGE");
  const peers = variableText(daemons, CONTAINER, "KUBE_PEERS");
  const env = { urn: daemons.resource.urn, property: "spec.template.spec.containers" };
  return {
    kind: "weave",
    main: daemons.resource,
    told: {
      encryption: encryptionOf(daemons),
      // Peers by address are nodes of this cluster or of others: whose, nobody says.
      ...(peers === undefined || peers === "" ? {} : { peers: UNKNOWN }),
      version: imageTag(daemons, CONTAINER),
      mtu: mtuOf(daemons),
      origin: env,
    },
    defaults: { encryption: "none", routing: "tunnel", mtu: UNKNOWN },
    ranges: listedRanges("pods", pods || DEFAULT_PODS, env),
  };
};

/** What Weave takes the nodes' network to carry: a pod's packet and what goes around it. */
function mtuOf(daemons: Manifest): OrUnknown<number> {
  const written = variableText(daemons, CONTAINER, "WEAVE_MTU");
  if (written === undefined || written === "") return weaveUnderlay(weaveDefaultMtu);
  return isUnknown(written) || !/^\d+$/.test(written) ? UNKNOWN : weaveUnderlay(Number(written));
}

/**
 * ESP between nodes (the fast data path) where a password is set. One that is hidden or comes from a Secret is set; peers in trusted
 * subnets are spoken to in clear all the same, so who those are decides ("Securing Connections Across Untrusted Networks", 2.8.1).
 */
function encryptionOf(daemons: Manifest): OrUnknown<Encryption> {
  const password = variable(daemons, CONTAINER, "WEAVE_PASSWORD");
  const trusted = variableText(daemons, CONTAINER, "WEAVE_TRUSTED_SUBNETS");
  const more = variableText(daemons, CONTAINER, "EXTRA_ARGS") ?? "";
  if (password === undefined || (!isUnknown(password) && password.value === "")) {
    return isUnknown(more) || more.includes("--password") ? UNKNOWN : "none";
  }
  if (isUnknown(password) || isUnknown(more)) return UNKNOWN;
  return (trusted === undefined || trusted === "") && !more.includes("--trusted-subnets") ? "ipsec" : UNKNOWN;
}
