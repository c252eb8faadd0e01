import { setTimeout as after } from "node:timers/promises";
import type { Cloud } from "./cloud";
import { type Fault, untilRewritten } from "./faults";

/** Milliseconds of a delay that does not say how long. */
const DELAY = 100;

/** Lets a create meet its fault: throws, waits, or ends the process. */
export async function suffer(
  directory: string,
  fault: Fault | undefined,
  { cloud, type, name }: { cloud: Cloud; type: string; name: string },
): Promise<void> {
  switch (fault?.act) {
    case "fail":
      await after(fault.milliseconds ?? 0);
      throw new Error(cloud.refusals.fault(type, name));
    case "delay":
      await after(fault.milliseconds ?? DELAY);
      return;
    case "hang":
      await untilRewritten(directory);
      return;
    case "die":
      process.kill(process.pid, "SIGKILL");
      // The signal may take a moment; nothing is answered meanwhile.
      await untilRewritten(directory);
      return;
  }
}
