import type * as pulumi from "@pulumi/pulumi";
import type { MeshSpec } from "../network/spec/shape";

/** A spec (see its own fields), the allocations made for it, and the providers of its accounts. */
export interface MeshArgs extends MeshSpec {
  /**
   * Content of the lock file that `isthmus plan --write` made, so that no address is made up at apply. Read the file in
   * your program: `readFileSync("prod.lock.yaml", "utf8")`. A lock that is missing or behind the spec fails the update.
   */
  lock?: string;
  /** Of each member that brings its cluster, how its API is reached: a kubeconfig, as a secret. Default none. */
  kubeconfigs?: Record<string, pulumi.Input<string>>;
  /** AWS providers by role ARN, instead of those made from the members' `account.roleArn`. Default none. */
  // biome-ignore lint/suspicious/noExplicitAny: as a provider's class, the schema refers to a resource that no provider's schema has
  awsProviders?: Record<string, any>;
  /** Google Cloud providers by project, instead of those made from `account.project`. Default none. */
  // biome-ignore lint/suspicious/noExplicitAny: as a provider's class, the schema refers to a resource that no provider's schema has
  gcpProviders?: Record<string, any>;
  /** Azure providers by subscription, instead of those made from `account.subscription`. Default none. */
  // biome-ignore lint/suspicious/noExplicitAny: as a provider's class, the schema refers to a resource that no provider's schema has
  azureProviders?: Record<string, any>;
}
