import type { CloudObject } from "./journal";
import type { Properties } from "./properties";
import type { Autoname, TypeDescriptor } from "./type-descriptor";

/** A cloud: the package that speaks to it, its types, and its manner of speaking. */
export interface Cloud {
  /** Pulumi's name: `azure-native`. */
  package: string;
  /** Whether the real provider takes secrets as such. Where not, the engine marks outputs named like secret inputs. */
  acceptsSecrets: boolean;
  /**
   * What the provider notes among the inputs: the Terraform bridge each property that it filled in, azure-native that the
   * name is its own, so that old and new may stand side by side.
   */
  notes: "defaults" | "createBeforeDelete" | "nothing";
  types: Record<string, TypeDescriptor>;
  /** For a type that no table knows. */
  other(type: string): TypeDescriptor;
  /** A name of Pulumi's making; `random` is hexadecimal digits. */
  autoname(logical: string, random: string, autoname: Autoname): string;
  /** Where a provider's objects are, if their ids do not say it. */
  placeOf?(provider: Properties): string | undefined;
  /** Cannot change in place for any type. */
  immutable: string[];
  /** Outputs of every type that an update makes anew. */
  follows: string[];
  /** What a previewed update still knows of what the cloud told; default: all of it. */
  knownInPreview?: string[];
  refusals: Refusals;
  /** Answers of provider functions by token. */
  functions: Record<string, CloudFunction>;
}

/** How the cloud says no. */
export interface Refusals {
  taken(type: string, key: string): string;
  missing(type: string, path: string, value: string): string;
  inUse(object: CloudObject, user: CloudObject): string;
  gone(type: string, id: string): string;
  /** Of a change in place of what is {@link TypeDescriptor.fixed}. */
  fixed?(path: string): string;
  /** Of a fault that was asked for. */
  fault(type: string, name: string): string;
}

/** `objects` are those of all clouds. Throws an Error where the real one would. */
export type CloudFunction = (args: Properties, objects: CloudObject[], provider: Properties) => Properties;

export function descriptorOf(cloud: Cloud, type: string): TypeDescriptor {
  return cloud.types[type] ?? cloud.other(type);
}

/** `aws` of `aws:ec2/vpc:Vpc`. */
export function packageOf(type: string): string {
  return type.split(":")[0] ?? "";
}
