import assert from "node:assert/strict";
import { awsSession } from "../../../cli/doctor/aws-session";
import { azureSession } from "../../../cli/doctor/azure-session";
import { gcpSession } from "../../../cli/doctor/gcp-session";
import { inMinutes, type Machine, machine, NOW } from "./machine";

type Case = [what: string, machine: Machine, status: "ok" | "missing" | "unknown", detail: RegExp];

const KEY = { AWS_ACCESS_KEY_ID: "AKIA", AWS_SECRET_ACCESS_KEY: "k" };
const SESSION = { ...KEY, AWS_SESSION_TOKEN: "t" };
const config = (text: string): Machine => ({ files: { "/home/me/.aws/config": text } });
// The SHA-1 of `corp`, by which the AWS CLI names its cache.
const SSO_CACHE = "/home/me/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json";

const aws: Case[] = [
  [
    "a session for an hour",
    { env: { ...SESSION, AWS_CREDENTIAL_EXPIRATION: inMinutes(60) } },
    "ok",
    /lasts 60 minutes more/,
  ],
  [
    "a session for 44 minutes",
    { env: { ...SESSION, AWS_CREDENTIAL_EXPIRATION: inMinutes(44) } },
    "missing",
    /ends in 44 minutes.* 45/,
  ],
  [
    "a session that is over",
    { env: { ...SESSION, AWS_SESSION_EXPIRATION: inMinutes(-1) } },
    "missing",
    /has ended/,
  ],
  ["a session without an end told", { env: SESSION }, "unknown", /does not say when it ends/],
  ["a key", { env: KEY }, "ok", /a key without an end/],
  [
    "web identity",
    { env: { AWS_WEB_IDENTITY_TOKEN_FILE: "/t", AWS_ROLE_ARN: "arn:x" }, files: { "/t": "token" } },
    "ok",
    /60 minutes/,
  ],
  [
    "web identity without its token",
    { env: { AWS_WEB_IDENTITY_TOKEN_FILE: "/t", AWS_ROLE_ARN: "arn:x" } },
    "missing",
    /no token in \/t/,
  ],
  ["a container's role", { env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://x" } }, "ok", /renewed/],
  [
    "a role for a quarter of an hour",
    { ...config("[profile mesh]\nrole_arn = arn:x\nduration_seconds = 900\n"), env: { AWS_PROFILE: "mesh" } },
    "missing",
    /sessions of 900 s/,
  ],
  [
    "a role",
    config("[default]\nrole_arn = arn:x\nsource_profile = base\n"),
    "ok",
    /60 minutes, renewed from base/,
  ],
  ["a program that tells", config("[default]\ncredential_process = /bin/x\n"), "unknown", /asks a program/],
  ["single sign-on without a sign-in", config("[default]\nsso_session = corp\n"), "missing", /not signed in/],
  [
    "a session that another tool wrote",
    {
      files: {
        "/home/me/.aws/credentials": `[default]\naws_access_key_id = A\naws_session_token = T\nx_security_token_expires = ${inMinutes(30)}\n`,
      },
    },
    "missing",
    /ends in 30 minutes/,
  ],
  ["nothing", {}, "unknown", /no credentials/],
];

const azure: Case[] = [
  [
    "workload identity that asks anew",
    { env: { ARM_USE_OIDC: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "u", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t" } },
    "ok",
    /asked for/,
  ],
  [
    "a token for five minutes",
    { env: { ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: token(5) } },
    "missing",
    /ends in 5 minutes/,
  ],
  [
    "a token in a file",
    { env: { ARM_USE_OIDC: "1", ARM_OIDC_TOKEN_FILE_PATH: "/t" }, files: { "/t": token(90) } },
    "ok",
    /90 minutes more/,
  ],
  [
    "a token that is none",
    { env: { ARM_USE_OIDC: "true", ARM_OIDC_TOKEN: "x.y.z" } },
    "unknown",
    /does not say/,
  ],
  ["no token", { env: { ARM_USE_OIDC: "true" } }, "missing", /there is no token/],
  ["a managed identity", { env: { ARM_USE_MSI: "true" } }, "ok", /renewed/],
  ["a secret", { env: { ARM_CLIENT_SECRET: "s" } }, "ok", /is safer/],
  ["the Azure CLI", {}, "unknown", /Azure CLI/],
];

const ADC = "/home/me/.config/gcloud/application_default_credentials.json";
const gcp: Case[] = [
  ["workload identity", { files: { [ADC]: '{ "type": "external_account" }' } }, "ok", /workload identity/],
  [
    "tokens for five minutes",
    {
      env: { GOOGLE_APPLICATION_CREDENTIALS: "/c" },
      files: {
        "/c": '{ "type": "external_account", "service_account_impersonation": { "token_lifetime_seconds": 300 } }',
      },
    },
    "missing",
    /tokens of 300 s/,
  ],
  ["a sign-in", { files: { [ADC]: '{ "type": "authorized_user" }' } }, "ok", /sign-in/],
  ["a key", { files: { [ADC]: '{ "type": "service_account", "private_key": "hush" }' } }, "ok", /is safer/],
  ["a file that is none", { files: { [ADC]: "{" } }, "missing", /none that Google/],
  ["a file that is not there", { env: { GOOGLE_APPLICATION_CREDENTIALS: "/c" } }, "missing", /names \/c/],
  ["an access token", { env: { GOOGLE_OAUTH_ACCESS_TOKEN: "t" } }, "unknown", /nobody renews/],
  ["nothing", {}, "unknown", /no credentials/],
];

for (const [cloud, session, cases] of [
  ["AWS", awsSession, aws],
  ["Azure", azureSession, azure],
  ["Google Cloud", gcpSession, gcp],
] as const) {
  describe(`isthmus doctor, of a session for ${cloud}`, () => {
    for (const [what, given, status, detail] of cases) {
      it(`says ${status} for ${what}, and what to do where it is not ok`, () => {
        const found = session(machine(given));
        assert.equal(found.status, status, found.detail);
        assert.match(found.detail, detail);
        assert.equal(found.todo !== undefined, status !== "ok");
        assert.ok(!JSON.stringify(found).includes("hush"));
      });
    }
  });
}

describe("isthmus doctor, of a sign-in by AWS IAM Identity Center,", () => {
  it("reads in the AWS CLI's cache when it ends", () => {
    const files = {
      "/home/me/.aws/config": "[default]\nsso_session = corp\n[sso-session corp]\nsso_region = eu-west-1\n",
      [SSO_CACHE]: JSON.stringify({ accessToken: "hush", expiresAt: inMinutes(20) }),
    };
    const found = awsSession(machine({ files }));
    assert.equal(found.status, "missing");
    assert.match(found.detail, /the sign-in of profile default ends in 20 minutes/);
    assert.match(found.todo ?? "", /aws sso login --profile default/);
  });
});

/** A token without a valid signature, which ends some minutes from now. */
function token(minutes: number): string {
  const claims = Buffer.from(JSON.stringify({ exp: NOW / 1000 + minutes * 60 })).toString("base64url");
  return `e30.${claims}.c2ln`;
}
