import * as pulumi from "@pulumi/pulumi";
import { InputError } from "../network/errors";
import { rangesAllowed } from "../network/judge/ranges-allowed";
import { rangesDisjoint } from "../network/judge/ranges-disjoint";
import { vpnIkev2 } from "../network/judge/vpn-ikev2";
import { vpnStrong } from "../network/judge/vpn-strong";
import type { Inventory } from "../network/model/inventory";
import type { Problem } from "../network/problem";

/**
 * The first of the three gates: what a component refuses by itself, whatever packs run and however they are configured.
 * Only invariants that no configuration may lift: the same functions as the rules of these names.
 */
export function brokenInvariants(network: Inventory): Problem[] {
  return [rangesDisjoint, rangesAllowed, vpnIkev2, vpnStrong].flatMap((judge) => judge(network).problems);
}

/**
 * In a preview every broken invariant is logged as an error, which fails the preview, and the program goes on, so that all
 * is seen at once. In an update nothing wrong may be made: it throws, as one message without a stack, before a child is registered.
 */
export function refuse(problems: Problem[], component?: pulumi.Resource): void {
  if (problems.length === 0) return;
  const lines = problems.map((problem) => `${problem.rule}: ${problem.message}`);
  if (!pulumi.runtime.isDryRun()) throw new pulumi.RunError(lines.join("\n"));
  for (const line of lines) void pulumi.log.error(line, component);
}

/** Runs what may find the arguments wrong; says so in one message without a stack, as a Pulumi program should. */
export function explained<T>(component: string, body: () => T): T {
  try {
    return body();
  } catch (error) {
    if (error instanceof InputError) {
      throw new pulumi.RunError(error.message.replace(/^/gm, `${component}: `));
    }
    throw error;
  }
}
