import { LINK_TUNNEL_KEPT, tunnelKept } from "../../network/judge/tunnel-kept";
import type { Rule } from "../rule";

export const tunnelKeptRule: Rule = {
  name: LINK_TUNNEL_KEPT,
  title: "A change leaves a link one tunnel",
  description: "A change of a link that exists leaves at least one of its tunnels as it is.",
  why:
    "A tunnel whose key, gateway or peer changes is down until both its ends have changed, for seconds or minutes. Where that " +
    "happens to all tunnels of a link in one update, nothing carries its traffic meanwhile, and where the update fails half-way " +
    "nothing does until it is mended.",
  fix:
    "Change one tunnel an update: `npx isthmus rotate LINK` raises one key's generation and refuses the next until that is " +
    "applied. Where the link may be down, name its resources in `except` for that update.",
  needs:
    "What exists already: the stack's state, as the engine's preview or `pulumi preview --json` shows it. A program that was only " +
    "recorded, and a first preview, have no link that could go down.",
  limits:
    "A policy is shown what there will be, not what there was. What an update leaves alone is known in a preview, what it makes anew is not, and that " +
    "is how this rule tells them apart. So it sees nothing after an update, and so nothing under `up --skip-preview`; nor tunnels that are removed and " +
    "not replaced, ends that are made anew with the key that they had where the peer's end stays (Google Cloud's, for another cipher), and a key that " +
    "the program holds as text.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: tunnelKept,
};
