import { type Properties, text, valuesAt } from "../properties";
import type { Making } from "../type-descriptor";

/** The account that AWS' own documentation uses. */
const EXAMPLE_ACCOUNT = "123456789012";

const DEFAULT_REGION = "eu-west-1";

type Situated = Pick<Making, "inputs" | "provider">;

export function regionOf({ inputs, provider }: Situated): string {
  return text(inputs, "region") || text(provider, "region") || DEFAULT_REGION;
}

/** The account of the role that the provider takes, else an example. */
export function accountOf({ provider }: Pick<Situated, "provider">): string {
  const [role] = [...valuesAt(provider, "assumeRoles[*].roleArn"), ...assumedIn(provider)];
  return (typeof role === "string" && /^arn:[\w-]+:iam::(\d{12}):/.exec(role)?.[1]) || EXAMPLE_ACCOUNT;
}

/** The engine hands over lists of a provider's configuration as JSON text. */
function assumedIn({ assumeRoles }: Properties): unknown[] {
  if (typeof assumeRoles !== "string") return [];
  return valuesAt({ roles: JSON.parse(assumeRoles) }, "roles[*].roleArn");
}

/** `vpc-0123456789abcdef0`: 17 hexadecimal digits (EC2 user guide, "Resource IDs", 2018). */
export function ec2Id(prefix: string): (making: Making) => string {
  return ({ digest }) => `${prefix}-0${digest("id").slice(0, 16)}`;
}

/** ARN of something that a region holds: `arn:aws:ec2:eu-west-1:123456789012:vpc/vpc-0…`. */
export function arn(made: Situated, service: string, resource: string): string {
  return `arn:aws:${service}:${regionOf(made)}:${accountOf(made)}:${resource}`;
}
