import { missing, ok } from "./finding";

/**
 * How long a session must last from now, in minutes: making an Azure VPN gateway takes 45 or more (MicrosoftDocs/azure-docs,
 * `articles/vpn-gateway/vpn-gateway-howto-aws-bgp.md`, 2026-02), and links in every cloud come after it.
 */
export const GATEWAY_MINUTES = 45;

/** What to say of a session that ends at a known time, in milliseconds since 1970. */
export function endingAt(end: number, now: number, what: string, renew: string) {
  const minutes = Math.floor((end - now) / 60_000);
  if (minutes < 0) return missing(`${what} has ended`, renew);
  return minutes < GATEWAY_MINUTES
    ? missing(`${what} ends in ${minutes} minutes, and an Azure VPN gateway takes ${GATEWAY_MINUTES}`, renew)
    : ok(`${what} lasts ${minutes} minutes more`);
}

/** Time of a JSON web token's `exp`, in milliseconds since 1970; nothing is verified. */
export function endOfToken(token: string): number | undefined {
  const [, payload] = token.trim().split(".");
  if (payload === undefined) return undefined;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, "base64url").toString("utf8"));
    if (typeof claims !== "object" || claims === null || !("exp" in claims)) return undefined;
    return typeof claims.exp === "number" ? claims.exp * 1000 : undefined;
  } catch {
    return undefined;
  }
}
