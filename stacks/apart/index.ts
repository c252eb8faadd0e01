import "../no-debug-messages";
import { existsSync, readFileSync } from "node:fs";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { type GatewayReference, type MeshArgs, MeshLink, MeshMember } from "../../components";
import { explained } from "../../components/gate";
import { partOf } from "../../components/mesh-plan";
import { refusal } from "../../components/refusal";
import { readSpecText } from "../../network/spec/yaml";
import { protection } from "../protection";

/**
 * A part of the mesh that `../Pulumi.<env>.yaml` and `../<env>.lock.yaml` describe: the stack `<env>.<member>` is a member,
 * `<env>.<a>.<b>` the link between two. Stacks are joined by references to members' gateways: ids and outside addresses.
 */
const [environment = "", first = "", second] = pulumi.getStack().split(".");
if (first === "") throw refusal(`name the stack <env>.<member> or <env>.<a>.<b>, not ${environment}`);

const gatewaySchema = z.object({
  id: z.string(),
  addresses: z.array(z.string()),
  routeTable: z.string().optional(),
  router: z.string().optional(),
  resourceGroup: z.string().optional(),
});

const config = new pulumi.Config("isthmus");
const mesh = meshOf(environment);

/**
 * Outputs: of a member `gateway`, unless it has no link; of a link `outside`, the outside addresses of both ends, and
 * with a site at one end `site`, what its devices must be told beyond the plan.
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
  const { gateway } = new MeshMember(
    member,
    { ...mesh, member, ca },
    protection(config.getBoolean("protect") ?? false),
  );
  if (!gateway) return {};
  const { id, addresses, routeTable, router, resourceGroup } = gateway;
  return {
    gateway: {
      id,
      addresses,
      ...(routeTable ? { routeTable } : {}),
      ...(router ? { router } : {}),
      ...(resourceGroup ? { resourceGroup } : {}),
    },
  };
}

function linkOf(members: [string, string]): Record<string, unknown> {
  const ends = [...members].sort();
  const link = ends.join("~");
  const clusters = ends.filter((member) => mesh.members[member]?.cloud !== "site");
  const gateways = Object.fromEntries(clusters.map((member) => [member, gatewayOf(member)]));
  const { outside, site } = new MeshLink(link, { ...mesh, link, gateways });
  return { outside, ...(site ? { site } : {}) };
}

function given<T>(key: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw refusal(
    `isthmus:${key} is not set; run \`pulumi config set isthmus:${key}\` with the mesh's certificate authority (stacks/README.md)`,
  );
}

/** From the member's own stack. What it holds is checked by the engine against nothing, so it is read with care. */
function gatewayOf(member: string): pulumi.Output<GatewayReference> {
  const stack = `${pulumi.getOrganization()}/${pulumi.getProject()}/${environment}.${member}`;
  return new pulumi.StackReference(stack).requireOutput("gateway").apply((given) => {
    const parsed = gatewaySchema.safeParse(given);
    if (parsed.success) return parsed.data;
    throw refusal(`the output gateway of ${stack} is no gateway of isthmus: update that stack first`);
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
