import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

import type { SourcePlace } from "./source-place";

/** A resource as the program registered it, properties still in Pulumi's wire form. */
export interface Registration {
  urn: string;
  type: string;
  name: string;
  /** URN; the root stack resource has none. */
  parent?: string;
  custom: boolean;
  /** A component of a plugin: its children are made elsewhere and cannot be seen here. */
  remote: boolean;
  /** Known only for resources that are read or imported. */
  id?: string;
  /** Looked up by its id and not the program's to make: Pulumi's `external`. */
  external?: true;
  /** Inputs. */
  object: Struct;
  /** What a component gave to `registerOutputs`. */
  outputs?: Struct;
  dependencies: string[];
  propertyDependencies: Record<string, string[]>;
  /** URN of the provider resource. */
  provider?: string;
  /** Where in the program it is made, where that is known. */
  place?: SourcePlace;
}

/** A line that the program logged through Pulumi. */
export interface LogLine {
  severity: "info" | "warning" | "error";
  message: string;
  urn?: string;
}
