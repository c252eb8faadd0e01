import { DEFAULT_MAX_AGE, EVIDENCE_FRESH, evidenceFresh } from "../../network/judge/evidence-fresh";
import type { Rule } from "../rule";

export const evidenceFreshRule: Rule = {
  name: EVIDENCE_FRESH,
  title: "Promised round trips rest on fresh figures",
  description: "No tier's round trip rests on figures that are older than `maxAge` days.",
  why: "Paths between clouds change: a figure of years ago says little of the cable that carries the traffic today.",
  fix: "Measure the path again: write a line's `rtt` and `asOf` anew, or take a release of isthmus with newer figures.",
  needs:
    "The mesh's `traffic` and `tiers` and the regions of its members. A rule has no clock: without the option `today` ages are counted from the " +
    "newest figure that isthmus has.",
  severity: "low",
  level: "advisory",
  alone: false,
  options: {
    today: {
      type: "string",
      pattern: "^\\d{4}-\\d{2}-\\d{2}$",
      description: "The date that ages are counted from, YYYY-MM-DD. Default: that of the newest figure.",
    },
    maxAge: { type: "number", default: DEFAULT_MAX_AGE, description: "Most days that a figure may be old." },
  },
  judge: evidenceFresh,
};
