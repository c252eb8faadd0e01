import assert from "node:assert/strict";
import * as aws from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { dumpText } from "../../recorder/dump";
import { record } from "../../recorder/record";

describe("a dump", () => {
  const program = () => {
    const gateway = new aws.CustomerGateway("gateway", {
      type: "ipsec.1",
      bgpAsn: "64512",
      ipAddress: "192.0.2.1",
    });
    new aws.VpnConnection("vpn", {
      type: "ipsec.1",
      customerGatewayId: gateway.id,
      tunnel1PresharedKey: pulumi.secret("hush"),
    });
  };

  it("marks secrets as Pulumi does, and leaves out what they hold", async () => {
    const text = dumpText((await record(program)).registrations);
    assert.ok(text.includes('"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270"'));
    assert.ok(!text.includes("hush"));
  });

  it("marks unknown values, keeps what they depend on, and is the same each time", async () => {
    const text = dumpText((await record(program)).registrations);
    const vpn = JSON.parse(text).find((resource: { name: string }) => resource.name === "vpn");
    assert.equal(vpn.props.customerGatewayId, "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
    assert.match(vpn.propertyDependencies.customerGatewayId[0], /CustomerGateway::gateway$/);
    assert.equal(dumpText((await record(program)).registrations), text);
  });
});
