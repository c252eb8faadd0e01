import "../no-debug-messages";
import { existsSync, readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import {
  type GatewayArgs,
  type GatewayReference,
  type MeshArgs,
  MeshLink,
  MeshMember,
  type NetworkArgs,
  type NetworkReference,
  type SubmarinerBrokerArgs,
} from "../../components";
import { explained } from "../../components/gate";
import { meshPlan, partOf } from "../../components/mesh-plan";
import { neededOf } from "../../components/planned-link";
import { refusal } from "../../components/refusal";
import { readSpecText } from "../../network/spec/yaml";
import { kubeconfigsOf } from "../kubeconfigs";
import { protection } from "../protection";

/**
 * A part of the mesh that `../Pulumi.<env>.yaml` and `../<env>.lock.yaml` describe: the stack `<env>.<member>` is a member,
 * `<env>.<a>.<b>` the link between two. Stacks are joined by references to members' gateways and networks: ids and outside addresses.
 */
const [environment = "", first = "", second] = pulumi.getStack().split(".");
if (first === "") throw refusal(`name the stack <env>.<member> or <env>.<a>.<b>, not ${environment}`);

const gatewaySchema = z.object({
  id: z.string(),
  addresses: z.array(z.string()),
  routeTable: z.string().optional(),
  arn: z.string().optional(),
  router: z.string().optional(),
  resourceGroup: z.string().optional(),
});

const networkSchema = z.object({ id: z.string(), name: z.string(), resourceGroup: z.string().optional() });

const brokerSchema = z.object({ server: z.string(), ca: z.string(), token: z.string() });

/** The stacks that are asked for something, by name. */
const references = new Map<string, pulumi.StackReference>();

const config = new pulumi.Config("isthmus");
const mesh = meshOf(environment);

/**
 * Outputs: of a member `network`, `gateway` where it has one of its own, and `broker`, secret, where others meet at it by Submariner; of a link `outside`, the outside addresses of both ends, and
 * with a site at one end `sites`, what its devices must be told beyond the plan.
 */
export = (): Record<string, unknown> => (second === undefined ? memberOf(first) : linkOf([first, second]));

function memberOf(member: string): Record<string, unknown> {
  // Before anything is asked for: a name that is misspelt needs no certificate authority.
  const members = Object.entries(mesh.members).flatMap(([name, { cloud }]) =>
    cloud === "site" ? [] : [{ name }],
  );
  explained(pulumi.getStack(), () => partOf(members, "member", member));
  // The same for every member: docs/operations.md tells how it is made.
  const ca = {
    cert: given("caCertificate", config.get("caCertificate")),
    key: given("caKey", config.getSecret("caKey")),
  };
  const planned = meshPlan(pulumi.getStack(), mesh).plan.members[member];
  const owner = planned?.gateway?.behind;
  const gateways = owner === undefined ? {} : { gateways: { [owner]: gatewayOf(owner) } };
  const meeting = planned?.agent.submariner?.broker ?? member;
  const brokered = meeting === member ? {} : { broker: brokerOf(meeting) };
  const { gateway, network, broker } = new MeshMember(
    member,
    { ...mesh, ...kubeconfigsOf(mesh, config), member, ca, ...gateways, ...brokered },
    protection(config.getBoolean("protect") ?? false),
  );
  return {
    ...(gateway ? { gateway: referenceTo(gateway) } : {}),
    network: referenceToNetwork(network),
    ...(broker ? { broker: pulumi.secret(broker) } : {}),
  };
}

function referenceTo({ id, addresses, routeTable, arn, router, resourceGroup }: GatewayArgs) {
  return {
    id,
    addresses,
    ...(routeTable ? { routeTable } : {}),
    ...(arn ? { arn } : {}),
    ...(router ? { router } : {}),
    ...(resourceGroup ? { resourceGroup } : {}),
  };
}

function referenceToNetwork({ id, name, resourceGroup }: NetworkArgs) {
  return { id, name: name ?? id, ...(resourceGroup ? { resourceGroup } : {}) };
}

function linkOf(members: [string, string]): Record<string, unknown> {
  const ends = [...members].sort();
  const link = ends.join("~");
  const clusters = ends.filter((member) => mesh.members[member]?.cloud !== "site");
  const { plan } = meshPlan(pulumi.getStack(), mesh);
  const planned = explained(pulumi.getStack(), () => partOf(plan.links, "link", link));
  const needing = (what: "gateway" | "network"): string[] =>
    clusters.filter((name) => {
      const member = plan.members[name];
      return member !== undefined && neededOf(planned, member)[what];
    });
  const { outside, site } = new MeshLink(link, {
    ...mesh,
    link,
    gateways: Object.fromEntries(needing("gateway").map((member) => [member, gatewayOf(member)])),
    networks: Object.fromEntries(needing("network").map((member) => [member, networkOf(member)])),
  });
  const sites = ends.filter((member) => !clusters.includes(member));
  return { outside, ...(site ? { sites: Object.fromEntries(sites.map((name) => [name, site])) } : {}) };
}

function given<T>(key: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw refusal(
    `isthmus:${key} is not set; run \`pulumi config set isthmus:${key}\` with the mesh's certificate authority (stacks/README.md)`,
  );
}

function gatewayOf(member: string): pulumi.Output<GatewayReference> {
  return outputOf(member, "gateway", gatewaySchema);
}

function networkOf(member: string): pulumi.Output<NetworkReference> {
  return outputOf(member, "network", networkSchema);
}

/** As secret as its stack holds it. */
function brokerOf(member: string): SubmarinerBrokerArgs {
  const { server, ca, token } = pulumi.secret(outputOf(member, "broker", brokerSchema));
  return { server, ca, token };
}

/** From the member's own stack. What it holds is checked by the engine against nothing, so it is read with care. */
function outputOf<T>(member: string, output: string, schema: z.ZodType<T>): pulumi.Output<T> {
  const name = `${pulumi.getOrganization()}/${pulumi.getProject()}/${environment}.${member}`;
  const stack = references.get(name) ?? new pulumi.StackReference(name);
  references.set(name, stack);
  return stack.requireOutput(output).apply((given) => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    throw refusal(`the output ${output} of ${name} is no ${output} of isthmus: update that stack first`);
  });
}

/** The environment's mesh and its lock. The engine runs a program in its project's folder; both files are in the one above. */
function meshOf(env: string): MeshArgs {
  const file = `../Pulumi.${env}.yaml`;
  const text = read(file);
  if (text === undefined) throw refusal(`there is no environment ${env}: no ${file}`);
  const lock = config.get("lock") ?? read(`../${env}.lock.yaml`);
  return { ...explained(file, () => readSpecText({ file, text })), ...(lock === undefined ? {} : { lock }) };
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
