import { missing, ok, unknown } from "./finding";
import { endingAt, endOfToken } from "./session-length";
import type { Surroundings } from "./surroundings";

const TELL = "look at what `az account get-access-token --query expiresOn` prints";

/** What can be known of the session that the azure-native provider would take, by its environment variables (`ARM_*`). */
export function azureSession({ env, now, file }: Surroundings) {
  if (isOn(env.ARM_USE_OIDC)) return byIdentityToken({ env, now, file });
  if (isOn(env.ARM_USE_MSI)) return ok("the machine's managed identity, which is renewed");
  if (env.ARM_CLIENT_SECRET || env.ARM_CLIENT_CERTIFICATE_PATH) {
    return ok("a service principal's own secret; workload identity (ARM_USE_OIDC) is safer");
  }
  return unknown("no ARM_* credentials: the Azure CLI's sign-in is taken, which may be renewed or not", TELL);
}

function byIdentityToken({ env, now, file }: Pick<Surroundings, "env" | "now" | "file">) {
  const canAsk =
    (env.ARM_OIDC_REQUEST_URL ?? env.ACTIONS_ID_TOKEN_REQUEST_URL) &&
    (env.ARM_OIDC_REQUEST_TOKEN ?? env.ACTIONS_ID_TOKEN_REQUEST_TOKEN);
  if (canAsk && !env.ARM_OIDC_TOKEN) return ok("workload identity; a new token is asked for when one ends");
  const path = env.ARM_OIDC_TOKEN_FILE_PATH;
  const token = env.ARM_OIDC_TOKEN ?? (path ? file(path) : undefined);
  const renew = path
    ? `let the job write a fresh token to ${path}`
    : "give ARM_OIDC_TOKEN_FILE_PATH or ARM_OIDC_REQUEST_URL and ARM_OIDC_REQUEST_TOKEN, by which a new one can be had";
  if (token === undefined) return missing("ARM_USE_OIDC is set and there is no token", renew);
  const end = endOfToken(token);
  return end === undefined
    ? unknown("an identity token that does not say when it ends", TELL)
    : endingAt(end, now, "the identity token", renew);
}

function isOn(value: string | undefined): boolean {
  return value === "true" || value === "1";
}
