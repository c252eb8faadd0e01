import { capacityRule } from "./address/capacity";
import { existingDeclaredRule } from "./address/existing-declared";
import { insideSupernetRule } from "./address/inside-supernet";
import { matchesLockRule } from "./address/matches-lock";
import { rangesAllowedRule } from "./address/ranges-allowed";
import { rangesDisjointRule } from "./address/ranges-disjoint";
import { agentArchivedNamedRule } from "./agent/archived-named";
import { agentClusterIdUniqueRule } from "./agent/cluster-id-unique";
import { agentCombinationSupportedRule } from "./agent/combination-supported";
import { agentDatapathUniformRule } from "./agent/datapath-uniform";
import { agentVersionPinnedRule } from "./agent/version-pinned";
import { agentVersionsAdjacentRule } from "./agent/versions-adjacent";
import { agentWebhookReachableRule } from "./agent/webhook-reachable";
import { clusterBaselineRules } from "./baseline/clusters";
import { linkBaselineRules } from "./baseline/links";
import { networkBaselineRules } from "./baseline/networks";
import { nodeBaselineRules } from "./baseline/nodes";
import { linkCapacityMetRule } from "./capacity/link-capacity-met";
import { coverageCompleteRule } from "./coverage/complete";
import { agentEnabledRule } from "./encryption/agent-enabled";
import { agentNoCleartextFallbackRule } from "./encryption/agent-no-cleartext-fallback";
import { controlPlaneLogsRule } from "./encryption/control-plane-logs";
import { lineEncryptedRule } from "./encryption/line-encrypted";
import { nodeDisksRule } from "./encryption/node-disks";
import { pskDistinctRule } from "./encryption/psk-distinct";
import { pskSecretRule } from "./encryption/psk-secret";
import { secretsAtRestRule } from "./encryption/secrets-at-rest";
import { vpnEndsAgreeRule } from "./encryption/vpn-ends-agree";
import { vpnIkev2Rule } from "./encryption/vpn-ikev2";
import { vpnStrongRule } from "./encryption/vpn-strong";
import { apiEndpointPrivateRule } from "./exposure/api-endpoint-private";
import { defaultDenyRule } from "./exposure/default-deny-network-policy";
import { flowLogsRule } from "./exposure/flow-logs";
import { noPublicNodesRule } from "./exposure/no-public-nodes";
import { worldIngressRule } from "./exposure/no-world-ingress";
import { evidenceFreshRule } from "./latency/evidence-fresh";
import { tierMetRule } from "./latency/tier-met";
import { tierMetAfterFailureRule } from "./latency/tier-met-after-failure";
import { tierProvenRule } from "./latency/tier-proven";
import { linkBgpEndsAgreeRule } from "./link/bgp-ends-agree";
import { linkQuotaHeldRule } from "./link/quota-held";
import { linkRedundantRule } from "./link/redundant";
import { linkRoutesPropagatedRule } from "./link/routes-propagated";
import { linkSinglePointOfFailureRule } from "./link/single-point-of-failure";
import { tunnelKeptRule } from "./link/tunnel-kept";
import { mtuPathFitsRule } from "./mtu/path-fits";
import { reachBothWaysRule } from "./reach/both-ways";
import { reachIsolationKeptRule } from "./reach/isolation-kept";
import { reachNoBlackHoleRule } from "./reach/no-black-hole";
import { reachSurvivesFailureRule } from "./reach/survives-failure";
import type { Rule } from "./rule";

/** All rules, by name. Importing them does nothing: a program or a pack of your own may use them as it likes. */
export const rules: Rule[] = [
  rangesAllowedRule,
  rangesDisjointRule,
  existingDeclaredRule,
  insideSupernetRule,
  capacityRule,
  matchesLockRule,
  agentClusterIdUniqueRule,
  agentDatapathUniformRule,
  agentCombinationSupportedRule,
  agentVersionPinnedRule,
  agentVersionsAdjacentRule,
  agentArchivedNamedRule,
  agentWebhookReachableRule,
  agentEnabledRule,
  lineEncryptedRule,
  vpnEndsAgreeRule,
  vpnIkev2Rule,
  vpnStrongRule,
  agentNoCleartextFallbackRule,
  secretsAtRestRule,
  nodeDisksRule,
  controlPlaneLogsRule,
  pskSecretRule,
  pskDistinctRule,
  tierMetRule,
  tierProvenRule,
  tierMetAfterFailureRule,
  evidenceFreshRule,
  linkCapacityMetRule,
  linkRedundantRule,
  tunnelKeptRule,
  apiEndpointPrivateRule,
  worldIngressRule,
  linkBgpEndsAgreeRule,
  linkRoutesPropagatedRule,
  linkQuotaHeldRule,
  linkSinglePointOfFailureRule,
  noPublicNodesRule,
  flowLogsRule,
  defaultDenyRule,
  mtuPathFitsRule,
  reachNoBlackHoleRule,
  reachBothWaysRule,
  reachSurvivesFailureRule,
  reachIsolationKeptRule,
  coverageCompleteRule,
  ...clusterBaselineRules,
  ...nodeBaselineRules,
  ...networkBaselineRules,
  ...linkBaselineRules,
];

export type { Judgement, UnknownValue } from "../network/judge/judgement";
export type { Inventory } from "../network/model/inventory";
export type { Exception } from "./exception";
export { policiesOf, resourcePolicy, stackPolicy } from "./gate";
export type { Circumstances, Rule, RuleOptions, Violation } from "./rule";
export { violations } from "./rule";
