import { environmentDump } from "./dumps";
import { faultsOf, saidOf, unknownsOf } from "./unknown";

/** `npm run unknowns`: every property of prod that is read, one at a time, as a value that is not known. Exits with 1 where a rule takes that for nothing. */
async function main(): Promise<void> {
  const dump = await environmentDump("prod");
  const before = saidOf(dump.resources);
  const all = unknownsOf(dump);
  const faults = all.flatMap((one) => faultsOf(one, before));
  for (const fault of faults) console.log(fault);
  console.log(`${all.length} properties, ${faults.length} taken for nothing`);
  if (faults.length > 0) process.exitCode = 1;
}

void main();
