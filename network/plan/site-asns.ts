import type { Catalogue } from "../catalogue";
import { type Fault, InputError } from "../errors";
import type { MeshSpec } from "../spec/shape";

/**
 * A site's devices have an ASN already, and each cloud that a link joins them to must take it for a peer.
 *
 * @throws InputError naming the site, and the cloud that refuses its ASN
 */
export function refuseSiteAsns(spec: MeshSpec, pairs: [string, string][], clouds: Catalogue): void {
  const faults = pairs.flatMap(([a, b]): Fault[] => {
    const [site, name] = spec.members[a]?.cloud === "site" ? [a, b] : [b, a];
    const [device, member] = [spec.members[site], spec.members[name]];
    const asn = device?.gateway?.asn;
    if (device?.cloud !== "site" || !member || member.cloud === "site" || asn === undefined) return [];
    const refused = clouds[member.cloud].gateway.device.refusedAsns.find(
      ({ first, last, region }) =>
        asn >= first && asn <= last && (region === undefined || region === member.region),
    );
    if (!refused) return [];
    const message = `${asn}: ${refused.reason}, so ${name} cannot be linked to it; give the devices another ASN`;
    return [{ path: `members.${site}.gateway.asn`, message }];
  });
  if (faults.length > 0) throw new InputError(faults);
}
