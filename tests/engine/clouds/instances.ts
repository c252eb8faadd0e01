import type { Cloud } from "./cloud";
import { packageOf } from "./cloud";
import { CLOUDS } from "./clouds";
import { type Properties, plainProperties, text } from "./properties";
import { unreachableServer } from "./unreachable";

/** A provider as the engine configured it: one for each connection, since it dials for each of its provider resources. */
export interface Instance {
  package: string;
  /** Its configuration, plain. */
  settings: Properties;
}

/** Which provider a connection speaks for. */
export function openInstances(directory: string) {
  const instances = new Map<string, Instance>();
  return {
    /** `urn` of the provider resource: `urn:pulumi:…::pulumi:providers:aws::name`. */
    configure(peer: string, urn: string, settings: Properties): Cloud | undefined {
      const owner = urn.split("::")[2]?.split("$").at(-1)?.replace("pulumi:providers:", "") ?? "";
      instances.set(peer, { package: owner, settings: plainProperties(settings) });
      return CLOUDS[owner];
    },
    settings(peer: string): Properties {
      return instances.get(peer)?.settings ?? {};
    },
    /** The API server that this provider ought to reach and can't. */
    unreachable(peer: string, type: string): string | undefined {
      const instance = instances.get(peer);
      if (packageOf(type) !== "kubernetes" || !instance) return undefined;
      return unreachableServer(directory, text(instance.settings, "kubeconfig"));
    },
  };
}

export type Instances = ReturnType<typeof openInstances>;
