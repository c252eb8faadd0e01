import type * as pulumi from "@pulumi/pulumi";

/**
 * What a cloud says of what a member brings with it, for rules to hold against what the member says: the engine shows a policy pack no
 * resource that is only read, but it shows a component's outputs.
 */
export interface ExistingRead {
  /** Ranges of the network, where the cloud tells them with it. */
  ranges?: pulumi.Output<string[]>;
  /** ASN of the gateway. */
  asn?: pulumi.Output<number | undefined>;
  /** Its public addresses. */
  addresses?: pulumi.Output<string[]>;
}
