"use strict";

// A bare process: it loads the SDK's modules, as any program does at its top, then starts an empty policy pack and waits
// until it can be spoken to. With ISTHMUS_AT_ONCE the pack starts first, so that both overlap: the least that any check
// could cost on two cores.
const { spawn } = require("node:child_process");
const { join } = require("node:path");

const start = () => {
  const pack = spawn(
    process.execPath,
    [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:0", join(__dirname, "empty-pack")],
    { cwd: join(__dirname, "empty-pack"), stdio: ["ignore", "pipe", "inherit"] },
  );
  pack.stdout.once("data", () => pack.kill());
};
const load = () => {
  for (const module of JSON.parse(process.env.ISTHMUS_MODULES)) require(module);
};

for (const step of process.env.ISTHMUS_AT_ONCE ? [start, load] : [load, start]) step();
