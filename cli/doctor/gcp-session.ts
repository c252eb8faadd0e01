import { join } from "node:path";
import { z } from "zod";
import { missing, ok, unknown } from "./finding";
import { GATEWAY_MINUTES } from "./session-length";
import type { Surroundings } from "./surroundings";

const SIGN_IN = "run `gcloud auth application-default login`";

/** What is read of Application Default Credentials; keys in it are left alone ("Application Default Credentials", 2026). */
const credentials = z.looseObject({
  type: z.string(),
  service_account_impersonation: z.looseObject({ token_lifetime_seconds: z.number().optional() }).optional(),
});

/** What can be known of the session that the Google Cloud provider would take, in the order in which it looks. */
export function gcpSession({ env, home, file }: Surroundings) {
  if (env.GOOGLE_OAUTH_ACCESS_TOKEN) {
    return unknown(
      "an access token in the environment, which nobody renews and which ends within an hour",
      "look at expires_in of https://oauth2.googleapis.com/tokeninfo, or give a credential file instead",
    );
  }
  const named = env.GOOGLE_APPLICATION_CREDENTIALS;
  const text = file(named ?? join(home, ".config", "gcloud", "application_default_credentials.json"));
  if (text === undefined) {
    return named
      ? missing(`GOOGLE_APPLICATION_CREDENTIALS names ${named}, which cannot be read`, SIGN_IN)
      : unknown("no credentials in a file; a machine's own account cannot be seen here", SIGN_IN);
  }
  const parsed = credentials.safeParse(jsonOf(text));
  if (!parsed.success) return missing("the credential file is none that Google's libraries know", SIGN_IN);
  const { type, service_account_impersonation: impersonation } = parsed.data;
  if (type === "service_account") return ok("a service account's key; workload identity federation is safer");
  const seconds = impersonation?.token_lifetime_seconds ?? 3600;
  if (seconds < GATEWAY_MINUTES * 60) {
    return missing(
      `the credential file asks for tokens of ${seconds} s`,
      "make it anew with a token lifetime of 3600 s",
    );
  }
  return ok(`${type === "external_account" ? "workload identity" : "a sign-in"}, which is renewed`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
