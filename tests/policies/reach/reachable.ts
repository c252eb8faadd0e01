import type { Rule } from "../../../policies/rule";
import { judged, type Said } from "../example";

type Change = NonNullable<Parameters<typeof judged>[1]>;
type Parts = Parameters<Change>[0];

/** What a rule says of the sound network once its members can talk too, after `change` has spoilt it. */
export function judgedReach(rule: Rule, change: Change = () => {}): Said {
  return judged(rule, (parts) => {
    makeReachable(parts);
    change(parts);
  });
}

/** A table with a route for the VPC's one subnet, and agents that know each other. */
function makeReachable(parts: Parts): void {
  parts.table = { type: "aws:ec2/routeTable:RouteTable", props: {}, refs: { vpcId: "vpc" } };
  parts.association = {
    type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    props: {},
    refs: { routeTableId: "table", subnetId: "subnet" },
  };
  parts.route = {
    type: "aws:ec2/route:Route",
    props: { destinationCidrBlock: "10.1.0.0/20" },
    refs: { routeTableId: "table", transitGatewayId: "tgw" },
  };
  introduce(parts, "dublin", 1, { name: "frankfurt", ips: ["10.1.0.10"] });
  introduce(parts, "frankfurt", 2, { name: "dublin", ips: ["10.0.0.10"] });
}

function introduce(parts: Parts, name: string, id: number, peer: { name: string; ips: string[] }): void {
  const release = parts[`${name}-cilium`];
  if (!release) throw new Error(`no agent of ${name}`);
  const config = { enabled: true, clusters: [{ ...peer, port: 2379 }] };
  const values = release.props.values as object;
  release.props.values = { ...values, cluster: { name, id }, clustermesh: { config } };
}

/** The mesh asks for something else. */
export function asking(props: object): Change {
  return (parts) => {
    Object.assign(parts.mesh?.props ?? {}, props);
  };
}

/** Without a part. */
export function without(...names: string[]): Change {
  return (parts) => {
    for (const name of names) delete parts[name];
  };
}
