import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { missing, ok, unknown } from "./finding";
import { type IniFile, readIni } from "./ini";
import { endingAt, GATEWAY_MINUTES } from "./session-length";
import type { Surroundings } from "./surroundings";

/** Shows until when the credentials last that the AWS CLI would take (AWS CLI reference, `configure export-credentials`). */
const TELL = "look at Expiration in what `aws configure export-credentials` prints";
const RENEW = "sign in anew, for an hour or longer (`--duration-seconds 3600`)";

/** What can be known of the session that the AWS provider would take, in the order in which the SDKs look. */
export function awsSession(surroundings: Surroundings) {
  const { env, now } = surroundings;
  if (env.AWS_ACCESS_KEY_ID && env.AWS_PROFILE === undefined) {
    if (!env.AWS_SESSION_TOKEN)
      return ok("a key without an end in the environment; a role's session is safer");
    const end = timeOf(env.AWS_CREDENTIAL_EXPIRATION ?? env.AWS_SESSION_EXPIRATION);
    return end === undefined
      ? unknown("a session in the environment that does not say when it ends", TELL)
      : endingAt(end, now, "the session in the environment", RENEW);
  }
  if (env.AWS_WEB_IDENTITY_TOKEN_FILE && env.AWS_ROLE_ARN) {
    return surroundings.file(env.AWS_WEB_IDENTITY_TOKEN_FILE) === undefined
      ? missing(
          `there is no token in ${env.AWS_WEB_IDENTITY_TOKEN_FILE}`,
          "write the job's identity token there",
        )
      : // AssumeRoleWithWebIdentity gives an hour where nothing else is asked for (AWS STS API reference, 2026).
        ok("a role by web identity: 60 minutes from the provider's start");
  }
  if (env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI || env.AWS_CONTAINER_CREDENTIALS_FULL_URI) {
    return ok("the container's role, which is renewed");
  }
  return profileSession(surroundings);
}

function profileSession(surroundings: Surroundings) {
  const { env, now, home } = surroundings;
  const name = env.AWS_PROFILE ?? "default";
  const config = iniAt(surroundings, env.AWS_CONFIG_FILE ?? join(home, ".aws", "config"));
  const credentials = iniAt(
    surroundings,
    env.AWS_SHARED_CREDENTIALS_FILE ?? join(home, ".aws", "credentials"),
  );
  const profile = { ...config.get(name === "default" ? name : `profile ${name}`), ...credentials.get(name) };
  const what = `profile ${name}`;

  if (profile.role_arn) {
    const seconds = Number(profile.duration_seconds ?? 3600);
    return seconds < GATEWAY_MINUTES * 60
      ? missing(`${what} asks for sessions of ${seconds} s`, "set its duration_seconds to 3600 or more")
      : ok(
          `${what}: sessions of ${Math.floor(seconds / 60)} minutes, renewed from ${profile.source_profile ?? profile.credential_source ?? "its source"}`,
        );
  }
  if (profile.sso_session || profile.sso_start_url) {
    const key = profile.sso_session ?? profile.sso_start_url ?? "";
    const end = endOfSso(surroundings, key);
    const renew = `run \`aws sso login --profile ${name}\``;
    return end === undefined
      ? missing(`${what} is not signed in`, renew)
      : endingAt(end, now, `the sign-in of ${what}`, renew);
  }
  if (profile.credential_process) {
    return unknown(
      `${what} asks a program for its credentials`,
      "run its credential_process and look at Expiration",
    );
  }
  if (profile.aws_access_key_id) {
    if (!profile.aws_session_token)
      return ok(`${what} holds a key without an end; a role's session is safer`);
    // As saml2aws and others write it; AWS names no key for it.
    const end = timeOf(profile.x_security_token_expires ?? profile.aws_expiration ?? profile.expiration);
    return end === undefined
      ? unknown(`${what} holds a session that does not say when it ends`, TELL)
      : endingAt(end, now, `the session of ${what}`, RENEW);
  }
  return unknown(
    "no credentials in the environment or in a profile; a machine's own role cannot be seen here",
    TELL,
  );
}

/** When a sign-in ends, by the cache that the AWS CLI names by the hash of the session or its start URL. */
function endOfSso({ file, home }: Surroundings, key: string): number | undefined {
  const hash = createHash("sha1").update(key).digest("hex");
  const text = file(join(home, ".aws", "sso", "cache", `${hash}.json`));
  if (text === undefined) return undefined;
  const parsed = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(z.looseObject({ expiresAt: z.string() }))
    .safeParse(text);
  return parsed.success ? timeOf(parsed.data.expiresAt) : undefined;
}

function iniAt({ file }: Surroundings, path: string): IniFile {
  return readIni(file(path) ?? "");
}

function timeOf(text: string | undefined): number | undefined {
  const time = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}
