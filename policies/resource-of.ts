import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import type { Resource } from "../network/model/resource";
import { UNKNOWN } from "../network/model/resource";

/** A stack's resources as the model has them. */
export function resourcesOfStack(resources: PolicyResource[]): Resource[] {
  return resources.map((resource) =>
    resourceOf(resource, {
      parent: resource.parent?.urn,
      dependencies: resource.dependencies.map(({ urn }) => urn),
      propertyDependencies: Object.fromEntries(
        Object.entries(resource.propertyDependencies).map(([key, list]) => [key, list.map(({ urn }) => urn)]),
      ),
    }),
  );
}

/** The one resource that a resource policy is shown. What it depends on is not told there. */
export function resourceOfArgs(args: ResourceValidationArgs): Resource {
  return resourceOf(args, { parent: args.opts.parent, dependencies: [], propertyDependencies: {} });
}

type Relations = Pick<Resource, "parent" | "dependencies" | "propertyDependencies">;

/** Properties are converted when they are first asked for: a reader asks for those of its own types only. */
function resourceOf(source: PolicyResource | ResourceValidationArgs, relations: Relations): Resource {
  let props: Resource["props"] | undefined;
  const { urn, type, name, provider } = source;
  return {
    urn,
    type,
    name,
    // The engine gives every custom resource a provider and no component one.
    custom: provider !== undefined,
    ...relations,
    ...(provider ? { provider: provider.urn } : {}),
    secretsShown: true,
    get id() {
      const id = read(() => source.props.id);
      return typeof id === "string" && id !== "" ? id : undefined;
    },
    get props() {
      props ??= Object.fromEntries(
        Object.keys(source.props).map((key) => [key, read(() => source.props[key])] as const),
      );
      return props;
    },
  };
}

/**
 * A value out of the SDK's proxies, which throw where a value is not known yet. The first throw to escape would end the
 * whole rule with an advisory note, so each read stands alone. Whatever is thrown counts as unknown, since the error's
 * class differs between copies of the SDK and plain values never throw.
 */
function read(property: () => unknown): unknown {
  let value: unknown;
  try {
    value = property();
  } catch {
    return UNKNOWN;
  }
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    return Array.from({ length: list.length }, (_, index) => read(() => list[index]));
  }
  if (typeof value !== "object" || value === null) return value;
  const object = value as Record<string, unknown>;
  return Object.fromEntries(Object.keys(object).map((key) => [key, read(() => object[key])]));
}
