import type { PolicyPermission } from "../../network/model/forwarding";
import { list, text, texts, valueAt } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { PolicyRule } from "../cilium/read-policy";

const SAYS_NOTHING: PolicyRule = { allPods: false, ingress: [], shuts: false };

/** What holds for the nodes' own interfaces, and for packets before the cluster's own translation of addresses. */
const OF_HOSTS = ["preDNAT", "applyOnForward", "doNotTrack"];

/** Every pod of every namespace: the second names what a namespace always has ("Enable default deny", Calico docs 3.32). */
const EVERY_SELECTOR = ["", "all()"];
const EVERY_NAMESPACE = ["", "all()", "has(projectcalico.org/name)"];

/**
 * What a `GlobalNetworkPolicy` says of connections that come in to pods; none where it shows nothing. Its rules hold in their order, the
 * first that matches: refusals first, then permissions, can be told; where a refusal comes after, it cannot.
 */
export function calicoPolicyRules(props: unknown): PolicyRule[] {
  const spec = valueAt(props, "spec");
  return spec === undefined ? [] : [ruleOf(spec)];
}

function ruleOf(spec: unknown): PolicyRule {
  if (isUnknown(spec)) return { allPods: UNKNOWN, ingress: UNKNOWN, shuts: true };
  if (OF_HOSTS.some((key) => valueAt(spec, key) === true)) return SAYS_NOTHING;
  const types = texts(spec, "types");
  if (types === undefined && valueAt(spec, "ingress") === undefined && valueAt(spec, "egress") !== undefined)
    return SAYS_NOTHING;
  if (types !== undefined && !isUnknown(types) && !types.includes("Ingress")) return SAYS_NOTHING;
  const unread: PolicyRule = { allPods: everyPod(spec), ingress: UNKNOWN, shuts: true };
  const rules = list(spec, "ingress") ?? [];
  if (isUnknown(types) || isUnknown(rules)) return unread;
  const ingress: PolicyPermission[] = [];
  let decided = false;
  for (const rule of rules) {
    const action = text(rule, "action");
    if (action === "Log") continue;
    if (action !== "Allow" && action !== "Deny" && action !== "Pass") return unread;
    if (isCatchAll(rule)) {
      // Whatever comes after is never asked. To pass on is to say nothing; to refuse, to shut.
      const rest = action === "Allow" ? [{ allBut: [], ranges: ["0.0.0.0/0"], ports: [] }] : [];
      return { allPods: everyPod(spec), ingress: [...ingress, ...rest], shuts: action !== "Pass" };
    }
    const permission = permissionOf(rule);
    if (permission === undefined || (action === "Deny" && decided)) return unread;
    // What is passed on is for others to decide.
    if (action === "Pass") return unread;
    if (action === "Allow") decided = true;
    ingress.push(action === "Deny" ? { ...permission, deny: true } : permission);
  }
  // A tier of its own may pass on what no rule takes.
  const tier = text(spec, "tier") ?? "default";
  if (tier !== "default") return unread;
  return { allPods: everyPod(spec), ingress, shuts: true };
}

function everyPod(spec: unknown): OrUnknown<boolean> {
  const [selector, namespaces] = [text(spec, "selector") ?? "", text(spec, "namespaceSelector") ?? ""];
  if (isUnknown(selector) || isUnknown(namespaces)) return UNKNOWN;
  if (valueAt(spec, "serviceAccountSelector") !== undefined) return false;
  return EVERY_SELECTOR.includes(selector.trim()) && EVERY_NAMESPACE.includes(namespaces.trim());
}

function isCatchAll(rule: unknown): boolean {
  return Object.entries(Object(rule)).every(([key, value]) => key === "action" || value === undefined);
}

/** `undefined` where it cannot be told. */
function permissionOf(rule: unknown): PolicyPermission | undefined {
  const ports = portsOf(rule);
  const source = valueAt(rule, "source") ?? {};
  if (ports === undefined || isUnknown(source) || typeof source !== "object") return undefined;
  const keys = Object.entries(Object(source)).flatMap(([key, value]) => (value === undefined ? [] : [key]));
  if (keys.length === 0) return { allBut: [], ranges: ["0.0.0.0/0"], ports };
  if (keys.length === 1 && keys[0] === "nets") {
    const nets = texts(source, "nets");
    return nets === undefined || isUnknown(nets) ? undefined : { nets, ports };
  }
  // Selectors select in the own cluster.
  const own = ["selector", "namespaceSelector", "serviceAccounts"];
  return keys.every((key) => own.includes(key)) ? { ports } : undefined;
}

/** Of a rule that names protocols and ports alone; empty: every port. */
function portsOf(rule: unknown): string[] | undefined {
  const known = ["action", "source", "destination", "protocol", "metadata"];
  if (Object.entries(Object(rule)).some(([key, value]) => !known.includes(key) && value !== undefined))
    return undefined;
  const destination = valueAt(rule, "destination") ?? {};
  const inside = Object.entries(Object(destination)).flatMap(([key, value]) =>
    value === undefined ? [] : [key],
  );
  if (isUnknown(destination) || inside.some((key) => key !== "ports")) return undefined;
  const protocol = valueAt(rule, "protocol");
  const ports = list(destination, "ports") ?? [];
  if (isUnknown(ports) || isUnknown(protocol)) return undefined;
  if (protocol === undefined) return ports.length === 0 ? [] : undefined;
  const name = String(protocol).toLowerCase();
  if (name === "icmp") return ["icmp"];
  if (name !== "tcp" && name !== "udp") return undefined;
  if (ports.length === 0) return [name];
  const written = ports.map((port) => portText(port, name));
  const found = written.filter((one) => one !== undefined);
  return found.length < written.length ? undefined : found;
}

/** One that has a name cannot be told. */
function portText(port: unknown, protocol: string): string | undefined {
  const [, first, last] = /^(\d+)(?::(\d+))?$/.exec(String(port)) ?? [];
  if (first === undefined) return undefined;
  return last === undefined || last === first ? `${first}/${protocol}` : `${first}-${last}/${protocol}`;
}
