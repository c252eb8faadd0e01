import { type Coverage, type PropertyRows, type ReadType, reads } from "../network/model/coverage";

/** Values of a chart, at the chart's own paths. */
function chart(name: string, values: PropertyRows): ReadType {
  const own = Object.entries(values).map(([path, said]) => [`values.${path}`, said] as const);
  const properties = { chart: "word", version: "word", valueYamlFiles: "references" } as const;
  return {
    ...reads("kubernetes:helm.sh/v3:Release", "agent", { ...properties, ...Object.fromEntries(own) }),
    chart: name,
  };
}

/** As Helm installs them; what an operator or a DaemonSet finds by itself is not seen. */
export const AGENT_COVERAGE: Coverage = {
  read: [
    chart("cilium", {
      ...{ "cluster.name": "word", "cluster.id": "number", MTU: "number", routingMode: "word" },
      ...{ "encryption.enabled": "flag", "encryption.type": "cipher" },
      ...{ "gke.enabled": "flag", "eni.enabled": "flag", "clustermesh.config.enabled": "flag" },
      "clustermesh.config.clusters.*.name": "word",
      "clustermesh.config.clusters.*.enabled": "flag",
      "clustermesh.config.clusters.*.ips": "addresses",
      "clustermesh.config.clusters.*.address": "address",
      "ipam.mode": ["word", "range"],
      "ipam.operator.clusterPoolIPv4PodCIDRList": ["cidrs", "range"],
      "ipam.operator.clusterPoolIPv4MaskSize": "number",
      ...{ tunnelProtocol: "word", "cni.chainingMode": "word" },
      ...{ "encryption.strictMode.enabled": "flag", "encryption.strictMode.egress.enabled": "flag" },
      "clustermesh.maxConnectedClusters": "number",
    }),
    chart("tigera-operator", {
      "installation.calicoNetwork.ipPools.*.cidr": ["cidr", "range"],
      "installation.calicoNetwork.ipPools.*.encapsulation": "word",
      "installation.calicoNetwork.mtu": "number",
      "defaultFelixConfiguration.enabled": "flag",
      "defaultFelixConfiguration.wireguardEnabled": "flag",
    }),
    chart("flannel", {
      ...{ podCidr: ["cidr", "range"], "flannel.backend": "cipher", "flannel.mtu": "number" },
    }),
    chart("weave", {}),
    chart("node-ipam-controller", {}),
    chart("submariner-operator", {
      ...{ "broker.server": "word", "broker.globalnet": "flag" },
      ...{ "submariner.clusterId": "word", "submariner.cableDriver": "cipher" },
      "submariner.clusterCidr": ["cidr", "range"],
      "submariner.serviceCidr": ["cidr", "range"],
      "submariner.globalCidr": ["cidr", "range"],
    }),
    reads("kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy", "policy", {
      ...{ spec: "rules", specs: "rules" },
    }),
    reads("kubernetes:cilium.io/v2:CiliumNetworkPolicy", "policy", {}),
    reads("kubernetes:networking.k8s.io/v1:NetworkPolicy", "policy", {}),
    ...["projectcalico.org/v3", "crd.projectcalico.org/v1"].flatMap((group) => [
      reads(`kubernetes:${group}:GlobalNetworkPolicy`, "policy", { spec: "rules" }),
      reads(`kubernetes:${group}:NetworkPolicy`, "policy", {}),
    ]),
    ...["Validating", "Mutating"].map((kind) =>
      reads(`kubernetes:admissionregistration.k8s.io/v1:${kind}WebhookConfiguration`, "cluster", {
        "webhooks.*.clientConfig.service.name": "word",
        "webhooks.*.clientConfig.service.namespace": "word",
      }),
    ),
  ],
  notRead: [
    {
      type: "kubernetes:cilium.io/v2:CiliumLoadBalancerIPPool",
      because: "addresses that Cilium gives to Services",
    },
    { type: "kubernetes:cilium.io/v2:CiliumBGPPeerConfig", because: "BGP sessions of nodes" },
    {
      type: "kubernetes:metallb.io/v1beta1:IPAddressPool",
      because: "addresses that MetalLB gives to Services",
    },
    { type: "kubernetes:crd.projectcalico.org/v1:BGPPeer", because: "BGP sessions of nodes" },
    {
      type: "kubernetes:policy.networking.k8s.io/v1alpha1:AdminNetworkPolicy",
      because: "who reaches which pods",
    },
  ],
};
