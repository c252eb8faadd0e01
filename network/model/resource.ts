/**
 * A resource as Pulumi registers it, whatever it came from: a recorded program, a policy's arguments,
 * `pulumi preview --json`, `pulumi stack export`. This is all that the readers of a cloud see.
 */
export interface Resource {
  urn: string;
  /** Pulumi type token, for example `aws:ec2/vpc:Vpc`. */
  type: string;
  /** Logical name, the last part of the URN. */
  name: string;
  /** URN of the parent. */
  parent?: string;
  /** False for components. */
  custom: boolean;
  /** The provider's id; absent while it is unknown. */
  id?: string;
  /** Inputs before, outputs after an update. A value that is not known yet is {@link UNKNOWN}, at any depth. */
  props: Record<string, unknown>;
  /** URNs of all resources that this one waits for. */
  dependencies: string[];
  /** URNs behind each top-level property: how two resources are joined while ids are still unknown. */
  propertyDependencies: Record<string, string[]>;
  /** URN of the provider resource. */
  provider?: string;
  /** Whether secrets stand in `props` in clear and without a mark, as the engine shows them to policies. Default false. */
  secretsShown?: boolean;
}

/** A value that is not known before apply, or is secret and masked: present, but not to be judged. */
export class Unknown {
  toJSON(): string {
    return "unknown";
  }
}

/** Not known. */
export const UNKNOWN = new Unknown();

/** Not known here because it is secret: only for who asks whether it is; else it is as good as {@link UNKNOWN}. */
export const SECRET = new Unknown();

/** A value, or {@link UNKNOWN}. */
export type OrUnknown<T> = T | Unknown;

export function isUnknown(value: unknown): value is Unknown {
  return value instanceof Unknown;
}

export function isKnown<T>(value: OrUnknown<T>): value is T {
  return !(value instanceof Unknown);
}
