import { inventory } from "../inventory";
import { rules, violations } from "../policies/rules";
import { handWritten } from "./hand-written";

/** `tsx bench/rules-once.ts 10000`: one pass of the inventory and of every rule over so many resources, as JSON. */
const resources = handWritten(Number(process.argv[2]));
const start = process.hrtime.bigint();
const network = inventory(resources);
const found = rules.flatMap((rule) =>
  violations(rule, network, {}, { today: "2026-11-24" }).map(() => rule.name),
);
const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;

const copies = network.clusters.length / 2;
console.log(
  JSON.stringify({
    resources: resources.length,
    milliseconds,
    memory: process.resourceUsage().maxRSS / 1024,
    intact: copies > 10 && network.links.length === copies && network.agents.length === 2 * copies,
    found: Object.fromEntries(
      [...new Set(found)].map((name) => [name, found.filter((one) => one === name).length]),
    ),
  }),
);
