import { hostOf, parseCidr } from "../../../network/address/cidr";
import { text } from "../../../network/model/property";
import type { OrUnknown } from "../../../network/model/resource";
import { isUnknown, UNKNOWN } from "../../../network/model/resource";

/** Inside addresses of one end. */
export interface InsideAddresses {
  address: OrUnknown<string>;
  peerAddress: OrUnknown<string>;
}

/**
 * Inside addresses of one tunnel of a VPN connection, whose properties begin with `prefix`: as AWS reports them, else out
 * of the /30, of which it takes the first host. Without a /30 AWS picks one.
 */
export function insideAddresses(props: unknown, prefix: string): InsideAddresses {
  const own = text(props, `${prefix}VgwInsideAddress`);
  const peer = text(props, `${prefix}CgwInsideAddress`);
  if (isSet(own) && isSet(peer)) return { address: own, peerAddress: peer };

  const inside = text(props, `${prefix}InsideCidr`);
  if (!isSet(inside)) return { address: UNKNOWN, peerAddress: UNKNOWN };
  const range = parseCidr(inside);
  if ("fault" in range || range.version !== 4 || range.prefix !== 30) {
    return { address: UNKNOWN, peerAddress: UNKNOWN };
  }
  return { address: hostOf(range, 1), peerAddress: hostOf(range, 2) };
}

/** The provider writes an empty text where a cloud reports nothing. */
function isSet(value: OrUnknown<string> | undefined): value is string {
  return value !== undefined && !isUnknown(value) && value !== "";
}
