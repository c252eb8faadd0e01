import assert from "node:assert/strict";
import { worldIngressRule as rule } from "../../../policies/exposure/no-world-ingress";
import { judged, UNKNOWN_TEXT } from "../example";

/** The sound network with a rule of a security group more. */
const lettingIn = (props: object) => (parts: Record<string, object>) => {
  parts.group = { type: "aws:ec2/securityGroup:SecurityGroup", props: {}, refs: { vpcId: "vpc" } };
  parts.rule = {
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    props: { ipProtocol: "tcp", fromPort: 22, toPort: 22, ...props },
    refs: { securityGroupId: "group" },
  };
};
const gcp = (props: object) => (parts: Record<string, object>) => {
  parts.rule = { type: "gcp:compute/firewall:Firewall", props, refs: { network: "network" } };
};

describe("exposure-no-world-ingress", () => {
  it("passes rules that name who may come in", () => {
    assert.deepEqual(judged(rule, lettingIn({ cidrIpv4: "10.0.0.0/8" })), { stack: [], resource: [] });
  });

  it("passes the web's ports before something that is no node", () => {
    const web = { cidrIpv4: "0.0.0.0/0", fromPort: 443, toPort: 443 };
    assert.deepEqual(judged(rule, lettingIn(web)).stack, []);
  });

  it("refuses everybody on another port, in both clouds, before the rule is made", () => {
    const { stack, resource } = judged(rule, lettingIn({ cidrIpv4: "0.0.0.0/0" }));
    assert.match(stack[0] ?? "", /^rule: rule \(urn:.*\) lets the whole internet in to 22\/tcp/);
    assert.equal(resource.length, 1);
    const open = {
      allows: [{ protocol: "tcp", ports: ["3389"] }],
      sourceRanges: ["0.0.0.0/0"],
      direction: "INGRESS",
    };
    assert.match(judged(rule, gcp(open)).stack[0] ?? "", /lets the whole internet in to 3389\/tcp/);
  });

  it("refuses everybody by IPv6, in each form that a rule has", () => {
    assert.match(
      judged(rule, lettingIn({ cidrIpv6: "::/0" })).stack[0] ?? "",
      /lets the whole internet in to 22\/tcp/,
    );
    const ssh = { protocol: "tcp", fromPort: 22, toPort: 22, ipv6CidrBlocks: ["::/0"] };
    for (const [type, props] of [
      ["aws:ec2/securityGroupRule:SecurityGroupRule", { type: "ingress", ...ssh }],
      ["aws:ec2/securityGroup:SecurityGroup", { ingress: [ssh] }],
      ["aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", { ingress: [ssh] }],
    ] as const) {
      const { stack } = judged(rule, (parts: Record<string, object>) => {
        parts.open = { type, props };
      });
      assert.match(stack[0] ?? "", /^open: .* lets the whole internet in to 22\/tcp/, type);
    }
    assert.deepEqual(judged(rule, lettingIn({ cidrIpv6: "fd00::/8" })).stack, []);
  });

  it("does not pass sources or ports that are not known", () => {
    assert.match(
      judged(rule, lettingIn({ cidrIpv4: UNKNOWN_TEXT })).stack[0] ?? "",
      /is not known before apply, so it cannot be judged whether everybody is/,
    );
    assert.match(
      judged(rule, lettingIn({ cidrIpv4: "0.0.0.0/0", fromPort: UNKNOWN_TEXT })).stack[0] ?? "",
      /whether only the web's are/,
    );
  });
});
