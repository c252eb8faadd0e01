import { flag, text } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import { type AgentReader, agentFact, podRanges } from "../facts-of-release";
import { type ChartRelease, setting } from "../release";
import { encryptionBy } from "./encryption";

/** Token of our own component, whose outputs mirror what it installs. */
export const SUBMARINER = "isthmus:index:Submariner";

/** A release of Submariner's chart, `submariner-operator` (submariner-io/submariner-charts 0.20, 2026-11-23). */
export const readSubmariner: AgentReader = (release) => {
  const of = (name: string) => setting(release, `submariner.${name}`, text, "");
  const [pods, services, written] = [of("clusterCidr"), of("serviceCidr"), of("globalCidr")];
  const globalnet = setting(release, "broker.globalnet", flag, false);
  const global = written === "" && globalnet !== false ? UNKNOWN : written;
  const told = (cidr: typeof pods, name: string) =>
    podRanges(release, cidr === "" ? [] : [cidr], `submariner.${name}`);
  const clusterName = of("clusterId");
  const broker = brokerOf(release);
  return {
    agent: agentFact(release, {
      kind: "submariner",
      clusterName: clusterName === "" ? UNKNOWN : clusterName,
      encryption: encryptionBy(of("cableDriver")),
      routing: "tunnel",
      mtu: UNKNOWN,
      // Who else is at the broker, the broker knows.
      peers: isUnknown(broker) ? UNKNOWN : {},
      broker,
      ...(global === "" ? {} : { translates: [] }),
    }),
    ranges: [
      ...told(pods, "clusterCidr"),
      ...told(services, "serviceCidr").map((range) => ({ ...range, use: "services" as const })),
      // Nobody else's pods may have these either, and they are not the cluster's own.
      ...told(global, "globalCidr").map((range) => ({
        ...range,
        owner: `${release.resource.urn}::globalnet`,
      })),
    ],
  };
};

/** By our own component's word, or by the server's address: in a preview that is not known yet. */
function brokerOf(release: ChartRelease): OrUnknown<string> {
  const told = release.parent?.type === SUBMARINER ? text(release.parent.props, "broker") : undefined;
  return told ?? (setting(release, "broker.server", text, "") || UNKNOWN);
}
