/** Part of `@pulumi/policy/deserialize` (1.21): what its server turns a message's properties into plain values with. */
interface Deserializer {
  deserializeProperties?: (properties: object, keepSecrets: boolean) => object;
}

/**
 * Lets the SDK's server turn each resource's properties into plain values once a request, not once a policy: with many rules
 * that would be most of a pack's time. The policies of one request then share the values and must not change them. An SDK
 * that is made otherwise is left as it is.
 */
export function deserializeOnce(sdk: Deserializer = require("@pulumi/policy/deserialize")): void {
  const deserialize = sdk.deserializeProperties;
  if (typeof deserialize !== "function") return;
  // By message: it lives as long as its request.
  const done = new WeakMap<object, object>();
  sdk.deserializeProperties = (properties, keepSecrets) => {
    // What keeps secrets is for remediations, which do change values.
    if (keepSecrets) return deserialize(properties, keepSecrets);
    const before = done.get(properties);
    if (before) return before;
    const values = deserialize(properties, keepSecrets);
    done.set(properties, values);
    return values;
  };
}
