import type { AgentPlan } from "../../network/plan/shape";
import type { Installation } from "../installation";
import { weaveDaemonSet } from "./daemon-set";
import { weaveNamespace, weaveSecret } from "./facts";
import { weavePassword } from "./password";
import { weaveRoles } from "./roles";

/** No chart is published: the objects themselves, and with encryption the password. */
export function weaveInstallation(agent: AgentPlan): Installation {
  return {
    ...(agent.encryption === "none"
      ? {}
      : {
          secrets: [
            {
              part: "password",
              ...weaveSecret,
              namespace: weaveNamespace,
              content: (source) => weavePassword(source),
            },
          ],
        }),
    releases: [],
    manifests: [...weaveRoles, weaveDaemonSet(agent)],
  };
}
