import { settingsHoldWithoutAgents } from "../../network/judge/own-agents";
import { settingsHold } from "../../network/judge/settings-hold";
import type { Setting } from "../../network/model/setting";
import type { Framework, Rule } from "../rule";

/** A rule of the group `baseline`, as far as one differs from another. */
export interface BaselineRow extends Pick<Rule, "title" | "description" | "fix" | "checkov" | "frameworks"> {
  /** `<subject>-<requirement>`: what stands behind `baseline-` in the rule's name. */
  name: string;
  setting: Setting;
  /** What comes of it where it does not hold, as a clause without a capital and a full stop. */
  why: string;
  /** Default low. */
  severity?: Rule["severity"];
  limits?: string;
  /** Whether an agent of one's own in the cluster does it in the cloud's stead. Default false. */
  byAgent?: boolean;
}

/** Advisory, all of them: hygiene of single resources never hides what needs both ends of a link. */
export function baselineRule({ name, setting, why, byAgent = false, ...row }: BaselineRow): Rule {
  const rule = `baseline-${name}`;
  const judge = byAgent ? settingsHoldWithoutAgents : settingsHold;
  return {
    severity: "low",
    ...row,
    name: rule,
    why: `${why.charAt(0).toUpperCase()}${why.slice(1)}.`,
    needs: "The settings of each resource that the fix names.",
    level: "advisory",
    alone: false,
    judge: (network) =>
      judge(network, { rule, settings: [setting], why, question: "whether it is set as it should be" }),
  };
}

/** What keeps the internet away (NIST SP 800-53 Rev. 5, "Boundary Protection"). */
export const BOUNDARY: Framework[] = [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-7" }];

/** What keeps data that lies somewhere ("Protection of Information at Rest"). */
export const AT_REST: Framework[] = [{ name: "NIST SP 800-53", version: "Rev. 5", control: "SC-28" }];
