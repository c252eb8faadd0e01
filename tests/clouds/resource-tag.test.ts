import assert from "node:assert/strict";
import { tagValue } from "../../clouds/resource-tag";
import { Mesh } from "../../components";
import { type Recording, record } from "../../recorder/record";

/** Types of ours that their cloud gives no tags or labels; their ids are made of their inputs or of a planned name. */
const UNTAGGED = [
  "aws:autoscaling/attachment:Attachment",
  "aws:ec2/route:Route",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2transitgateway/routeTableAssociation:RouteTableAssociation",
  "aws:ec2transitgateway/routeTablePropagation:RouteTablePropagation",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "azure-native:authorization:RoleAssignment",
  "azure-native:monitor:DiagnosticSetting",
  "azure-native:network:SecurityRule",
  "azure-native:network:Subnet",
  "gcp:compute/firewall:Firewall",
  "gcp:compute/network:Network",
  "gcp:compute/router:Router",
  "gcp:compute/routerInterface:RouterInterface",
  "gcp:compute/routerNat:RouterNat",
  "gcp:compute/routerPeer:RouterPeer",
  "gcp:compute/subnetwork:Subnetwork",
  "gcp:container/nodePool:NodePool",
  "gcp:kms/cryptoKeyIAMMember:CryptoKeyIAMMember",
  "gcp:kms/keyRing:KeyRing",
  "gcp:projects/iAMMember:IAMMember",
  "gcp:projects/serviceIdentity:ServiceIdentity",
  "gcp:serviceaccount/account:Account",
];

describe("a resource in a cloud", () => {
  let mesh: Recording;
  before(async () => {
    mesh = await record(
      () =>
        new Mesh("mesh", {
          members: {
            amsterdam: { cloud: "azure", region: "westeurope" },
            dublin: { cloud: "aws", region: "eu-west-1" },
            frankfurt: { cloud: "gcp", region: "europe-west3" },
          },
          topology: { kind: "mesh" },
        }),
    );
  });

  it("carries its logical name as a tag or label wherever its cloud has them", () => {
    const clouds = mesh.resources.filter(({ type }) => /^(aws|gcp|azure-native):/.test(type));
    assert.ok(clouds.length > 150);
    for (const { type, name, props } of clouds) {
      const tags = props.tags ?? props.labels ?? props.resourceLabels;
      if (UNTAGGED.includes(type)) assert.equal(tags, undefined, `${type} has tags after all`);
      else
        assert.equal((tags as Record<string, string>)["isthmus-resource"], tagValue(name), `${type} ${name}`);
    }
  });

  it("shares that name with no other of its type", () => {
    const seen = mesh.resources.map(({ type, name }) => `${type} ${tagValue(name)}`);
    assert.equal(new Set(seen).size, seen.length);
  });
});

describe("a name as a tag", () => {
  it("has nothing that a cloud refuses in one", () => {
    assert.equal(tagValue("amsterdam~dublin/connection/0"), "amsterdam:dublin/connection/0");
  });
});
