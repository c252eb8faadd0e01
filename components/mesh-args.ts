import type { Provider as AwsProvider } from "@pulumi/aws/provider";
import type { Provider as AzureProvider } from "@pulumi/azure-native/provider";
import type { Provider as GcpProvider } from "@pulumi/gcp/provider";
import type { MeshSpec } from "../network/spec/shape";

/** A spec (see its own fields), the allocations made for it, and the providers of its accounts. */
export interface MeshArgs extends MeshSpec {
  /**
   * Content of the lock file that `isthmus plan --write` made, so that no address is made up at apply. Read the file in
   * your program: `readFileSync("prod.lock.yaml", "utf8")`. A lock that is missing or behind the spec fails the update.
   */
  lock?: string;
  /** AWS providers by role ARN, instead of those made from the members' `account.roleArn`. Default none. */
  awsProviders?: Record<string, AwsProvider>;
  /** Google Cloud providers by project, instead of those made from `account.project`. Default none. */
  gcpProviders?: Record<string, GcpProvider>;
  /** Azure providers by subscription, instead of those made from `account.subscription`. Default none. */
  azureProviders?: Record<string, AzureProvider>;
}
