import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { z } from "zod";
import { InputError } from "../network/errors";
import type { MemberPlan } from "../network/plan/shape";

/** How a cluster that is there is reached. */
export interface ExistingAccess {
  /** Secret. */
  kubeconfig: pulumi.Output<string>;
  /** Name of the kubeconfig's current context, and URL of its API server. */
  clusterName: pulumi.Output<string>;
  endpoint: pulumi.Output<string>;
}

/**
 * Access to the cluster that a member brings; `undefined` where it brings none.
 *
 * @throws InputError where it brings one and nobody says how it is reached
 */
export function existingAccess(
  { name, existing }: MemberPlan,
  kubeconfig: pulumi.Input<string> | undefined,
): ExistingAccess | undefined {
  if (!existing?.cluster) return undefined;
  if (kubeconfig === undefined) {
    const message = `is missing: ${name} brings its cluster, so give a kubeconfig for it, as a secret`;
    throw new InputError({ path: "kubeconfig", message });
  }
  const secret = pulumi.secret(kubeconfig);
  const read = secret.apply(contextOf);
  return {
    kubeconfig: secret,
    clusterName: pulumi.unsecret(read.apply(({ cluster }) => cluster)),
    endpoint: pulumi.unsecret(read.apply(({ server }) => server)),
  };
}

const form = z.looseObject({
  "current-context": z.string().optional(),
  contexts: z.array(z.looseObject({ name: z.string(), context: z.looseObject({ cluster: z.string() }) })),
  clusters: z.array(z.looseObject({ name: z.string(), cluster: z.looseObject({ server: z.string() }) })),
});

/** The cluster that kubectl would speak to; empty texts where that cannot be told. */
function contextOf(text: string): { cluster: string; server: string } {
  const config = form.safeParse(parse(text));
  if (!config.success) return { cluster: "", server: "" };
  const { contexts, clusters, "current-context": current } = config.data;
  const context = contexts.find(({ name }) => name === current) ?? contexts[0];
  const cluster = clusters.find(({ name }) => name === context?.context.cluster);
  return { cluster: cluster?.name ?? "", server: cluster?.cluster.server ?? "" };
}
