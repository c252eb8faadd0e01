import assert from "node:assert/strict";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folder, isthmus, specText } from "./isthmus";

describe("isthmus doctor, on this machine,", () => {
  it("fails where pulumi is missing, and tells each thing in a line with what to do below it", () => {
    const run = doctor([]);
    assert.equal(run.code, 1, run.err);
    assert.match(run.out, /^missing {2}pulumi: pulumi is not on the PATH\n {9}install Pulumi/m);
    assert.match(run.out, /^ok {7}node: Node\.js \d+\.\d+\.\d+$/m);
    assert.match(run.out, /^\d+ ok, \d+ missing, \d+ unknown$/m);
  });

  it("passes where the programs are there, and gives the same as JSON", () => {
    const run = doctor(["--json"], ["pulumi", "aws", "gke-gcloud-auth-plugin"]);
    const found = JSON.parse(run.out) as {
      subject: string;
      status: string;
      mandatory: boolean;
      detail: string;
    }[];
    assert.equal(run.code, 0, run.out);
    assert.equal(found.find(({ subject }) => subject === "pulumi")?.detail, "Pulumi 3.200.1");
    assert.deepEqual(
      found.filter(({ status, mandatory }) => status === "missing" && mandatory),
      [],
    );
  });

  it("does not try to reach clusters that it was not told of", () => {
    const run = doctor(["--reach"]);
    assert.equal(run.code, 2);
    assert.match(
      run.err,
      /^isthmus: --reach: needs the clusters' addresses; give the stack's state with --from FILE/,
    );
  });

  /** With an empty home, no credentials, and on the PATH only programs that say they are Pulumi. */
  function doctor(args: string[], programs: string[] = []) {
    const place = folder({ "mesh.json": specText() });
    mkdirSync(join(place, "bin"));
    for (const program of programs) {
      const file = join(place, "bin", program);
      writeFileSync(file, "#!/bin/sh\necho v3.200.1\n");
      chmodSync(file, 0o755);
    }
    const clouds = /^(AWS|ARM|AZURE|GOOGLE|CLOUDSDK|ACTIONS)_/;
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !clouds.test(name)));
    const spec = join(place, "mesh.json");
    return isthmus(["doctor", "--spec", spec, ...args], place, {
      ...env,
      HOME: place,
      PATH: join(place, "bin"),
    });
  }
});
