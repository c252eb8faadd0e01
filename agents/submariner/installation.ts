import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import type { Installation } from "../installation";
import { brokerChart, brokerNamespace, operatorChart, operatorNamespace } from "./facts";
import { submarinerPsk } from "./psk";
import { submarinerValues } from "./values";

/** What the broker's cluster has besides. */
export function brokerInstallation(): Installation {
  return {
    namespaces: [{ name: brokerNamespace }],
    releases: [
      {
        name: brokerChart.name,
        chart: brokerChart.name,
        repository: brokerChart.repository,
        version: brokerChart.version,
        namespace: brokerNamespace,
        values: { rbac: { create: true }, serviceAccounts: { client: { create: true } } },
      },
    ],
  };
}

/** What every cluster has, the broker's too. */
export function submarinerInstallation(agent: AgentPlan, cloud: Cloud): Installation {
  return {
    // The gateway and the route agent change their nodes' networks.
    namespaces: [{ name: operatorNamespace, labels: { "pod-security.kubernetes.io/enforce": "privileged" } }],
    releases: [
      {
        name: operatorChart.name,
        chart: operatorChart.name,
        repository: operatorChart.repository,
        version: operatorChart.version,
        namespace: operatorNamespace,
        values: submarinerValues(agent, cloud),
        secretValues: {
          "broker.server": { from: "broker.server" },
          // As the token's Secret holds it, in base64.
          "broker.ca": { from: "broker.ca" },
          "broker.token": { from: "broker.token" },
          "ipsec.psk": { from: "ca.key", content: (source) => submarinerPsk(source) },
        },
      },
    ],
  };
}
