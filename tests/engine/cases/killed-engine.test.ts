import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { engineSuite } from "../available";
import { type Engine, startEngine } from "../engine";
import { writeProgram } from "../project";

/** Stays connected to the test for as long as it lives, which is for ever if nobody ends it. */
function program(port: string): string {
  return `
    const { RandomPassword } = require("@pulumi/random");
    new RandomPassword("first", { length: 20 });
    module.exports = () => new Promise(() => require("node:net").connect(${port}));
  `;
}

engineSuite("an engine that is killed in the middle of an update", () => {
  let engine: Engine;
  let server: Server;
  before(async () => {
    server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    const port = address !== null && typeof address === "object" ? String(address.port) : "";
    engine = await startEngine({ project: (folder) => writeProgram(folder, program(port)) });
  });
  after(async () => {
    server?.close();
    await engine?.stop();
  });

  it("leaves no program running, and goes on after `pulumi cancel`", async () => {
    const connected = once(server, "connection") as Promise<[Socket]>;
    const killed = engine.run(["up", "--yes", "--skip-preview"], { kill: connected });
    const [socket] = await connected;
    // The program's end closes its connection; were it left running, this would never come.
    const ended = once(socket.resume(), "close");
    assert.equal((await killed).code, null);
    await ended;

    const locked = await engine.run(["destroy", "--yes", "--skip-preview"]);
    assert.notEqual(locked.code, 0);
    assert.match(locked.stdout + locked.stderr, /pulumi cancel/);
    assert.equal((await engine.run(["cancel", "--yes"])).code, 0);
    assert.equal((await engine.run(["destroy", "--yes", "--skip-preview"])).code, 0);
  });
});
