// A VPC with a subnet in each of three zones whose names AWS is asked for. Nobody can answer here: the names are unknown, and no rule
// needs them. No mistake is in it.

const aws = require("@pulumi/aws");

const zones = aws.getAvailabilityZonesOutput({ state: "available" });
const vpc = new aws.ec2.Vpc("zones", { cidrBlock: "10.30.0.0/16" });
for (let index = 0; index < 3; index++) {
  new aws.ec2.Subnet(`zones-${index}`, {
    vpcId: vpc.id,
    cidrBlock: `10.30.${index * 16}.0/20`,
    availabilityZone: zones.names.apply((names) => names[index]),
  });
}
