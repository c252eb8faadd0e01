import { stringify } from "yaml";
import type { CloudFunction } from "../cloud";
import { digestOf } from "../digest";
import type { CloudObject } from "../journal";
import { type Properties, text } from "../properties";
import { apiServer } from "./cluster";
import { subscriptionOf, tenantOf } from "./identity";

/** Functions of azure-native: what a cluster's users get, and by which one stack finds what another made. */
export const LOOKUPS: Record<string, CloudFunction> = {
  "azure-native:containerservice:listManagedClusterUserCredentials": (args, objects) => {
    const cluster = found("azure-native:containerservice:ManagedCluster", "resourceName", args, objects);
    return {
      kubeconfigs: [{ name: "clusterUser", value: Buffer.from(kubeconfig(cluster)).toString("base64") }],
    };
  },
  "azure-native:network:getVirtualNetworkGateway": getting(
    "azure-native:network:VirtualNetworkGateway",
    "virtualNetworkGatewayName",
  ),
  "azure-native:network:getPublicIPAddress": getting(
    "azure-native:network:PublicIPAddress",
    "publicIpAddressName",
  ),
  "azure-native:network:getVirtualNetwork": getting(
    "azure-native:network:VirtualNetwork",
    "virtualNetworkName",
  ),
  "azure-native:resources:getResourceGroup": getting(
    "azure-native:resources:ResourceGroup",
    "resourceGroupName",
  ),
  "azure-native:containerservice:getManagedCluster": getting(
    "azure-native:containerservice:ManagedCluster",
    "resourceName",
  ),
  "azure-native:authorization:getClientConfig": (_args, _objects, provider) => ({
    subscriptionId: subscriptionOf(provider),
    tenantId: tenantOf(provider),
    clientId: "00000000-0000-0000-0000-000000000001",
    objectId: "00000000-0000-0000-0000-000000000002",
  }),
};

function getting(type: string, name: string): CloudFunction {
  return (args, objects) => {
    const match = found(type, name, args, objects);
    return { ...match.outputs, id: match.id };
  };
}

function found(type: string, name: string, args: Properties, objects: CloudObject[]): CloudObject {
  const match = objects.find(
    (object) =>
      object.type === type &&
      [name, "resourceGroupName"].every(
        (key) => text(object.inputs, key).toLowerCase() === text(args, key).toLowerCase(),
      ),
  );
  if (!match) {
    throw new Error(
      `Status=404 Code="ResourceNotFound" Message="The Resource '${text(args, name)}' under resource group '${text(args, "resourceGroupName")}' was not found."`,
    );
  }
  return match;
}

/** As AKS gives it: YAML, with a client certificate that needs no other program. */
function kubeconfig({ id, outputs }: CloudObject): string {
  const name = text(outputs, "name");
  const user = `clusterUser_${name}`;
  const data = (what: string) => Buffer.from(`${what} ${digestOf(id, what)}`).toString("base64");
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [
      {
        name,
        cluster: {
          server: apiServer(outputs),
          "certificate-authority-data": data("certificate authority"),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user } }],
    "current-context": name,
    users: [
      {
        name: user,
        user: { "client-certificate-data": data("certificate"), "client-key-data": data("key") },
      },
    ],
  });
}
