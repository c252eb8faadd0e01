import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { type Client, type Credentials, connect } from "./client";
import { type Running, start } from "./lifeline";
import { type ControlPlane, controlPlane } from "./programs";
import { untilReady } from "./until-ready";

/** An API server with nothing in it, and nothing beside it that would act on what it is told. */
export interface ApiServer extends Client {
  stop(): Promise<void>;
}

const HOST = "127.0.0.1";

/**
 * Starts an API server and its etcd on free ports of the loopback interface. They end with this process at the latest.
 *
 * @throws Error with what the program said when it ends before it serves.
 */
export async function startApiServer(): Promise<ApiServer> {
  const programs = await controlPlane();
  const [etcdPort, peerPort, port] = await freePorts(3);
  const etcd = startEtcd(programs, etcdPort, peerPort);
  let program: Running | undefined;
  try {
    const credentials: Credentials = { host: HOST, port, token: randomBytes(16).toString("hex"), ca: "" };
    let certificate = "";
    program = start("kube-apiserver", (folder) => {
      certificate = join(folder, "apiserver.crt");
      return apiServerCommand(programs, folder, credentials, etcdPort);
    });
    const running = program;
    const client = await untilReady([running, etcd], async () => {
      if (!existsSync(certificate)) return undefined;
      const candidate = connect({ ...credentials, ca: readFileSync(certificate, "utf8") });
      const { status } = await candidate.ask({ method: "GET", path: "/readyz" });
      return status === 200 ? candidate : undefined;
    });
    return {
      ...client,
      stop: async () => {
        client.close();
        await running.stop();
        await etcd.stop();
      },
    };
  } catch (error) {
    await program?.stop();
    await etcd.stop();
    throw error;
  }
}

function startEtcd({ etcd }: ControlPlane, port: number, peerPort: number): Running {
  const [client, peer] = [`http://${HOST}:${port}`, `http://${HOST}:${peerPort}`];
  return start("etcd", (folder) => [
    etcd,
    `--data-dir=${join(folder, "data")}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ]);
}

/** The server makes its certificate itself. */
function apiServerCommand(
  { apiServer }: ControlPlane,
  folder: string,
  { port, token }: Credentials,
  etcdPort: number,
): string[] {
  const [tokens, key] = [join(folder, "tokens.csv"), join(folder, "service-accounts.pem")];
  writeFileSync(tokens, `${token},isthmus,isthmus,"system:masters"\n`, { mode: 0o600 });
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  writeFileSync(key, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 });
  return [
    apiServer,
    `--etcd-servers=http://${HOST}:${etcdPort}`,
    `--bind-address=${HOST}`,
    `--secure-port=${port}`,
    `--cert-dir=${folder}`,
    `--token-auth-file=${tokens}`,
    "--authorization-mode=RBAC",
    "--service-account-issuer=https://kubernetes.default.svc",
    `--service-account-key-file=${key}`,
    `--service-account-signing-key-file=${key}`,
    "--service-cluster-ip-range=10.255.0.0/24",
    // As every cluster that runs a network agent has it.
    "--allow-privileged=true",
    // Its own service would point at a loopback address, which is no endpoint.
    "--endpoint-reconciler-type=none",
  ];
}

/** Ports that nobody listened at a moment ago, all different. */
async function freePorts(count: 3): Promise<[number, number, number]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve, reject) => {
          server.once("error", reject);
          server.listen(0, HOST, () => {
            const address = server.address();
            if (address === null || typeof address === "string") reject(new Error("a port has a number"));
            else resolve(address.port);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as [number, number, number];
}
