import type * as pulumi from "@pulumi/pulumi";
import type { MeshArgs } from "../components";

/**
 * Kubeconfigs of members that bring their clusters, out of the stack's configuration: `pulumi config set --secret
 * isthmus:kubeconfig-dublin < kubeconfig`. One that is not set is missed by the component, by name.
 */
export function kubeconfigsOf(
  { members }: Pick<MeshArgs, "members">,
  config: pulumi.Config,
): Pick<MeshArgs, "kubeconfigs"> {
  const found = Object.keys(members).flatMap((name) => {
    const kubeconfig =
      members[name]?.existing?.cluster === undefined ? undefined : config.getSecret(`kubeconfig-${name}`);
    return kubeconfig === undefined ? [] : [[name, kubeconfig] as const];
  });
  return found.length === 0 ? {} : { kubeconfigs: Object.fromEntries(found) };
}
