import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../network/errors";
import { rangesAllowed } from "../network/judge/ranges-allowed";
import { rangesDisjoint } from "../network/judge/ranges-disjoint";
import { vpnIkev2 } from "../network/judge/vpn-ikev2";
import { vpnStrong } from "../network/judge/vpn-strong";
import type { Inventory } from "../network/model/inventory";
import type { Problem } from "../network/problem";
import { refusal } from "./refusal";

/**
 * The first of the three gates: what a component refuses by itself, whatever packs run and however they are configured.
 * Only invariants that no configuration may lift: the same functions as the rules of these names.
 */
export function brokenInvariants(network: Inventory): Problem[] {
  return [rangesDisjoint, rangesAllowed, vpnIkev2, vpnStrong].flatMap((judge) => judge(network).problems);
}

/**
 * The exit code by which a program tells Pulumi that it failed and that the user has been told why
 * (`@pulumi/pulumi` 3.248, `cmd/run`; the language host ends the update without a word more).
 */
const TOLD_AND_FAILED = 32;

/**
 * In a preview every broken invariant is logged as an error and the program goes on, so that all is seen at once, policies
 * included. A logged error alone fails nothing: the exit code does, once the engine is done with everything else. In an update
 * nothing wrong may be made: it throws, as one message without a stack, before a child is registered.
 */
export function refuse(problems: Problem[], component?: pulumi.Resource): void {
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `${problem.rule}: ${problem.message}`);
  if (!pulumi.runtime.isDryRun()) throw refusal(lines.join("\n"));
  for (const line of lines) void pulumi.log.error(line, component);
  process.exitCode = TOLD_AND_FAILED;
}

/** Runs what may find the arguments wrong; says so in one message without a stack, as a Pulumi program should. */
export function explained<T>(component: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof InputError) {
      throw refusal(error.message.replace(/^/gm, `${component}: `));
    }
    throw error;
  }
}
