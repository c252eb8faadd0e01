import { CustomResource } from "@pulumi/kubernetes/apiextensions/customResource";
import { ConfigMap } from "@pulumi/kubernetes/core/v1/configMap";
import { Namespace } from "@pulumi/kubernetes/core/v1/namespace";
import { Secret } from "@pulumi/kubernetes/core/v1/secret";
import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import { monitoringInstallation } from "../monitoring/installation";
import { GRAFANA_ADMIN, LABELS, NAMESPACE } from "../monitoring/names";
import { OWN_RUNBOOKS, type Subject } from "../monitoring/subject";
import { InputError } from "../network/errors";
import { createRelease } from "./agent-installation";
import type { MeshMonitorArgs } from "./mesh-monitor-args";

/**
 * Watches the mesh from one cluster: probes to other members, alerts against what the plan promises, dashboards. Needs a Kubernetes
 * provider in its options, and nodes to run on.
 *
 * Creates in the namespace `isthmus-monitoring` the Helm releases `monitoring` (Prometheus and its operator, Alertmanager, Grafana)
 * and `probes` (the blackbox exporter), a `Probe` for each probed member, a `PodMonitor` for the agents, a `PrometheusRule`, a
 * ConfigMap for each dashboard, and a Secret with a random password of Grafana's administrator.
 *
 * Costs nothing by itself; its pods ask the nodes for 0.2 CPU and 0.8 GiB, and Prometheus writes up to 4 GB to its node's disk.
 */
export class MeshMonitor extends pulumi.ComponentResource {
  /** The namespace that everything is in. */
  readonly namespace: string;
  /** Password of Grafana's user `admin`. Secret. */
  readonly grafanaPassword: pulumi.Output<string>;

  constructor(name: string, args: MeshMonitorArgs, opts?: pulumi.ComponentResourceOptions) {
    const subject = subjectOf(args);
    const { cluster, probes } = subject;
    const mirrored = {
      cluster,
      probes: probes.map(({ to, targets, budget }) => ({ to, targets, ...(budget ? { budget } : {}) })),
    };
    super("isthmus:index:MeshMonitor", name, mirrored, opts);
    refuseMissingProvider(name, this);

    this.namespace = NAMESPACE;
    // A component's own would not reach its children.
    const { dependsOn = [] } = opts ?? {};
    this.grafanaPassword = install(name, subject, { parent: this, dependsOn });
    this.registerOutputs(mirrored);
  }
}

function subjectOf(args: MeshMonitorArgs): Subject {
  const { cluster, agent = "cilium", encryption = "wireguard", others = [], probes = [], links = [] } = args;
  return {
    cluster,
    agent: { kind: agent, encryption },
    others: [...others].sort(),
    runbooks: (args.runbooks ?? OWN_RUNBOOKS).replace(/\/+$/, ""),
    probes: probes.map((probe) => ({ ...probe, path: probe.path ?? [] })),
    links,
  };
}

/** The kinds of the manifests come with the first release. The password of Grafana's administrator. */
function install(
  name: string,
  subject: Subject,
  { parent, dependsOn }: Pick<pulumi.ComponentResourceOptions, "dependsOn"> & { parent: pulumi.Resource },
): pulumi.Output<string> {
  const { namespace, releases, manifests } = monitoringInstallation(subject);
  const { labels } = namespace;
  const home = new Namespace(
    `${name}-namespace`,
    { metadata: { name: namespace.name, ...(labels ? { labels } : {}) } },
    { parent, dependsOn },
  );
  const { result: password } = new RandomPassword(
    `${name}-grafana`,
    { length: 32, special: false },
    { parent, additionalSecretOutputs: ["result", "bcryptHash"] },
  );
  const admin = new Secret(
    `${name}-grafana`,
    {
      metadata: { name: GRAFANA_ADMIN.secret, namespace: NAMESPACE, labels: LABELS },
      stringData: { [GRAFANA_ADMIN.user]: "admin", [GRAFANA_ADMIN.password]: pulumi.secret(password) },
    },
    { parent, dependsOn: [home] },
  );
  const made: pulumi.Resource[] = [home, admin];
  for (const release of releases)
    made.push(createRelease(name, release, undefined, { parent, dependsOn: [...made] }));
  for (const { apiVersion, kind, metadata, ...fields } of manifests) {
    const logical = `${name}-${kind.toLowerCase()}-${metadata.name}`;
    const options = { parent, dependsOn: made };
    if (kind === "ConfigMap") new ConfigMap(logical, { metadata, ...fields }, options);
    else new CustomResource(logical, { apiVersion, kind, metadata, ...fields }, options);
  }
  return password;
}

/** Without one everything would go to whatever cluster the environment's kubeconfig names. */
function refuseMissingProvider(name: string, monitor: pulumi.Resource): void {
  if (monitor.getProvider("kubernetes:helm.sh/v3:Release")) return;
  throw new InputError({
    path: `${name}: provider`,
    message: "is missing; give the Kubernetes provider of the cluster that watches.",
  });
}
