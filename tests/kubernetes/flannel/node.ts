import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { refusalOf } from "../refusal";
import type { ApiServer } from "../server";
import { untilReady } from "../until-ready";
import { daemonOf } from "./chart-values";
import type { Hosts } from "./hosts";
import type { FlannelPrograms } from "./programs";

/** What Flannel tells the pods' plugin, by its own names. */
const environment = z.object({
  FLANNEL_NETWORK: z.string(),
  FLANNEL_SUBNET: z.string(),
  FLANNEL_MTU: z.coerce.number(),
  FLANNEL_IPMASQ: z.enum(["true", "false"]),
});
export type FlannelEnvironment = z.infer<typeof environment>;

/** A node as kubelet registers it and a cloud's controllers leave it: with a range for its pods. */
export async function createNode(server: ApiServer, name: string, pods: string): Promise<void> {
  // Every kubelet sets it; of a node without any annotation Flannel 0.28.9 makes a crash of its own.
  const annotations = { "volumes.kubernetes.io/controller-managed-attach-detach": "true" };
  const answer = await server.ask({
    method: "POST",
    path: "/api/v1/nodes",
    body: {
      apiVersion: "v1",
      kind: "Node",
      metadata: { name, annotations },
      spec: { podCIDR: pods, podCIDRs: [pods] },
    },
  });
  const refusal = refusalOf(answer);
  if (refusal !== undefined) throw new Error(`node ${name}: ${refusal}`);
}

/** Runs Flannel on a node, as its chart does with these values, until it is ready. @throws Error with what it said */
export async function startFlannel(
  hosts: Hosts,
  { credentials }: ApiServer,
  { flanneld }: FlannelPrograms,
  host: string,
  values: Record<string, unknown>,
): Promise<FlannelEnvironment> {
  const { flags, configuration } = daemonOf(values);
  let subnetFile = "";
  const running = hosts.start(host, "flanneld", (folder) => {
    const [kubeconfig, netConf] = [join(folder, "kubeconfig.json"), join(folder, "net-conf.json")];
    subnetFile = join(folder, "subnet.env");
    writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(credentials)), { mode: 0o600 });
    writeFileSync(netConf, configuration);
    return [
      "env",
      `NODE_NAME=${host}`,
      flanneld,
      ...flags,
      "--iface=eth0",
      `--kubeconfig-file=${kubeconfig}`,
      `--net-config-path=${netConf}`,
      `--subnet-file=${subnetFile}`,
    ];
  });
  await untilReady([running], () => running.log().includes("flannel is ready") || undefined);
  const lines = readFileSync(subnetFile, "utf8").trim().split("\n");
  return environment.parse(Object.fromEntries(lines.map((line) => line.split("="))));
}

function kubeconfigOf({ host, port, token, ca }: ApiServer["credentials"]) {
  const server = `https://${host}:${port}`;
  const data = Buffer.from(ca).toString("base64");
  return {
    apiVersion: "v1",
    kind: "Config",
    "current-context": "own",
    contexts: [{ name: "own", context: { cluster: "own", user: "node" } }],
    clusters: [{ name: "own", cluster: { server, "certificate-authority-data": data } }],
    users: [{ name: "node", user: { token } }],
  };
}
