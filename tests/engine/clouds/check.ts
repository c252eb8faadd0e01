import { type Cloud, descriptorOf } from "./cloud";
import { hasFixedName, type NamingRequest, named } from "./naming";
import { withNotes } from "./outputs";
import { OWN_NAME_KEY, type Properties } from "./properties";

/**
 * Inputs as the real provider's Check leaves them: with a physical name, with the provider's own defaults, and where it
 * does so with notes of what it filled in. In wire form.
 */
export function checked(
  cloud: Cloud,
  type: string,
  request: NamingRequest,
  before: Properties,
  inputs: Properties,
): Properties {
  const descriptor = descriptorOf(cloud, type);
  const missing = Object.entries(descriptor.defaults ?? {}).filter(([key]) => inputs[key] === undefined);
  const result = named(cloud, descriptor.autoname, request, automaticNameOf(before, cloud, type), inputs);
  const filled = [
    ...missing.map(([key]) => key),
    ...(result.automatic && descriptor.autoname ? [descriptor.autoname.property] : []),
  ];
  const complete = { ...Object.fromEntries(missing), ...result.inputs };
  if (cloud.notes === "defaults") return withNotes(complete, filled);
  return cloud.notes === "createBeforeDelete" && result.automatic
    ? { ...complete, [OWN_NAME_KEY]: true }
    : complete;
}

/** Only a name that was made up stays when the program gives none: one that it took away is not kept. */
function automaticNameOf(before: Properties, cloud: Cloud, type: string): Properties {
  return hasFixedName(descriptorOf(cloud, type).autoname, before) ? {} : before;
}
