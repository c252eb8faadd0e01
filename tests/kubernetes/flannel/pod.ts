import { join } from "node:path";
import { z } from "zod";
import type { Hosts } from "./hosts";
import type { FlannelEnvironment } from "./node";
import type { FlannelPrograms } from "./programs";

const added = z.looseObject({ ips: z.tuple([z.looseObject({ address: z.string() })]) });

/**
 * Gives a host the network of a pod on a node, by the bridge plugin and as Flannel's own plugin calls it (flannel-io/cni-plugin, README:
 * the bridge's MTU, masquerade and subnet are Flannel's; the chart adds `hairpinMode` and `isDefaultGateway`). The pod's address.
 */
export function startPod(
  hosts: Hosts,
  { bridge, plugins }: FlannelPrograms,
  { node, pod }: { node: string; pod: string },
  { FLANNEL_NETWORK, FLANNEL_SUBNET, FLANNEL_MTU, FLANNEL_IPMASQ }: FlannelEnvironment,
): string {
  const [address = "", prefix = ""] = FLANNEL_SUBNET.split("/");
  const configuration = {
    cniVersion: "0.3.1",
    name: "cbr0",
    type: "bridge",
    mtu: FLANNEL_MTU,
    ipMasq: FLANNEL_IPMASQ === "false",
    isGateway: true,
    isDefaultGateway: true,
    hairpinMode: true,
    ipam: {
      type: "host-local",
      // Flannel names the node's own address in its subnet.
      subnet: `${address.replace(/\.\d+$/, ".0")}/${prefix}`,
      routes: [{ dst: FLANNEL_NETWORK }],
      dataDir: join(hosts.folder, "networks", node),
    },
  };
  const answer = hosts.run(node, [bridge], {
    input: JSON.stringify(configuration),
    env: {
      CNI_COMMAND: "ADD",
      CNI_CONTAINERID: pod,
      CNI_NETNS: `/run/netns/${pod}`,
      CNI_IFNAME: "eth0",
      CNI_PATH: plugins,
    },
  });
  const [given] = added.parse(JSON.parse(answer)).ips;
  return given.address.replace(/\/\d+$/, "");
}
