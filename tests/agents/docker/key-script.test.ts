import { strict as assert } from "node:assert";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keyScript } from "../../../agents/docker/key-script";
import type { KeyStore } from "../../../agents/docker/shape";
import { stores } from "./swarm";
import { keySuite } from "./tools";

const TOKEN = "access-token-of-the-host";
const KEY = "d4".repeat(32);

const [, gcp, azure] = stores as [KeyStore, KeyStore, KeyStore];

keySuite("The script that reads a Swarm host's key, with curl of its own", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "isthmus-swarm-key-"));
    const subject = ["-subj", "/CN=localhost", "-days", "1", "-nodes", "-newkey", "rsa:2048"];
    execFileSync("openssl", ["req", "-x509", ...subject, "-keyout", "key.pem", "-out", "cert.pem"], {
      cwd: folder,
      stdio: "ignore",
    });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the script where all hosts of the internet are this one, and tells what was asked. */
  async function run(
    store: KeyStore,
    role: string,
  ): Promise<{ code: number; said: string; asked: string[] }> {
    const asked: string[] = [];
    const answer = (request: IncomingMessage, response: ServerResponse): void => {
      const { host, authorization, metadata, "metadata-flavor": flavor } = request.headers;
      asked.push(`${host}${request.url}`);
      if (request.url?.includes("/token")) {
        if (flavor !== "Google" && metadata !== "true") response.statusCode = 403;
        response.end(JSON.stringify({ access_token: TOKEN }));
        return;
      }
      if (authorization !== `Bearer ${TOKEN}`) response.statusCode = 401;
      response.end(JSON.stringify({ value: KEY, payload: { data: Buffer.from(KEY).toString("base64") } }));
    };
    const pem = (name: string) => readFileSync(join(folder, name));
    const plain = createServer(answer);
    const secure = createSecureServer({ key: pem("key.pem"), cert: pem("cert.pem") }, answer);
    const ports: number[] = [];
    for (const server of [plain, secure]) {
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      ports.push((server.address() as AddressInfo).port); // it listens at a port
    }
    writeFileSync(
      join(folder, ".curlrc"),
      `insecure\nconnect-to = ":80:127.0.0.1:${ports[0]}"\nconnect-to = ":443:127.0.0.1:${ports[1]}"\n`,
    );
    writeFileSync(join(folder, "script"), keyScript(store));
    try {
      const env = { PATH: process.env.PATH, HOME: folder, CURL_HOME: folder };
      return await new Promise((done) => {
        execFile("bash", [join(folder, "script"), role], { env }, (error, stdout, stderr) =>
          done({ code: error ? 1 : 0, said: `${stdout}${stderr}`.trim(), asked }),
        );
      });
    } finally {
      plain.close();
      secure.close();
    }
  }

  it("asks Google's metadata server for a token, and Secret Manager for the newest version with it", async () => {
    assert.deepEqual(await run(gcp, "worker"), {
      code: 0,
      said: KEY,
      asked: [
        "metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token",
        "secretmanager.googleapis.com/v1/projects/my-project/secrets/mesh-swarm-worker/versions/latest:access",
      ],
    });
  });

  it("asks Azure's metadata service for a token of the host's identity, and the key vault with it", async () => {
    const { code, said, asked } = await run(azure, "manager");
    assert.equal(`${code} ${said}`, `0 ${KEY}`);
    assert.deepEqual(asked, [
      "169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fvault.azure.net&client_id=00000000-0000-0000-0000-000000000001",
      "mesh-vault.vault.azure.net/secrets/mesh-swarm-manager?api-version=7.4",
    ]);
  });

  it("has no key of a role that is not the host's, and asks nobody for it", async () => {
    const { code, said, asked } = await run({ ...gcp, keys: { worker: "mesh-swarm-worker" } }, "manager");
    assert.equal(`${code} ${said}`, "1 no key for manager on this host");
    assert.deepEqual(asked, []);
  });
});
