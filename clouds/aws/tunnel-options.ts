import type * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { AWS_SUITE } from "./ciphers";

/** What the plan says of one tunnel of a connection. */
export interface PlannedTunnel {
  /** /30 */
  inside: string;
  key: pulumi.Output<string>;
}

const { ikeVersion, phase1, phase2 } = AWS_SUITE;

/**
 * Properties of one of a connection's two tunnels. A tunnel that no plan uses is pinned to the suite all the same: AWS
 * makes both, and its defaults take weak ciphers.
 */
export function tunnelOptions(ordinal: 1 | 2, planned?: PlannedTunnel): Partial<ec2.VpnConnectionArgs> {
  return ordinal === 1 ? firstTunnel(planned) : secondTunnel(planned);
}

function firstTunnel(planned?: PlannedTunnel): Partial<ec2.VpnConnectionArgs> {
  return {
    ...(planned
      ? { tunnel1InsideCidr: planned.inside, tunnel1PresharedKey: pulumi.secret(planned.key) }
      : {}),
    tunnel1IkeVersions: [ikeVersion],
    tunnel1Phase1EncryptionAlgorithms: [phase1.encryption],
    tunnel1Phase1IntegrityAlgorithms: [phase1.integrity],
    tunnel1Phase1DhGroupNumbers: [phase1.group],
    tunnel1Phase1LifetimeSeconds: phase1.lifetime,
    tunnel1Phase2EncryptionAlgorithms: [phase2.encryption],
    tunnel1Phase2IntegrityAlgorithms: [phase2.integrity],
    tunnel1Phase2DhGroupNumbers: [phase2.group],
    tunnel1Phase2LifetimeSeconds: phase2.lifetime,
    // Azure never opens a BGP session from an inside address (VPN gateway documentation, "Configure BGP with AWS", 2026-02).
    tunnel1StartupAction: "start",
    tunnel1DpdTimeoutAction: "restart",
    tunnel1DpdTimeoutSeconds: 30,
  };
}

/** The same under the provider's other names. */
function secondTunnel(planned?: PlannedTunnel): Partial<ec2.VpnConnectionArgs> {
  return {
    ...(planned
      ? { tunnel2InsideCidr: planned.inside, tunnel2PresharedKey: pulumi.secret(planned.key) }
      : {}),
    tunnel2IkeVersions: [ikeVersion],
    tunnel2Phase1EncryptionAlgorithms: [phase1.encryption],
    tunnel2Phase1IntegrityAlgorithms: [phase1.integrity],
    tunnel2Phase1DhGroupNumbers: [phase1.group],
    tunnel2Phase1LifetimeSeconds: phase1.lifetime,
    tunnel2Phase2EncryptionAlgorithms: [phase2.encryption],
    tunnel2Phase2IntegrityAlgorithms: [phase2.integrity],
    tunnel2Phase2DhGroupNumbers: [phase2.group],
    tunnel2Phase2LifetimeSeconds: phase2.lifetime,
    tunnel2StartupAction: "start",
    tunnel2DpdTimeoutAction: "restart",
    tunnel2DpdTimeoutSeconds: 30,
  };
}
