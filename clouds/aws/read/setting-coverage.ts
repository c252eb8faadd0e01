import { type PropertyRows, type ReadType, reads, usedFor } from "../../../network/model/coverage";
import { TYPES } from "./types";

/** What settings are read from, of types that other facts are read from too. */
export const SETTINGS = {
  subnet: usedFor("setting", { mapPublicIpOnLaunch: "flag" }),
  cluster: usedFor("setting", { "encryptionConfig.resources": "words", enabledClusterLogTypes: "words" }),
  nodeGroup: usedFor("setting", {
    ...{ "launchTemplate.id": "reference", "launchTemplate.name": "word" },
    ...{ "remoteAccess.ec2SshKey": "word", "remoteAccess.sourceSecurityGroupIds": "references" },
  }),
  launchTemplate: usedFor("setting", {
    "blockDeviceMappings.*.ebs.encrypted": "flag",
    "networkInterfaces.*.associatePublicIpAddress": "flag",
  }),
  transitGateway: usedFor("setting", { autoAcceptSharedAttachments: "word" }),
  table: usedFor("setting", {
    "routes.*.networkInterfaceId": "reference",
    "routes.*.vpcPeeringConnectionId": "reference",
  }),
  route: usedFor("setting", { networkInterfaceId: "reference", vpcPeeringConnectionId: "reference" }),
} as const satisfies Record<string, PropertyRows>;

/** Types that nothing but settings is read from. */
export const SETTING_TYPES: ReadType[] = [
  reads(TYPES.flowLog, "setting", { vpcId: "reference" }),
  reads(TYPES.endpointService, "setting", { acceptanceRequired: "flag" }),
  reads(TYPES.encryptionByDefault, "setting", { enabled: "flag" }),
];
