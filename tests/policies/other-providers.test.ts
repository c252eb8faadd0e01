import assert from "node:assert/strict";
import { vpnEndsAgreeRule } from "../../policies/encryption/vpn-ends-agree";
import { vpnStrongRule } from "../../policies/encryption/vpn-strong";
import { worldIngressRule } from "../../policies/exposure/no-world-ingress";
import { judged, UNKNOWN_TEXT } from "./example";

type Change = NonNullable<Parameters<typeof judged>[1]>;

/** One tunnel's options as aws-native has them. */
function tunnel(inside: string, groups: unknown[]): Record<string, unknown> {
  const values = (...written: unknown[]) => written.map((value) => ({ value }));
  return {
    ...{ tunnelInsideCidr: inside, ikeVersions: values("ikev2") },
    phase1EncryptionAlgorithms: values("AES256-GCM-16"),
    phase1IntegrityAlgorithms: values("SHA2-384"),
    phase1dhGroupNumbers: values(...groups),
    phase2EncryptionAlgorithms: values("AES256-GCM-16"),
    phase2IntegrityAlgorithms: values("SHA2-384"),
    phase2dhGroupNumbers: values(20),
  };
}

/** The sound network with its AWS connection written in aws-native. */
function inNative(second: unknown[], inside = "169.254.100.4/30"): Change {
  return (parts) => {
    parts.connection = {
      type: "aws-native:ec2:VpnConnection",
      props: {
        vpnTunnelOptionsSpecifications: [tunnel("169.254.100.0/30", [20]), tunnel(inside, second)],
      },
      refs: { transitGatewayId: "tgw", customerGatewayId: "customer" },
    };
  };
}

describe("the policy pack over a cloud's other provider", () => {
  it("passes a sound network", () => {
    assert.deepEqual(judged(vpnStrongRule, inNative([20])), { stack: [], resource: [] });
  });

  it("refuses a weak cipher at both gates, before the resource is made", () => {
    const { stack, resource } = judged(vpnStrongRule, inNative([2]));
    for (const said of [stack, resource]) assert.match(said[0] ?? "", /^connection: tunnel 2 of connection/);
  });

  it("does not pass a cipher that is not known", () => {
    const { stack, resource } = judged(vpnStrongRule, inNative([UNKNOWN_TEXT]));
    for (const said of [stack, resource]) assert.match(said[0] ?? "", /is not known before apply/);
  });

  it("asks for a value by the name that the program gives it, not by the readers'", () => {
    const { stack } = judged(vpnEndsAgreeRule, inNative([20], UNKNOWN_TEXT));
    assert.match(
      stack[0] ?? "",
      /: vpnTunnelOptionsSpecifications of .*connection is not known before apply/,
    );
  });

  it("refuses a door that is open to the world, in aws-native and in classic Azure", () => {
    const { resource } = judged(worldIngressRule, (parts) => {
      parts.native = {
        type: "aws-native:ec2:SecurityGroupIngress",
        props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, cidrIp: "0.0.0.0/0" },
      };
      parts.classic = {
        type: "azure:network/networkSecurityRule:NetworkSecurityRule",
        props: {
          ...{ direction: "Inbound", access: "Allow", protocol: "Tcp", priority: 100 },
          ...{ sourceAddressPrefix: "*", destinationPortRange: "22" },
        },
      };
    });
    assert.deepEqual(
      resource.map((said) => said.split(":")[0]),
      ["native", "classic"],
    );
  });
});
