import type {
  Policies,
  PolicyConfigSchema,
  ResourceValidationPolicy,
  StackValidationPolicy,
} from "@pulumi/policy";
import type { UnknownValue } from "../network/judge/judgement";
import { valueAt } from "../network/model/property";
import { isUnknown } from "../network/model/resource";
import { networkOfResource, networkOfStack } from "./inventory-once";
import type { Rule } from "./rule";
import { COMMON_OPTIONS, violations } from "./rule";

/** Name of the policy by which a rule stops a single resource. */
export function resourcePolicyName(rule: Rule): string {
  return `${rule.name}-resource`;
}

/** Rules as Pulumi's policies: each judges the stack, and each that one resource can break also judges each resource. */
export function policiesOf(rules: Rule[]): Policies {
  return rules.flatMap((rule) =>
    rule.alone ? [stackPolicy(rule), resourcePolicy(rule)] : [stackPolicy(rule)],
  );
}

export function stackPolicy(rule: Rule): StackValidationPolicy {
  return {
    ...metadata(rule),
    name: rule.name,
    validateStack: (args, report) => {
      const { network } = networkOfStack(args.resources);
      const found = violations(rule, network, { ...args.getConfig<object>() });
      for (const { message, urn } of found) report(message, urn);
    },
  };
}

export function resourcePolicy(rule: Rule): ResourceValidationPolicy {
  return {
    ...metadata(rule),
    name: resourcePolicyName(rule),
    validateResource: (args, report) => {
      const { network, resources } = networkOfResource(args);
      // A property that only names another resource (a subnet's secondary range) cannot be followed here; the stack's gate can.
      const elsewhere = ({ property }: UnknownValue): boolean =>
        NAMES_A_NETWORK.test(property ?? "") || isSet(valueAt(resources[0]?.props, property));
      const found = violations(rule, network, { ...args.getConfig<object>() }, { elsewhere });
      for (const { message, urn } of found) report(message, urn);
    },
  };
}

/** Where a cluster names the network or subnet of its nodes: unknown or not, only the stack's gate sees what stands there. */
const NAMES_A_NETWORK = /(^|\.)(subnetIds|vnetSubnetID|podSubnetID|subnetwork|network)$/;

/** Whether all of a value is set and known. */
function isSet(value: unknown): boolean {
  if (typeof value === "object" && value !== null)
    return !isUnknown(value) && Object.values(value).every(isSet);
  return value !== undefined;
}

function metadata(rule: Rule) {
  const configSchema: PolicyConfigSchema = { properties: { ...COMMON_OPTIONS, ...rule.options } };
  return {
    description: rule.description,
    displayName: rule.title,
    severity: rule.severity,
    enforcementLevel: rule.level,
    remediationSteps: rule.fix,
    tags: [rule.name.split("-")[0] ?? rule.name],
    configSchema,
  };
}
