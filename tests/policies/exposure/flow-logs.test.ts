import assert from "node:assert/strict";
import { UNKNOWN } from "../../../network/model/resource";
import { flowLogsRule as rule } from "../../../policies/exposure/flow-logs";
import { type Single, said } from "../single";

const vpc = { type: "aws:ec2/vpc:Vpc" };
const subnet = (props: object = {}): Single => ({
  type: "gcp:compute/subnetwork:Subnetwork",
  props: { ...props },
});
const vnet = { type: "azure-native:network:VirtualNetwork" };
const azureLog = (props: object = {}): Single => ({
  type: "azure-native:network:FlowLog",
  props: { targetResourceId: UNKNOWN, ...props },
  refs: { targetResourceId: "vnet" },
});

describe("exposure-flow-logs", () => {
  it("passes networks with flow logs, and subnets that take none", () => {
    const log = { type: "aws:ec2/flowLog:FlowLog", props: { vpcId: UNKNOWN }, refs: { vpcId: "vpc" } };
    assert.deepEqual(said(rule, { vpc, log }), []);
    assert.deepEqual(said(rule, { subnet: subnet({ logConfig: { flowSampling: 0.5 } }) }), []);
    assert.deepEqual(said(rule, { subnet: subnet({ purpose: "REGIONAL_MANAGED_PROXY" }) }), []);
    const config = {
      type: "gcp:networkmanagement/vpcFlowLogsConfig:VpcFlowLogsConfig",
      refs: { subnet: "subnet" },
    };
    assert.deepEqual(said(rule, { subnet: subnet(), config }), []);
    assert.deepEqual(said(rule, { vnet, log: azureLog() }), []);
  });

  it("names those without, or with one for something else, or one turned off", () => {
    const other = { type: "aws:ec2/flowLog:FlowLog", refs: { vpcId: "second" } };
    assert.match(
      said(rule, { vpc, second: vpc, other }).join("\n"),
      /^vpc: vpc \(urn:.*\) has no flow log: .*; add an `aws\.ec2\.FlowLog` with its `vpcId`\.$/,
    );
    assert.match(said(rule, { subnet: subnet() })[0] ?? "", /^subnet: .*; set its `logConfig`\.$/);
    assert.match(said(rule, { vnet, log: azureLog({ enabled: false }) })[0] ?? "", /^vnet: .*FlowLog/);
  });

  it("does not pass a log whose network is not known", () => {
    const log = { type: "aws:ec2/flowLog:FlowLog", props: { vpcId: UNKNOWN } };
    assert.match(said(rule, { vpc, log })[0] ?? "", /is not known/);
    assert.match(
      said(rule, { subnet: subnet({ logConfig: UNKNOWN }) })[0] ?? "",
      /logConfig of .* is not known/,
    );
    assert.match(said(rule, { vnet, log: { ...azureLog(), refs: {} } })[0] ?? "", /is not known/);
  });
});
