import { reachOf } from "../inventory/reach";
import { networkOf } from "./reach-mesh";

/**
 * Finds reach over a mesh of some members once, `links` or `all` failing in turn, and prints the seconds, the process's greatest memory
 * in MB, and how many pairs get through in how many layers.
 */
const network = networkOf(Number(process.argv[2]));
const start = process.hrtime.bigint();
const pairs = reachOf(network, process.argv[3] === "all" ? "all" : "links");
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, memory, reached: pairs.filter(({ ok }) => ok).length }));
