import { connect, createServer } from "node:net";
import { join } from "node:path";

/**
 * A socket in the folder that leads to a port of the loopback interface here: sockets that are files are seen from every network
 * namespace. Its file; `close` ends it.
 */
export async function socketTo(port: number, folder: string): Promise<{ file: string; close(): void }> {
  const file = join(folder, `port-${port}.sock`);
  const open = new Set<{ destroy(): void }>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.pipe(other);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        open.delete(one);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(file, resolve);
  });
  return {
    file,
    close: () => {
      server.close();
      for (const one of open) one.destroy();
    },
  };
}

/** Command of what listens, once it says `up`, at the port of a host's own loopback interface and leads to the socket. */
export function portTo(file: string, port: number): string[] {
  const program = `
    const { createServer, connect } = require("node:net");
    createServer((near) => {
      const far = connect(${JSON.stringify(file)});
      near.pipe(far).pipe(near);
      near.on("error", () => far.destroy());
      far.on("error", () => near.destroy());
    }).listen(${port}, "127.0.0.1", () => console.log("up"));
  `;
  return [process.execPath, "-e", program];
}
