import { number, text } from "../../network/model/property";
import { isUnknown, type OrUnknown, UNKNOWN } from "../../network/model/resource";
import type { Encryption } from "../../network/spec/shape";
import { type AgentReader, agentFact, podRanges } from "../facts-of-release";
import { setting } from "../release";

/** A release of Flannel's chart (defaults of v0.28.9, 2026-08-07). */
export const readFlannel: AgentReader = (release) => {
  const backend = setting(release, "flannel.backend", text, "vxlan");
  return {
    agent: agentFact(release, {
      kind: "flannel",
      encryption: readEncryption(backend),
      routing: readRouting(backend),
      mtu: setting(release, "flannel.mtu", number, 0),
    }),
    ranges: podRanges(release, [setting(release, "podCidr", text, "10.244.0.0/16")], "podCidr"),
  };
};

function readEncryption(backend: OrUnknown<string>): OrUnknown<Encryption> {
  if (isUnknown(backend)) return UNKNOWN;
  return backend === "wireguard" || backend === "ipsec" ? backend : "none";
}

function readRouting(backend: OrUnknown<string>): OrUnknown<string> {
  if (isUnknown(backend)) return UNKNOWN;
  return backend === "host-gw" ? "native" : "tunnel";
}
