import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { type GatewayReference, Mesh, type MeshArgs, MeshLink, MeshMember } from "../../components";
import { SOURCES } from "../../components/plan-sources";
import { inventory } from "../../inventory";
import { emptyLock } from "../../network/address/lock";
import { formatLock } from "../../network/address/lock-text";
import { isUnknown, type Resource } from "../../network/model/resource";
import { planMesh } from "../../network/plan/plan";
import { violations } from "../../policies/rules";
import { record } from "../../recorder/record";
import { mandatory } from "../policies/mandatory";

const spec: MeshArgs = {
  members: {
    amsterdam: { cloud: "azure", region: "westeurope" },
    dublin: {
      cloud: "aws",
      region: "eu-west-1",
      account: { roleArn: "arn:aws:iam::111122223333:role/mesh" },
    },
    frankfurt: { cloud: "gcp", region: "europe-west3" },
  },
  tiers: { gold: { rtt: "60ms" } },
  traffic: [{ from: "dublin", to: "frankfurt", tier: "gold" }],
  topology: { kind: "mesh" },
};
const { lock, plan } = planMesh(spec, emptyLock(), SOURCES);
const mesh = { ...spec, lock: formatLock(lock) };
const ca = { cert: "certificate", key: pulumi.secret("key") };

/** As a stack reference gives it, of a member whose stack was updated before. */
const gateways: Record<string, GatewayReference> = {
  amsterdam: {
    id: "/gateways/amsterdam",
    addresses: ["192.0.2.1", "192.0.2.2"],
    resourceGroup: "amsterdam-group",
  },
  dublin: { id: "tgw-0", addresses: [], routeTable: "tgw-rtb-0" },
  frankfurt: { id: "gateways/frankfurt", addresses: ["192.0.2.3", "192.0.2.4"], router: "frankfurt-gateway" },
};

async function resourcesOf(program: () => unknown): Promise<Resource[]> {
  const { resources, failures, logs } = await record(program);
  assert.deepEqual(failures, []);
  assert.deepEqual(logs, []);
  return resources.filter(({ custom }) => custom);
}

describe("a mesh in stacks of its members and links", () => {
  let whole: Map<string, Resource>;
  before(async () => {
    const resources = await resourcesOf(() => new Mesh("mesh", mesh));
    whole = new Map(resources.map((resource) => [`${resource.type} ${resource.name}`, resource]));
  });

  it("has in all of them together what one stack has, but for the certificate authority", async () => {
    const parts = [
      ...Object.keys(plan.members).map((member) => () => new MeshMember(member, { ...mesh, member, ca })),
      ...plan.links.map(
        ({ name: link }) =>
          () =>
            new MeshLink(link, { ...mesh, link, gateways }),
      ),
    ];
    const left = new Map(whole);
    for (const part of parts) {
      for (const resource of await resourcesOf(part)) {
        const key = `${resource.type} ${resource.name}`;
        const same = whole.get(key);
        assert.ok(same, `${key} is in no whole mesh`);
        assertSame(resource.props, same.props, key);
        left.delete(key);
      }
    }
    assert.deepEqual(
      [...left.keys()],
      ["tls:index/privateKey:PrivateKey mesh-ca", "tls:index/selfSignedCert:SelfSignedCert mesh-ca"],
    );
  });

  it("is judged part by part: a link's stack knows whose gateways it joins", async () => {
    for (const { name: link, a, b } of plan.links) {
      const { resources } = await record(() => new MeshLink(link, { ...mesh, link, gateways }));
      const network = inventory(resources);
      assert.deepEqual(
        network.links.map((one) => [one.name, one.a, one.b, one.tunnels.length]),
        [[link, a, b, plan.links.find(({ name }) => name === link)?.tunnels.length]],
      );
      for (const rule of mandatory)
        assert.deepEqual(violations(rule, network, {}), [], `${rule.name} of ${link}`);
    }
  });

  it("has a tier judged in the stack of the link that serves it", async () => {
    const late = { ...mesh, tiers: { gold: { rtt: "1ms" } } };
    const { resources } = await record(
      () => new MeshLink("dublin~frankfurt", { ...late, link: "dublin~frankfurt", gateways }),
    );
    const broken = mandatory.flatMap((rule) =>
      violations(rule, inventory(resources), {}).map(() => rule.name),
    );
    assert.deepEqual(broken, ["latency-tier-met"]);
  });

  const refusals: [string, () => unknown, RegExp][] = [
    [
      "a member that the mesh has not",
      () => new MeshMember("x", { ...mesh, member: "dubln", ca }),
      /member: there is no dubln; did you mean dublin\?/,
    ],
    [
      "a link that the plan has not",
      () => new MeshLink("x", { ...mesh, link: "dublin~oslo", gateways }),
      /link: there is no dublin~oslo; there are amsterdam~dublin, /,
    ],
    [
      "a gateway that is not given",
      () => new MeshLink("x", { ...mesh, link: "dublin~frankfurt", gateways: {} }),
      /gateways\.dublin: is missing/,
    ],
    [
      "an argument that is none",
      () => new MeshMember("x", { ...mesh, member: "dublin", ca, mebers: {} } as never),
      /mebers: unknown key/,
    ],
    [
      "a lock that is behind",
      () => new MeshMember("dublin", { ...spec, member: "dublin", ca }),
      /no lock was given; run `npx isthmus plan --write`/,
    ],
  ];
  for (const [what, program, message] of refusals) {
    it(`is refused for ${what}, before anything is registered`, async () => {
      const { failures, resources } = await record(program, { update: true });
      assert.equal(failures.length, 1);
      assert.match(String((failures[0] as Error).message), message);
      assert.deepEqual(
        resources.filter(({ custom }) => custom),
        [],
      );
    });
  }
});

/** Equal, but where the whole mesh's preview cannot know what a reference gives. */
function assertSame(part: unknown, whole: unknown, where: string): void {
  if (isUnknown(whole)) return;
  if (typeof whole !== "object" || whole === null) {
    assert.deepEqual(part, whole, where);
    return;
  }
  assert.deepEqual(Object.keys(Object(part)).sort(), Object.keys(whole).sort(), where);
  for (const [key, value] of Object.entries(whole)) {
    assertSame((part as Record<string, unknown>)[key], value, `${where}.${key}`);
  }
}
