import type { CloudFunction } from "../cloud";
import type { CloudObject } from "../journal";
import { type Properties, text } from "../properties";
import { projectNumber, projectOf } from "./identity";

/** Functions of pulumi-gcp by which one stack finds what another made. */
export const LOOKUPS: Record<string, CloudFunction> = {
  "gcp:compute/getHaVpnGateway:getHaVpnGateway": named("gcp:compute/haVpnGateway:HaVpnGateway"),
  "gcp:compute/getRouter:getRouter": named("gcp:compute/router:Router"),
  "gcp:compute/getNetwork:getNetwork": named("gcp:compute/network:Network"),
  "gcp:container/getCluster:getCluster": named("gcp:container/cluster:Cluster"),
  "gcp:organizations/getProject:getProject": (inputs, _objects, provider) => {
    const project = text(inputs, "projectId") || projectOf({ inputs, provider });
    return { id: `projects/${project}`, projectId: project, name: project, number: projectNumber(project) };
  },
};

function named(type: string): CloudFunction {
  return (args, objects) => {
    const match = objects.find((object) => object.type === type && fits(object, args));
    if (!match)
      throw new Error(`googleapi: Error 404: The resource '${text(args, "name")}' was not found, notFound`);
    return { ...match.outputs, id: match.id };
  };
}

function fits({ outputs }: CloudObject, args: Properties): boolean {
  return ["name", "region", "location", "project"].every(
    (key) => args[key] === undefined || args[key] === text(outputs, key),
  );
}
