import type { PolicyResource, ResourceValidationArgs, StackValidationArgs } from "@pulumi/policy";
import { unknownCheckingProxy } from "@pulumi/policy";

/** What stands in a property whose value is not known before apply. */
export const UNKNOWN_TEXT = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const opts = { protect: false, ignoreChanges: [], aliases: [], additionalSecretOutputs: [] };
const customTimeouts = { createSeconds: 0, updateSeconds: 0, deleteSeconds: 0 };

/** A resource as the SDK shows it to a resource policy, unknown values throwing. */
export function argsOf(type: string, name: string, props: object): ResourceValidationArgs {
  return {
    type,
    name,
    urn: urnOf(type, name),
    props: unknownCheckingProxy(props),
    opts: { ...opts, customTimeouts },
    stackTags: new Map(),
    isType: () => false,
    asType: () => undefined,
    getConfig: <T extends object>() => ({}) as T,
    notApplicable: () => {
      throw new Error("not applicable");
    },
  };
}

/** Every resource has a provider, and no component. */
function providerOf(type: string): Pick<ResourceValidationArgs, "provider"> {
  const [name = ""] = type.split(":");
  if (name === "isthmus" || name === "pulumi") return {};
  const provider = `pulumi:providers:${name}`;
  return { provider: { type: provider, name: "default", urn: urnOf(provider, "default"), props: {} } };
}

/** A resource as the SDK shows it to a stack policy. */
export function resourceOf(type: string, name: string, props: object): PolicyResource {
  return {
    ...argsOf(type, name, props),
    ...providerOf(type),
    asType: () => undefined,
    dependencies: [],
    propertyDependencies: {},
  };
}

export function stackOf(resources: PolicyResource[], config: object = {}): StackValidationArgs {
  return {
    resources,
    stackTags: new Map(),
    getConfig: <T extends object>() => config as T,
    notApplicable: () => {
      throw new Error("not applicable");
    },
  };
}

export function urnOf(type: string, name: string): string {
  return `urn:pulumi:dev::app::${type}::${name}`;
}
