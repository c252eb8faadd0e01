"use strict";

// The least that a check could cost: the SDK's modules are loaded while an empty policy pack starts.
const { spawn } = require("node:child_process");
const { join } = require("node:path");

const pack = spawn(
  process.execPath,
  [require.resolve("@pulumi/pulumi/cmd/run-policy-pack"), "127.0.0.1:0", join(__dirname, "empty-pack")],
  { cwd: join(__dirname, "empty-pack"), stdio: ["ignore", "pipe", "inherit"] },
);
pack.stdout.once("data", () => pack.kill());
for (const module of JSON.parse(process.env.ISTHMUS_MODULES)) require(module);
