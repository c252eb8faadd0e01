import { existingDeclaredRule } from "./address/existing-declared";
import { insideSupernetRule } from "./address/inside-supernet";
import { rangesAllowedRule } from "./address/ranges-allowed";
import { rangesDisjointRule } from "./address/ranges-disjoint";
import { agentArchivedNamedRule } from "./agent/archived-named";
import { agentClusterIdUniqueRule } from "./agent/cluster-id-unique";
import { agentCombinationSupportedRule } from "./agent/combination-supported";
import { agentDatapathUniformRule } from "./agent/datapath-uniform";
import { agentVersionPinnedRule } from "./agent/version-pinned";
import { linkCapacityMetRule } from "./capacity/link-capacity-met";
import { coverageCompleteRule } from "./coverage/complete";
import { agentEnabledRule } from "./encryption/agent-enabled";
import { agentNoCleartextFallbackRule } from "./encryption/agent-no-cleartext-fallback";
import { lineEncryptedRule } from "./encryption/line-encrypted";
import { vpnEndsAgreeRule } from "./encryption/vpn-ends-agree";
import { vpnIkev2Rule } from "./encryption/vpn-ikev2";
import { vpnStrongRule } from "./encryption/vpn-strong";
import { apiEndpointPrivateRule } from "./exposure/api-endpoint-private";
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
  agentClusterIdUniqueRule,
  agentDatapathUniformRule,
  agentCombinationSupportedRule,
  agentVersionPinnedRule,
  agentArchivedNamedRule,
  agentEnabledRule,
  lineEncryptedRule,
  vpnEndsAgreeRule,
  vpnIkev2Rule,
  vpnStrongRule,
  agentNoCleartextFallbackRule,
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
  mtuPathFitsRule,
  reachNoBlackHoleRule,
  reachBothWaysRule,
  reachSurvivesFailureRule,
  reachIsolationKeptRule,
  coverageCompleteRule,
];

export type { Judgement, UnknownValue } from "../network/judge/judgement";
export type { Inventory } from "../network/model/inventory";
export type { Exception } from "./exception";
export { policiesOf, resourcePolicy, stackPolicy } from "./gate";
export type { Circumstances, Rule, RuleOptions, Violation } from "./rule";
export { violations } from "./rule";
