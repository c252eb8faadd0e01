import {
  LINK_SINGLE_POINT_OF_FAILURE,
  linkSinglePointOfFailure,
} from "../../network/judge/link-single-point-of-failure";
import type { Rule } from "../rule";

export const linkSinglePointOfFailureRule: Rule = {
  name: LINK_SINGLE_POINT_OF_FAILURE,
  title: "No link or member holds others together",
  description: "Members that are joined stay joined whatever single link or single other member is lost.",
  why: "In a star or a chain, maintenance of one gateway parts clusters that have nothing to do with it.",
  fix: "Join two members of the parts directly, so that each is reached by two ways that share neither link nor member.",
  needs: "Both ends of each tunnel and peering.",
  severity: "low",
  level: "advisory",
  alone: false,
  judge: linkSinglePointOfFailure,
};
