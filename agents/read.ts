import type { AgentFact, Network, RangeFact, Reader } from "../network/model/network";
import { emptyNetwork } from "../network/model/network";
import { isKnown } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import { isCalico, readCalicoManifests } from "./calico/manifests";
import { readCalico } from "./calico/read";
import { isCilium, readCiliumManifests } from "./cilium/manifests";
import { readCilium } from "./cilium/read";
import { agentOf, type ManifestReader, rangeFacts } from "./facts-of-manifests";
import type { AgentFacts, AgentReader } from "./facts-of-release";
import { nodeIpamChart } from "./flannel/facts";
import { isFlannel, readFlannelManifests } from "./flannel/manifests";
import { readFlannel } from "./flannel/read";
import { isControlPlane, readControlPlane } from "./kubeadm/manifests";
import { type Manifest, type Place, placeKey, places } from "./manifest";
import { readNamespaces } from "./namespaces";
import { readOwnAgents, withMesh } from "./own-agents";
import { readPolicies } from "./policies";
import { type ChartRelease, chartReleases } from "./release";
import { isSubmariner, readSubmarinerManifests } from "./submariner/manifests";
import { readSubmariner } from "./submariner/read";
import { isWeave, readWeaveManifests } from "./weave/manifests";
import { readWeave } from "./weave/read";
import { readWebhooks } from "./webhooks";

/** Reader by the chart's name. Docker has no chart: it runs outside Kubernetes. */
const READERS = new Map<string, AgentReader>([
  ["cilium", readCilium],
  ["tigera-operator", readCalico],
  ["flannel", readFlannel],
  ["weave", readWeave],
  ["weave-net", readWeave],
  ["submariner-operator", readSubmariner],
]);

/** What an agent's objects are, and who reads them. */
const MANIFESTS: { isOwn: (manifest: Manifest) => boolean; read: ManifestReader }[] = [
  { isOwn: isCilium, read: readCiliumManifests },
  { isOwn: isCalico, read: readCalicoManifests },
  { isOwn: isFlannel, read: readFlannelManifests },
  { isOwn: isWeave, read: readWeaveManifests },
  { isOwn: isSubmariner, read: readSubmarinerManifests },
];

/**
 * The network agents among any resources, as Helm, manifests or our own component install them, the ranges that they and their clusters
 * give to pods, and the network policies that they keep.
 */
export const readAgents: Reader = (resources) => {
  const network = emptyNetwork();
  const charts = chartReleases(resources);
  const released = releasedAgents(charts, resources);
  const ranged = new Set(charts.filter(({ chart }) => chart === nodeIpamChart.name).map(keyOf));
  const found = places(
    resources,
    (manifest) => isControlPlane(manifest) || MANIFESTS.some(({ isOwn }) => isOwn(manifest)),
  );
  for (const key of new Set([...released.keys(), ...found.keys()])) {
    const releases = (released.get(key) ?? []).map((facts) => withNodeRanges(facts, ranged.has(key)));
    addPlace(network, releases, found.get(key));
  }
  for (const facts of readOwnAgents(resources, network.agents)) {
    network.agents.push(facts.agent);
    network.ranges.push(...facts.ranges);
  }
  network.policies.push(...readPolicies(resources, network.agents));
  network.namespaces.push(...readNamespaces(resources, network.agents));
  network.webhooks.push(...readWebhooks(resources, network.agents));
  return network;
};

/** What releases say, by the cluster that they are in. Two of one agent in one cluster are both told. */
function releasedAgents(charts: ChartRelease[], resources: ResourceIndex): Map<string, AgentFacts[]> {
  const released = new Map<string, AgentFacts[]>();
  for (const release of charts) {
    const read = READERS.get(release.chart)?.(release);
    if (!read) continue;
    const facts = { ...read, agent: withMesh(read.agent, release.resource, resources) };
    const key = keyOf(release);
    released.set(key, [...(released.get(key) ?? []), facts]);
  }
  return released;
}

/** Without a provider nobody says that two releases are in one cluster, as those of a program that is only recorded. */
function keyOf({ cluster, resource }: ChartRelease): string {
  return placeKey(cluster, resource) || resource.urn;
}

/** Flannel waits for each node's pod range, so what gives them is asked for. */
function withNodeRanges(facts: AgentFacts, nodeRanges: boolean): AgentFacts {
  return facts.agent.kind === "flannel" ? { ...facts, agent: { ...facts.agent, nodeRanges } } : facts;
}

function addPlace(network: Network, releases: AgentFacts[], place: Place | undefined): void {
  const manifests = place ? MANIFESTS.flatMap(({ read }) => read(place) ?? []) : [];
  const alone = manifests.filter(({ kind }) => releases.every(({ agent }) => agent.kind !== kind));
  const owner = releases[0]?.agent.urn ?? alone[0]?.main.urn;
  const agents: AgentFact[] = [];
  const ranges: RangeFact[] = [];
  const assumed: RangeFact[] = [];
  for (const release of releases) {
    const beside = manifests.find(({ kind }) => kind === release.agent.kind);
    agents.push(place && beside ? agentOf(beside, place, release) : release.agent);
    ranges.push(...release.ranges);
    assumed.push(...(release.assumed ?? []));
  }
  if (place) {
    for (const facts of alone) agents.push(agentOf(facts, place));
    const by = owner ?? place.manifests[0]?.resource.urn ?? "";
    for (const facts of manifests) {
      // What a release makes says again what its values do, where these are known.
      const rendered = releases.find(({ agent }) => agent.urn === facts.main.parent);
      if (rendered?.ranges.every(({ cidr }) => isKnown(cidr))) continue;
      ranges.push(...rangeFacts(facts.ranges, place, by));
      assumed.push(...rangeFacts(facts.assumed ?? [], place, by));
    }
    ranges.push(...rangeFacts(readControlPlane(place), place, by));
  }
  if (ranges.every(({ use }) => use !== "pods")) ranges.push(...assumed);
  network.ranges.push(...ranges);
  network.agents.push(...agents.map((agent) => withTranslated(agent, ranges)));
}

/** Whose addresses an agent hides: those of all that tell of its cluster's. */
function withTranslated(agent: AgentFact, ranges: RangeFact[]): AgentFact {
  if (!agent.translates) return agent;
  const owners = ranges.map(({ owner }) => owner).filter((owner) => !owner.startsWith(`${agent.urn}::`));
  return { ...agent, translates: [...new Set(owners)] };
}
