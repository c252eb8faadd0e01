import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { inventory } from "../inventory";
import { inKnownWords } from "../inventory/spelling";
import type { Inventory } from "../network/model/inventory";
import type { Resource } from "../network/model/resource";
import { resourceOfArgs, resourcesOfStack } from "./resource-of";

/** What a policy's arguments say, read back as a network. */
export interface Shown {
  resources: Resource[];
  network: Inventory;
}

/**
 * The network of a stack policy's resources. All policies of one request are shown the same values, so it is read for the
 * first of them and kept as long as those values are.
 */
export function networkOfStack(resources: PolicyResource[]): Shown {
  const keys = resources.map(({ props }) => valuesBehind(props));
  const [first] = keys;
  const before = first && stacks.get(first);
  if (
    before &&
    before.keys.length === keys.length &&
    before.keys.every((key, index) => key === keys[index])
  ) {
    return before.shown;
  }
  const shown = shownOf(resourcesOfStack(resources));
  if (first) stacks.set(first, { keys, shown });
  return shown;
}

/** The network that a resource policy's one resource is, kept likewise. */
export function networkOfResource(args: ResourceValidationArgs): Shown {
  const key = valuesBehind(args.props);
  const before = singles.get(key);
  if (before && before.resources[0]?.urn === args.urn) return before;
  const shown = shownOf([resourceOfArgs(args)]);
  singles.set(key, shown);
  return shown;
}

const stacks = new WeakMap<object, { keys: object[]; shown: Shown }>();
const singles = new WeakMap<object, Shown>();

/** Resources in the words that facts name properties in, whichever provider wrote them. */
function shownOf(shown: Resource[]): Shown {
  const resources = inKnownWords(shown);
  return { resources, network: inventory(resources) };
}

/**
 * The values behind the proxy that the SDK puts around them, anew for each policy (`getSpecialProxyTarget` of
 * `@pulumi/policy/proxy` 1.21). What is no such proxy stands for itself.
 */
function valuesBehind(props: Record<string, unknown>): object {
  let target: unknown;
  try {
    target = props.__getSpecialProxyTarget;
  } catch {
    return props;
  }
  return typeof target === "object" && target !== null ? target : props;
}
