import { existingDeclaredRule } from "./address/existing-declared";
import { rangesAllowedRule } from "./address/ranges-allowed";
import { rangesDisjointRule } from "./address/ranges-disjoint";
import { clusterBaselineRules } from "./baseline/clusters";
import { linkBaselineRules } from "./baseline/links";
import { networkBaselineRules } from "./baseline/networks";
import { nodeBaselineRules } from "./baseline/nodes";
import { coverageCompleteRule } from "./coverage/complete";
import { agentEnabledRule } from "./encryption/agent-enabled";
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
import { tierMetRule } from "./latency/tier-met";
import { tierProvenRule } from "./latency/tier-proven";
import { linkRedundantRule } from "./link/redundant";
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
  agentEnabledRule,
  lineEncryptedRule,
  vpnEndsAgreeRule,
  vpnIkev2Rule,
  vpnStrongRule,
  secretsAtRestRule,
  nodeDisksRule,
  controlPlaneLogsRule,
  pskSecretRule,
  pskDistinctRule,
  tierMetRule,
  tierProvenRule,
  linkRedundantRule,
  tunnelKeptRule,
  apiEndpointPrivateRule,
  worldIngressRule,
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
