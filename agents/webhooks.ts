import type { AgentFact } from "../network/model/network";
import { list, text, valueAt } from "../network/model/property";
import { isUnknown, type OrUnknown, type Resource, UNKNOWN } from "../network/model/resource";
import type { ResourceIndex } from "../network/model/resource-index";
import type { WebhookFact } from "../network/model/webhook";
import { placeOf } from "./policies";

const CONFIGURATION =
  /^kubernetes:admissionregistration\.k8s\.io\/v\d\w*:(Validating|Mutating)WebhookConfiguration$/;

/** Admission webhooks among any resources. */
export function readWebhooks(resources: ResourceIndex, agents: readonly AgentFact[]): WebhookFact[] {
  return resources.all
    .filter(({ type }) => CONFIGURATION.test(type))
    .map((resource) => {
      const { cluster } = placeOf(resource, resources, agents);
      return {
        urn: resource.urn,
        ...(cluster === undefined ? {} : { cluster }),
        services: servicesOf(resource),
        origin: { urn: resource.urn, property: "webhooks" },
      };
    });
}

/** Each webhook names either a Service or a URL (admissionregistration.k8s.io/v1, `WebhookClientConfig`). */
function servicesOf({ props }: Resource): OrUnknown<string[]> {
  const webhooks = list(props, "webhooks");
  // What the engine shows of a cluster that is not there yet is empty.
  if (webhooks === undefined) return Object.keys(props).length === 0 ? UNKNOWN : [];
  if (isUnknown(webhooks)) return UNKNOWN;
  const found: string[] = [];
  for (const webhook of webhooks) {
    const service = valueAt(webhook, "clientConfig.service");
    if (isUnknown(webhook) || isUnknown(service)) return UNKNOWN;
    if (service === undefined) continue;
    const named = ["namespace", "name"].map((key) => text(service, key));
    found.push(named.map((part) => (typeof part === "string" ? part : "?")).join("/"));
  }
  return [...new Set(found)].sort();
}
