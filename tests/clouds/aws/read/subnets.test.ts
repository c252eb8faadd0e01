import assert from "node:assert/strict";
import { readSubnets } from "../../../../clouds/aws/read/subnets";
import type { Resource } from "../../../../network/model/resource";
import { ResourceIndex } from "../../../../network/model/resource-index";

const urnOf = (type: string, name: string) => `urn:pulumi:dev::app::${type}::${name}`;
const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const ATTACHMENT = "aws:ec2transitgateway/vpcAttachment:VpcAttachment";

function resource(type: string, name: string, references: Record<string, string[]> = {}): Resource {
  return {
    urn: urnOf(type, name),
    type,
    name,
    custom: true,
    props: {},
    dependencies: [],
    propertyDependencies: references,
  };
}

/** Names of the subnets with hosts, of a VPC whose transit gateway is attached by `attached`. */
function withHosts(names: string[], attached: string[]): string[] {
  const resources = [
    resource(VPC, "shop"),
    ...names.map((name) => resource(SUBNET, name, { vpcId: [urnOf(VPC, "shop")] })),
    resource(ATTACHMENT, "shop", { subnetIds: attached.map((name) => urnOf(SUBNET, name)) }),
  ];
  return readSubnets(new ResourceIndex(resources))
    .filter(({ hosts }) => hosts)
    .map(({ urn }) => urn.split("::").at(-1) ?? "");
}

describe("hosts of a VPC of which nobody says where they are", () => {
  it("are not in subnets that are there for a transit gateway's attachment", () => {
    assert.deepEqual(withHosts(["apps", "transit"], ["transit"]), ["apps"]);
  });

  it("are in the attachment's subnets where there are no others", () => {
    assert.deepEqual(withHosts(["a", "b"], ["a", "b"]), ["a", "b"]);
  });
});
