import type { AgentPlan } from "../../network/plan/shape";
import type { Cloud } from "../../network/spec/shape";
import type { Installation } from "../installation";
import { ciliumChart, ciliumNamespace, ipsecSecret } from "./facts";
import { ipsecKeys } from "./ipsec-key";
import { ciliumValues } from "./values";

/** One release, and with IPsec its keys: the same in every cluster of the mesh. */
export function ciliumInstallation(agent: AgentPlan, cloud: Cloud): Installation {
  const { name, repository } = ciliumChart;
  return {
    ...(agent.encryption === "ipsec"
      ? {
          secrets: [
            {
              part: "ipsec",
              ...ipsecSecret,
              namespace: ciliumNamespace,
              content: (source) => ipsecKeys(source),
            },
          ],
        }
      : {}),
    releases: [
      {
        name,
        chart: name,
        repository,
        version: agent.version,
        namespace: ciliumNamespace,
        values: ciliumValues(agent, cloud),
        // The chart takes both parts as base64 of PEM.
        secretValues: {
          "tls.ca.cert": { from: "ca.cert", base64: true },
          "tls.ca.key": { from: "ca.key", base64: true },
        },
      },
    ],
  };
}
