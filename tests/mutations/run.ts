import { ENVIRONMENTS, environmentDump, rawDump, rawNames } from "./dumps";
import { mandatoryIn } from "./expected";
import { mutationsOf } from "./generate";
import { harmlessIn } from "./harmless";
import { alarmedBy, awaits, caughtBy, falseAlarms, said } from "./judge";
import { concernOf, type Mutation } from "./mutation";

/** Share of the faults that must be caught. */
const GOAL = 0.98;

async function main(): Promise<void> {
  const began = Date.now();
  const tally = new Map<string, { caught: number; total: number }>();
  const missed: Mutation[] = [];
  const awaited: Mutation[] = [];
  const alarms: string[] = [];
  const untouched = new Set<string>();
  let harmless = 0;
  for (const dump of [
    ...(await inTurn(ENVIRONMENTS, environmentDump)),
    ...(await inTurn(
      rawNames().filter((name) => mandatoryIn(name).length === 0),
      rawDump,
    )),
  ]) {
    alarms.push(...falseAlarms(dump));
    const before = said(dump.resources);
    for (const change of harmlessIn(dump)) {
      harmless++;
      alarms.push(...alarmedBy(change, before));
    }
    const generated = mutationsOf(dump);
    for (const property of generated.untouched) untouched.add(property);
    for (const mutation of generated.mutations) {
      if (awaits(mutation)) {
        awaited.push(mutation);
        continue;
      }
      const count = tally.get(concernOf(mutation)) ?? { caught: 0, total: 0 };
      tally.set(concernOf(mutation), count);
      count.total++;
      if (caughtBy(mutation, before) === undefined) missed.push(mutation);
      else count.caught++;
    }
  }
  for (const { name, expect } of missed) console.log(`missed  ${name}; expected ${expect.join(" or ")}`);
  for (const alarm of alarms) console.log(`false alarm  ${alarm}`);
  for (const property of [...untouched].sort()) console.log(`read, and no fault is for it  ${property}`);
  for (const rule of new Set(awaited.map(({ expect }) => expect.join(" or ")))) {
    const count = awaited.filter(({ expect }) => expect.join(" or ") === rule).length;
    console.log(`${count} wait for ${rule}, which is not among the rules`);
  }
  const total = [...tally.values()].reduce((sum, one) => sum + one.total, 0);
  const caught = total - missed.length;
  for (const [concern, count] of [...tally].sort())
    console.log(`${concern}  ${count.caught} / ${count.total}`);
  const share = total === 0 ? 0 : caught / total;
  console.log(
    `all  ${caught} / ${total} (${(100 * share).toFixed(1)} %), ${alarms.length} false alarms at level mandatory on the clean stacks ` +
      `and after ${harmless} changes that mean nothing, ` +
      `${((Date.now() - began) / 1000).toFixed(1)} s`,
  );
  if (share < GOAL || alarms.length > 0) process.exitCode = 1;
}

/** One after another: a program runs in its own folder, and a process has one. */
async function inTurn<Name, Made>(
  names: readonly Name[],
  make: (name: Name) => Promise<Made>,
): Promise<Made[]> {
  const all: Made[] = [];
  for (const name of names) all.push(await make(name));
  return all;
}

void main();
