import * as aws from "@pulumi/aws/ec2";
import * as tgw from "@pulumi/aws/ec2transitgateway";
import * as pulumi from "@pulumi/pulumi";

/** The program whose previews and states stand in `fixtures/`, as Pulumi 3.246 wrote them. */
export function harbour(): void {
  new Quay("quay");
}

class Quay extends pulumi.ComponentResource {
  constructor(name: string) {
    super("harbour:index:Quay", name, { berths: 2 });
    const region = "eu-west-1";
    const opts = { parent: this };
    const east = new aws.Vpc("east", { cidrBlock: "10.0.0.0/16", region }, opts);
    new aws.Vpc("west", { cidrBlock: "10.1.0.0/16", region }, opts);
    new aws.Subnet("east-a", { vpcId: east.id, cidrBlock: "10.0.0.0/24", region }, opts);
    const gateway = new tgw.TransitGateway("gateway", { amazonSideAsn: 64512, region }, opts);
    const peer = new aws.CustomerGateway(
      "peer",
      { bgpAsn: "64600", ipAddress: "203.0.113.7", type: "ipsec.1", region },
      opts,
    );
    new aws.VpnConnection(
      "weak",
      {
        customerGatewayId: peer.id,
        transitGatewayId: gateway.id,
        type: "ipsec.1",
        region,
        tunnel1IkeVersions: ["ikev1"],
        tunnel1PresharedKey: pulumi.secret("hush_hush_hush"),
      },
      opts,
    );
    this.registerOutputs({ berths: 2, weather: "fair" });
  }
}
