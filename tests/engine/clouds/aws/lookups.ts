import type { CloudFunction } from "../cloud";
import type { CloudObject } from "../journal";
import { isObject, type Properties, text, valuesAt } from "../properties";
import { accountOf, regionOf } from "./identity";

/** Functions of pulumi-aws by which one stack finds what another made. */
export const LOOKUPS: Record<string, CloudFunction> = {
  "aws:ec2transitgateway/getTransitGateway:getTransitGateway": found(
    "aws:ec2transitgateway/transitGateway:TransitGateway",
    "EC2 Transit Gateway",
  ),
  "aws:ec2transitgateway/getRouteTable:getRouteTable": found(
    "aws:ec2transitgateway/routeTable:RouteTable",
    "EC2 Transit Gateway Route Table",
  ),
  "aws:ec2/getVpc:getVpc": found("aws:ec2/vpc:Vpc", "EC2 VPC"),
  "aws:eks/getCluster:getCluster": found("aws:eks/cluster:Cluster", "EKS Cluster"),
  "aws:index/getRegion:getRegion": (inputs, _objects, provider) => {
    const region = regionOf({ inputs, provider });
    return { id: region, name: region, region, description: region, endpoint: `ec2.${region}.amazonaws.com` };
  },
  "aws:index/getCallerIdentity:getCallerIdentity": (_inputs, _objects, provider) => {
    const accountId = accountOf({ provider });
    return { id: accountId, accountId, arn: `arn:aws:iam::${accountId}:root`, userId: accountId };
  },
};

/** One object by id, name, tags or filters; more or less than one is an error, as in the real provider. */
function found(type: string, what: string): CloudFunction {
  return (args, objects, provider) => {
    const region = regionOf({ inputs: args, provider });
    const matches = objects.filter(
      (object) =>
        object.type === type &&
        regionOf({ inputs: object.inputs, provider }) === region &&
        fits(object, args),
    );
    const [match] = matches;
    if (!match) throw new Error(`reading ${what}: empty result`);
    if (matches.length > 1) throw new Error(`reading ${what}: ${matches.length} results, wanted one`);
    return { ...match.outputs, id: match.id, region };
  };
}

function fits(object: CloudObject, args: Properties): boolean {
  const { id, name, tags, filters } = args;
  return (
    (id === undefined || id === object.id) &&
    (name === undefined || name === text(object.outputs, "name")) &&
    (!isObject(tags) || Object.entries(tags).every(([key, value]) => tagOf(object, key) === value)) &&
    (!Array.isArray(filters) || filters.every((filter) => fitsFilter(object, filter)))
  );
}

/** `tag:Name` and `transit-gateway-id` style filters; one that is not known here is an error. */
function fitsFilter(object: CloudObject, filter: unknown): boolean {
  const [name] = valuesAt(filter, "name");
  const values = valuesAt(filter, "values[*]");
  if (typeof name !== "string") return false;
  if (name.startsWith("tag:")) return values.includes(tagOf(object, name.slice("tag:".length)));
  if (name === "transit-gateway-id")
    return values.includes(text(object.inputs, "transitGatewayId") || object.id);
  throw new Error(`the simulated clouds do not know the filter ${name}`);
}

function tagOf({ outputs }: CloudObject, key: string): unknown {
  return isObject(outputs.tags) ? outputs.tags[key] : undefined;
}
