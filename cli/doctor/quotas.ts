import type { Catalogue } from "../../network/catalogue";
import type { MemberPlan, Plan } from "../../network/plan/shape";
import { type Finding, missing, ok, unknown } from "./finding";

/** A quota, and what a plan takes of it in one place. */
interface Use {
  /** A member, or the region and account that several share. */
  where: string;
  needed: number;
  limit: number;
  /** In words, with its source and date. */
  source: string;
}

/** AWS' own that the plan's network takes most of (Amazon VPC user guide, "Amazon VPC quotas", 2026). */
const PER_AWS_REGION = {
  vpcs: { limit: 5, source: "VPCs per Region: 5, adjustable (Amazon VPC quotas, 2026)" },
  addresses: {
    limit: 5,
    source: "Elastic IP addresses per Region: 5, adjustable (Amazon VPC quotas, 2026)",
  },
};

/** How much of the clouds' default quotas a plan takes. What else an account holds counts too, and is not known here. */
export function quotas({ members, links }: Plan, clouds: Catalogue): Finding[] {
  const all = Object.values(members);
  const uses = [...gatewayUses(all, links, clouds), ...regionUses(all, links, clouds)];
  return [
    ...uses.map((use): Finding => ({ check: "quota", subject: use.where, mandatory: true, ...outcome(use) })),
    ...machines(all),
  ];
}

function outcome({ needed, limit, source }: Use) {
  return needed > limit
    ? missing(
        `${needed} needed: ${source}`,
        source.includes("not adjustable") || !source.includes("adjustable")
          ? "choose fewer links with topology"
          : "ask the cloud for more before the update, or choose fewer links with topology",
      )
    : ok(`${needed} needed: ${source}`);
}

function gatewayUses(members: MemberPlan[], links: Plan["links"], clouds: Catalogue): Use[] {
  return members.flatMap(({ name, cloud }) => {
    if (cloud === "site") return [];
    const needed = links
      .filter(({ a, b }) => a === name || b === name)
      .reduce((sum, { tunnels }) => sum + tunnels.length, 0);
    return clouds[cloud].gateway.quotas
      .filter(({ what }) => what === "tunnelsPerGateway" && needed > 0)
      .map(({ limit, source }) => ({ where: name, needed, limit, source }));
  });
}

/** What members of one region and account share. */
function regionUses(members: MemberPlan[], links: Plan["links"], clouds: Catalogue): Use[] {
  const shared = new Map<string, MemberPlan[]>();
  for (const member of members.filter(({ cloud }) => cloud === "aws")) {
    const where = [member.region, member.account?.roleArn].filter((part) => part !== undefined).join(" ");
    shared.set(where, [...(shared.get(where) ?? []), member]);
  }
  return [...shared].flatMap(([where, sharing]) => {
    const names = new Set(sharing.map(({ name }) => name));
    const tunnels = links
      .flatMap(({ a, b, tunnels: all }) => [a, b].filter((end) => names.has(end)).map(() => all.length))
      .reduce((sum, count) => sum + count, 0);
    // A connection has two tunnels, and a customer gateway of its own.
    const connections = Math.ceil(tunnels / 2);
    const nats = sharing.flatMap(({ subnets }) => subnets.filter(({ role }) => role === "public")).length;
    return [
      { where, needed: sharing.length, ...PER_AWS_REGION.vpcs },
      { where, needed: nats, ...PER_AWS_REGION.addresses },
      ...clouds.aws.gateway.quotas
        .filter(({ what }) => what === "connectionsPerRegion" || what === "customerGatewaysPerRegion")
        .map(({ limit, source }) => ({ where, needed: connections, limit, source })),
    ];
  });
}

/** Quotas for machines are each account's own; the command tells them. */
function machines(members: MemberPlan[]): Finding[] {
  return members.flatMap(({ name, cloud, region, nodes }): Finding[] => {
    const tell = {
      // Running On-Demand Standard instances, in vCPUs (Amazon EC2 user guide, "On-Demand Instance quotas", 2026).
      aws: `aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A --region ${region}`,
      gcp: `gcloud compute regions describe ${region} --format "yaml(quotas)"`,
      azure: `az vm list-usage --location ${region} --output table`,
      site: undefined,
    }[cloud];
    if (tell === undefined) return [];
    const detail = `up to ${nodes.max} machines of type ${nodes.type} in ${region}`;
    return [
      {
        check: "quota",
        subject: name,
        mandatory: false,
        ...unknown(detail, `compare their vCPUs with \`${tell}\``),
      },
    ];
  });
}
