import { cidr, hostOf, nthSubnet } from "../../../network/address/cidr";
import type { MemberPlan } from "../../../network/plan/shape";
import type { ApiServer } from "../server";
import { untilReady } from "../until-ready";

import { everyOne } from "./every-one";
import type { Hosts } from "./hosts";
import { createNode, startFlannel } from "./node";
import { startPod } from "./pod";
import type { FlannelPrograms } from "./programs";
import { portTo, socketTo } from "./relay";

/** A cluster of two nodes and a pod on the second, its network by Flannel alone, behind the router of its cloud network. */
export interface Cluster {
  member: MemberPlan;
  /** Hosts: the cloud network's router, the node that leads to other clusters, the node of the pod, and the pod. */
  router: string;
  gateway: string;
  worker: string;
  pod: string;
  /** Addresses of the gateway, of its end of the overlay, and of the pod. */
  gatewayAddress: string;
  overlayAddress: string;
  podAddress: string;
  /** Lets go of what the hosts do not end. */
  close(): void;
}

/**
 * Makes the cluster's hosts and network out of the plan's ranges, registers its nodes, runs Flannel on each and starts the pod. Every
 * interface of a node carries packets of the plan's underlay MTU, and not a byte more.
 *
 * @throws Error with what any of the programs said
 */
export async function startCluster(
  hosts: Hosts,
  server: ApiServer,
  programs: FlannelPrograms,
  member: MemberPlan,
  values: Record<string, unknown>,
): Promise<Cluster> {
  const { name, agent, ranges } = member;
  const [router, gateway, worker, pod] = [
    `${name}-router`,
    `${name}-gateway`,
    `${name}-worker`,
    `${name}-pod`,
  ];
  const nodes = cidr(ranges.nodes);
  const podsOf = (index: number) => nthSubnet(cidr(agent.pods), agent.podsPerNodeMask, index);
  hosts.add(router, gateway, worker, pod);
  hosts.run(router, ["ip", "link", "add", "nodes", "type", "bridge"]);
  hosts.run(router, ["ip", "address", "add", `${hostOf(nodes, 1)}/${nodes.prefix}`, "dev", "nodes"]);
  hosts.run(router, ["ip", "link", "set", "nodes", "up"]);

  const { port } = server.credentials;
  const relay = await socketTo(port, hosts.folder);
  try {
    const both = [gateway, worker];
    for (const [index, node] of both.entries()) {
      const device = `node${index}`;
      hosts.wire([router, device], [node, "eth0"], agent.mtu);
      hosts.run(router, ["ip", "link", "set", device, "master", "nodes"]);
      hosts.run(node, [
        "ip",
        "address",
        "add",
        `${hostOf(nodes, 10 + index)}/${nodes.prefix}`,
        "dev",
        "eth0",
      ]);
      hosts.run(node, ["ip", "route", "add", "default", "via", hostOf(nodes, 1)]);
      const far = hosts.start(node, "relay", () => portTo(relay.file, port));
      await untilReady([far], () => far.log().includes("up") || undefined);
      await createNode(server, node, podsOf(index).text);
    }
    const [, environment] = await everyOne(
      both.map((node) => startFlannel(hosts, server, programs, node, values)),
    );
    for (const host of [router, gateway, worker]) {
      hosts.run(host, ["sh", "-c", "echo 1 > /proc/sys/net/ipv4/ip_forward"]);
    }
    if (environment === undefined) throw new Error(`${worker} runs no Flannel`);
    const podAddress = startPod(hosts, programs, { node: worker, pod }, environment);
    return {
      member,
      router,
      gateway,
      worker,
      pod,
      gatewayAddress: hostOf(nodes, 10),
      overlayAddress: hostOf(podsOf(0), 0),
      podAddress,
      close: relay.close,
    };
  } catch (error) {
    relay.close();
    throw error;
  }
}
