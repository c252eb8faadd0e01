import { emptyNetwork, type Reader } from "../network/model/network";
import { readCalico } from "./calico/read";
import { readCilium } from "./cilium/read";
import type { AgentReader } from "./facts-of-release";
import { readFlannel } from "./flannel/read";
import { readNamespaces } from "./namespaces";
import { readOwnAgents } from "./own-agents";
import { readPolicies } from "./policies";
import { chartReleases } from "./release";
import { readWeave } from "./weave/read";

/** Reader by the chart's name. Docker has no chart: it runs outside Kubernetes. */
const READERS = new Map<string, AgentReader>([
  ["cilium", readCilium],
  ["tigera-operator", readCalico],
  ["flannel", readFlannel],
  ["weave", readWeave],
  ["weave-net", readWeave],
]);

/**
 * The network agents among any resources, as far as Helm or our own component installs them, the ranges that they give to pods,
 * and the network policies that they keep.
 */
export const readAgents: Reader = (resources) => {
  const network = emptyNetwork();
  for (const release of chartReleases(resources)) {
    const facts = READERS.get(release.chart)?.(release);
    if (!facts) continue;
    network.agents.push(facts.agent);
    network.ranges.push(...facts.ranges);
  }
  for (const facts of readOwnAgents(resources)) {
    network.agents.push(facts.agent);
    network.ranges.push(...facts.ranges);
  }
  network.policies.push(...readPolicies(resources, network.agents));
  network.namespaces.push(...readNamespaces(resources, network.agents));
  return network;
};
