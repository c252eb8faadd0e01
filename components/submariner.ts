import { Secret } from "@pulumi/kubernetes/core/v1/secret";
import * as pulumi from "@pulumi/pulumi";
import { brokerClient, brokerNamespace, brokerPort, operatorChart } from "../agents/submariner/facts";
import { brokerInstallation, submarinerInstallation } from "../agents/submariner/installation";
import { InputError } from "../network/errors";
import { isBroker } from "../network/plan/broker";
import type { MemberPlan } from "../network/plan/shape";
import { install } from "./agent-installation";
import type { CertificateAuthorityArgs, SubmarinerBrokerArgs } from "./cluster-args";
import type { NetworkAgent } from "./network-agent";
import { refusal } from "./refusal";

/** What joining a cluster takes besides the plan. */
export interface SubmarinerAccess {
  ca: CertificateAuthorityArgs | undefined;
  /** Of another cluster; the broker's own makes it. */
  broker: SubmarinerBrokerArgs | undefined;
  /** URL of the cluster's own API. */
  endpoint: pulumi.Output<string>;
  parent: pulumi.Resource;
  dependsOn?: pulumi.Resource[];
}

/**
 * Submariner in one cluster, which joins it to the others of its mesh. In the broker's also the broker: custom resources and a
 * ServiceAccount, at the API that the cluster has anyway.
 */
export class Submariner extends pulumi.ComponentResource {
  /** How other clusters come to the broker; absent but in its own cluster. */
  declare readonly broker?: SubmarinerBrokerArgs;

  constructor(
    name: string,
    { plan, access }: { plan: MemberPlan; access: SubmarinerAccess },
    opts: pulumi.ComponentResourceOptions,
  ) {
    const mirrored = mirrorOf(plan);
    super("isthmus:index:Submariner", name, mirrored, opts);
    const after = access.dependsOn ?? [];
    const own = isBroker(plan) ? makeBroker(name, access, this, after) : undefined;
    const broker = own ?? access.broker;
    install(name, submarinerInstallation(plan.agent, plan.cloud), access.ca, this, {
      ...(broker ? { broker } : {}),
      after,
    });
    if (own) this.broker = own;
    this.registerOutputs(mirrored);
  }
}

/** Joins a member's cluster to the others; nothing where its agent does it. Returns what must be there before Services are exported. */
export function joinBySubmariner(
  plan: MemberPlan,
  agent: NetworkAgent,
  access: SubmarinerAccess,
): { joined: pulumi.Resource[]; broker?: SubmarinerBrokerArgs } {
  if (!plan.agent.submariner) return { joined: [] };
  const provider = agent.getProvider("kubernetes:core/v1:Namespace");
  const submariner = new Submariner(
    `${plan.name}-submariner`,
    { plan, access: { ...access, dependsOn: [agent, ...(access.dependsOn ?? [])] } },
    { parent: access.parent, ...(provider ? { providers: [provider] } : {}) },
  );
  return { joined: [submariner], ...(submariner.broker ? { broker: submariner.broker } : {}) };
}

/** @throws InputError where a cluster is to meet others at a broker that is not given */
export function refuseMissingBroker(plan: MemberPlan, broker: SubmarinerBrokerArgs | undefined): void {
  const { submariner } = plan.agent;
  if (!submariner || isBroker(plan) || broker) return;
  const message = `is missing: clusters meet at the API of ${submariner.broker}; give that one's broker`;
  throw new InputError({ path: "broker", message });
}

/**
 * The broker, and the token of a Secret of ours: the provider waits until Kubernetes has filled one of this type
 * (pulumi/pulumi-kubernetes#2048).
 */
function makeBroker(
  name: string,
  { ca, endpoint }: SubmarinerAccess,
  parent: pulumi.Resource,
  after: pulumi.Resource[],
): SubmarinerBrokerArgs {
  const made = install(`${name}-broker`, brokerInstallation(), ca, parent, { after });
  const { data } = new Secret(
    `${name}-broker-client`,
    {
      metadata: {
        name: "isthmus-broker-client",
        namespace: brokerNamespace,
        annotations: { "kubernetes.io/service-account.name": brokerClient },
      },
      type: "kubernetes.io/service-account-token",
    },
    { parent, dependsOn: made, additionalSecretOutputs: ["data"] },
  );
  const entry = (key: string): pulumi.Output<string> =>
    pulumi.secret(data.apply((entries) => entries?.[key] ?? missing(key)));
  return {
    server: endpoint.apply((url) => `${new URL(url).host}:${brokerPort.port}`),
    ca: entry("ca.crt"),
    token: pulumi.secret(entry("token").apply((text) => Buffer.from(text, "base64").toString("utf8"))),
  };
}

/** Only an apply can tell. */
function missing(key: string): never {
  throw refusal(`Kubernetes put no ${key} into the Secret of Submariner's broker`);
}

/** What policies may see of it, plain and without secrets: all that there is in the first preview of a cluster. */
function mirrorOf({ cloud, agent, ranges }: MemberPlan) {
  return {
    cloud,
    clusterName: agent.clusterName,
    broker: agent.submariner?.broker ?? "",
    encryption: agent.encryption,
    version: operatorChart.version,
    pods: ranges.pods,
    services: ranges.services,
  };
}
