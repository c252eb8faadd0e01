import { text } from "../properties";
import type { TypeDescriptor, Use } from "../type-descriptor";
import { arn } from "./identity";

const SHARE: Use = { types: ["aws:ram/resourceShare:ResourceShare"], bond: "owned" };

/** Immutable: ForceNew in terraform-provider-aws 6, `internal/service/ram` (2026). A share's id is its ARN. */
export const SHARING_TYPES: Record<string, TypeDescriptor> = {
  "aws:ram/resourceShare:ResourceShare": {
    id: (making) => arn(making, "ram", `resource-share/${making.digest("share").slice(0, 32)}`),
    autoname: { property: "name" },
    defaults: { allowExternalPrincipals: false },
    immutable: ["permissionArns"],
    computed: ({ id }) => ({ arn: id, permissionArns: [] }),
  },
  "aws:ram/resourceAssociation:ResourceAssociation": {
    id: ({ inputs }) => `${text(inputs, "resourceShareArn")},${text(inputs, "resourceArn")}`,
    immutable: ["resourceArn", "resourceShareArn"],
    uses: {
      resourceShareArn: SHARE,
      resourceArn: { types: ["aws:ec2transitgateway/transitGateway:TransitGateway"], by: "arn" },
    },
  },
  "aws:ram/principalAssociation:PrincipalAssociation": {
    id: ({ inputs }) => `${text(inputs, "resourceShareArn")},${text(inputs, "principal")}`,
    immutable: ["principal", "resourceShareArn"],
    uses: { resourceShareArn: SHARE },
  },
  "aws:ram/resourceShareAccepter:ResourceShareAccepter": {
    id: ({ inputs }) => text(inputs, "shareArn"),
    immutable: ["shareArn"],
    uses: { shareArn: SHARE },
    computed: (made) => {
      const share = made.used("shareArn");
      return {
        invitationArn: `${text(made.inputs, "shareArn")}-invitation`,
        shareId: text(made.inputs, "shareArn").split("/").at(-1) ?? "",
        shareName: text(share?.outputs ?? {}, "name"),
        status: "ACTIVE",
        resources: [],
      };
    },
  },
};
