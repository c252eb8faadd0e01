import { LINK_ROUTES_PROPAGATED, linkRoutesPropagated } from "../../network/judge/link-routes-propagated";
import type { Rule } from "../rule";

export const linkRoutesPropagatedRule: Rule = {
  name: LINK_ROUTES_PROPAGATED,
  title: "What a link learns reaches route tables",
  description:
    "What comes over a link, and what its far end tells, is looked up in a route table: of the gateway, and of each subnet with hosts behind it.",
  why:
    "A gateway may learn every route and have it in a table that nothing is looked up in. Both ends then show healthy sessions and full route lists, " +
    "and packets are dropped without a trace.",
  fix:
    "AWS: associate and propagate every attachment with one table of the transit gateway, and add routes to it in each subnet's table. Azure: leave " +
    "`disableBgpRoutePropagation` off in route tables of subnets with nodes.",
  needs:
    "The gateway's route tables and what is joined to them, and the route table of each subnet that holds nodes.",
  severity: "high",
  level: "mandatory",
  alone: false,
  judge: linkRoutesPropagated,
};
