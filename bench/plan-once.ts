import { SOURCES } from "../components/plan-sources";
import { emptyLock } from "../network/address/lock";
import { planMesh } from "../network/plan/plan";
import { meshOf } from "./mesh-of";

/** Plans once and prints the process's greatest memory in MB. */
planMesh(meshOf(Number(process.argv[2])), emptyLock(), SOURCES);
process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
