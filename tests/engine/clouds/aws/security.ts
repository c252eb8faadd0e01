import { text } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { accountOf, arn, ec2Id, regionOf } from "./identity";
import { VPC } from "./network";

export const SECURITY_GROUP: Use = { types: ["aws:ec2/securityGroup:SecurityGroup"] };

/** A group's own rules go with it; another's that name it keep it (EC2 API, `DeleteSecurityGroup`: DependencyViolation, 2026). */
const RULE_USES: Record<string, Use> = {
  securityGroupId: { ...SECURITY_GROUP, bond: "owned" },
  referencedSecurityGroupId: SECURITY_GROUP,
};

const RULE: TypeDescriptor = {
  id: ec2Id("sgr"),
  // terraform-provider-aws, `internal/service/ec2/vpc_security_group_ingress_rule.go`: only the group forces a new rule.
  immutable: ["securityGroupId"],
  uses: RULE_USES,
  unique: [
    (inputs) =>
      [
        "securityGroupId",
        "cidrIpv4",
        "cidrIpv6",
        "referencedSecurityGroupId",
        "ipProtocol",
        "fromPort",
        "toPort",
      ]
        .map((path) => text(inputs, path))
        .join(" "),
  ],
  computed: (made) => ({
    arn: arn(made, "ec2", `security-group-rule/${made.id}`),
    securityGroupRuleId: made.id,
  }),
};

/** Immutable: ForceNew in terraform-provider-aws 6, `internal/service/{ec2,iam,kms}` (2026). */
export const SECURITY_TYPES: Record<string, TypeDescriptor> = {
  "aws:ec2/securityGroup:SecurityGroup": {
    id: ec2Id("sg"),
    autoname: { property: "name", longest: 255 },
    defaults: { description: "Managed by Pulumi", revokeRulesOnDelete: false },
    immutable: ["name", "namePrefix", "description", "vpcId"],
    uses: { vpcId: VPC },
    unique: [({ vpcId, name }) => `${vpcId} ${name}`],
    computed: (made) => ({
      arn: arn(made, "ec2", `security-group/${made.id}`),
      ownerId: accountOf(made),
      ingress: [],
      egress: [],
    }),
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    // Taken over, not made; gone from the state it stays with its VPC.
    id: ({ used, digest }) =>
      text(used("vpcId")?.outputs ?? {}, "defaultSecurityGroupId") || `sg-0${digest("id").slice(0, 16)}`,
    immutable: ["vpcId"],
    uses: { vpcId: { ...VPC, bond: "owned" } },
    unique: [({ vpcId }) => text({ vpcId }, "vpcId")],
    computed: (made) => ({
      arn: arn(made, "ec2", `security-group/${made.id}`),
      ownerId: accountOf(made),
      name: "default",
      description: "default VPC security group",
    }),
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": RULE,
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": RULE,
  "aws:iam/role:Role": {
    id: ({ inputs }) => text(inputs, "name"),
    autoname: { property: "name", longest: 64 },
    defaults: { maxSessionDuration: 3600, path: "/", forceDetachPolicies: false },
    immutable: ["name", "namePrefix", "path"],
    unique: [({ name }) => text({ name }, "name")],
    computed: (made) => ({
      arn: `arn:aws:iam::${accountOf(made)}:role/${text(made.inputs, "name")}`,
      uniqueId: `AROA${made.digest("unique").slice(0, 17).toUpperCase()}`,
      createDate: "2026-01-01T00:00:00Z",
      managedPolicyArns: [],
      inlinePolicies: [],
    }),
  },
  "aws:iam/rolePolicy:RolePolicy": {
    id: ({ inputs }) => `${text(inputs, "role")}:${text(inputs, "name")}`,
    autoname: { property: "name", longest: 128 },
    immutable: ["name", "namePrefix", "role"],
    // DeleteConflict: a role with policies is not deleted (IAM API, `DeleteRole`, 2026).
    uses: { role: { types: ["aws:iam/role:Role"], by: "name" } },
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    id: ({ inputs }) => `${text(inputs, "role")}/${text(inputs, "policyArn")}`,
    immutable: ["role", "policyArn"],
    uses: { role: { types: ["aws:iam/role:Role"], by: "name" } },
    // Attaching again what is attached changes nothing (IAM API, `AttachRolePolicy`, 2026).
    unique: [({ role, policyArn }) => `${role}/${policyArn}`],
    adopts: true,
  },
  "aws:kms/key:Key": {
    id: ({ digest }) => {
      const hex = digest("id");
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        hex.slice(12, 16),
        hex.slice(16, 20),
        hex.slice(20, 32),
      ].join("-");
    },
    defaults: {
      bypassPolicyLockoutSafetyCheck: false,
      customerMasterKeySpec: "SYMMETRIC_DEFAULT",
      isEnabled: true,
      keyUsage: "ENCRYPT_DECRYPT",
    },
    immutable: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    computed: (made) => ({
      arn: `arn:aws:kms:${regionOf(made)}:${accountOf(made)}:key/${made.id}`,
      keyId: made.id,
      multiRegion: false,
      rotationPeriodInDays: 365,
    }),
  },
};
