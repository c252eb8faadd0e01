import { inventory } from "../../inventory";
import { valueAt } from "../../network/model/property";
import { isUnknown, type Resource, UNKNOWN } from "../../network/model/resource";
import { rules, violations } from "../../policies/rules";
import type { Dump } from "./dumps";
import { PROPERTY_FAULTS } from "./generate";
import { withValue } from "./mutation";
import { general, type Read, readsOf } from "./read-paths";

/** What the value comes from that is not known: any resource that is no part of a network. */
const ELSEWHERE: Resource = {
  urn: "urn:pulumi:prod::elsewhere::random:index/randomPet:RandomPet::elsewhere",
  type: "random:index/randomPet:RandomPet",
  name: "elsewhere",
  custom: true,
  props: {},
  dependencies: [],
  propertyDependencies: {},
};

/** A property whose value nobody knows before apply. */
export interface Unknown {
  /** `prod: cidrBlock of dublin-vpc (aws:ec2/vpc:Vpc)` */
  name: string;
  /** Wrong values that the property could have instead, of which a rule at level mandatory must say something. */
  wrong: Resource[][];
  resources: Resource[];
}

/** Of a release of our own component's the component itself tells what it installs, since the engine shows it as empty in a cluster's first preview. */
const TOLD_OTHERWISE = ({ resource, path }: Read): boolean =>
  path === "chart" && resource.parent?.includes("isthmus:index:NetworkAgent") === true;

/** Of every property that is read and set, by type and path once, and of what stands above it. */
export function unknownsOf({ name, resources }: Dump): Unknown[] {
  const network = inventory(resources);
  const seen = new Set<string>();
  return readsOf(resources)
    .filter(({ resource, path }) => resource.custom && !path.startsWith("@"))
    .filter((read) => !TOLD_OTHERWISE(read))
    .flatMap((read): Unknown[] => {
      const { resource, path } = read;
      const key = `${resource.type} ${general(path)}`;
      const value = valueAt(resource.props, path);
      if (value === undefined || isUnknown(value) || seen.has(key)) return [];
      seen.add(key);
      const wrong = PROPERTY_FAULTS.filter(({ of }) => of.test(key)).flatMap((fault) =>
        fault
          .wrong({ resource, path, value, network })
          .map((one) => withValue(resources, resource, path, one.value)),
      );
      const text = `${name}: ${path} of ${resource.name} (${resource.type})`;
      return [{ name: text, wrong, resources: withUnknown(resources, [read]) }];
    });
}

/** The resources with all these properties unknown: each comes from a resource that is no part of the network. */
export function withUnknown(resources: readonly Resource[], reads: readonly Read[]): Resource[] {
  let all: Resource[] = [...resources, ELSEWHERE];
  for (const { resource, path } of reads) {
    const now = all.find(({ urn }) => urn === resource.urn);
    if (!now) continue;
    const property = path.split(".")[0] ?? path;
    const behind = [...(now.propertyDependencies[property] ?? []), ELSEWHERE.urn];
    all = withValue(all, now, path, UNKNOWN).map((one) =>
      one.urn === now.urn
        ? { ...one, propertyDependencies: { ...one.propertyDependencies, [property]: behind } }
        : one,
    );
  }
  return all;
}

/** What each rule at level mandatory, and what each other, says of these resources. */
export function saidOf(resources: Resource[]): { mandatory: Set<string>; speaking: Set<string> } {
  const network = inventory(resources);
  const [mandatory, speaking] = [new Set<string>(), new Set<string>()];
  for (const rule of rules)
    for (const { urn, message } of violations(rule, network, {})) {
      speaking.add(rule.name);
      if (rule.level === "mandatory") mandatory.add(`${rule.name} ${urn} ${message}`);
    }
  return { mandatory, speaking };
}

/**
 * What is wrong with how the rules take an unknown: a rule that spoke before says nothing more, or a property of which a wrong value
 * breaks a rule at level mandatory breaks none while it is not known.
 */
export function faultsOf({ name, wrong, resources }: Unknown, before: ReturnType<typeof saidOf>): string[] {
  const after = saidOf(resources);
  const silenced = [...before.speaking].filter((rule) => !after.speaking.has(rule));
  const isNew = (said: ReturnType<typeof saidOf>) =>
    [...said.mandatory].some((line) => !before.mandatory.has(line));
  const matters = !isNew(after) && wrong.some((spoilt) => isNew(saidOf(spoilt)));
  return [
    ...silenced.map((rule) => `${name}: ${rule} falls silent`),
    ...(matters ? [`${name}: a wrong value breaks a rule, and an unknown one breaks none`] : []),
  ];
}
