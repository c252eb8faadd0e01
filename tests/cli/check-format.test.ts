import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as fc from "fast-check";
import { workflowCommand } from "../../cli/format/workflow-command";
import { folder, isthmus } from "./isthmus";

const SPEC = `# A mesh in which two members have the same pods.
config:
  isthmus:mesh:
    members:
      dublin:
        cloud: aws
        region: eu-west-1
        pods: 10.80.0.0/17
      frankfurt:
        cloud: gcp
        region: europe-west3
        pods: 10.80.0.0/17
    agent: { encryption: none }
    tiers:
      gold: { rtt: 1ms }
    traffic:
      - { from: frankfurt, to: dublin }
      - { from: dublin, to: frankfurt, tier: gold }
`;

describe("isthmus check --format github", () => {
  const place = () => {
    const path = folder({});
    writeFileSync(join(path, "mesh.yaml"), SPEC);
    return path;
  };

  it("annotates the member, or the traffic, of the spec that each violation is about", () => {
    const here = place();
    const run = isthmus(["check", "--spec", "mesh.yaml", "--format", "github"], here);
    assert.equal(run.code, 1, run.err);
    const lines = run.out.trimEnd().split("\n");
    const places = lines
      .slice(0, -1)
      .filter((line) => !line.startsWith("::warning"))
      .map((line) => /^::error title=([\w-]+),file=(.*),line=(\d+)::./.exec(line)?.slice(1));
    assert.deepEqual(places, [
      ["address-ranges-disjoint", "mesh.yaml", "9"],
      ["encryption-agent-enabled", "mesh.yaml", "5"],
      ["encryption-agent-enabled", "mesh.yaml", "9"],
      ["latency-tier-met", "mesh.yaml", "18"],
    ]);
    assert.match(
      lines.at(-1) ?? "",
      /^::notice title=isthmus check::4 mandatory violations \((\d+ advisory, )?\d+ resources\)$/,
    );
  });

  it("warns of what is advisory, and does not fail for it", () => {
    const here = place();
    writeFileSync(join(here, "policy.json"), '{ "all": "advisory" }');
    writeFileSync(join(here, "mesh.yaml"), SPEC.replace("10.80.0.0/17", "10.81.0.0/17"));
    const run = isthmus(
      ["check", "--spec", "mesh.yaml", "--format", "github", "--policy-config", "policy.json"],
      here,
    );
    assert.equal(run.code, 0, run.out + run.err);
    assert.match(run.out, /^::warning title=encryption-agent-enabled,file=mesh\.yaml,line=5::/m);
    assert.doesNotMatch(run.out, /^::error/m);
  });

  it("annotates what cannot be understood where it stands, and exits with 2", () => {
    const here = place();
    writeFileSync(join(here, "mesh.yaml"), SPEC.replace("cloud: gcp", "cloud: gpc"));
    const run = isthmus(["check", "--spec", "mesh.yaml", "--format", "github"], here);
    assert.equal(run.code, 2);
    assert.match(
      run.out,
      /^::error title=isthmus,file=mesh\.yaml,line=10,col=16::members\.frankfurt\.cloud: /m,
    );
  });

  it("is one of five formats, of which --json is one in short", () => {
    const here = place();
    const json = isthmus(["check", "--spec", "mesh.yaml", "--json"], here);
    assert.equal(isthmus(["check", "--spec", "mesh.yaml", "--format", "json"], here).out, json.out);
    assert.match(isthmus(["check", "--spec", "mesh.yaml", "--format", "text"], here).out, /^member +cloud/m);
    const unknown = isthmus(["check", "--spec", "mesh.yaml", "--format", "xml"], here);
    assert.equal(unknown.code, 2);
    assert.match(unknown.err, /Allowed choices are text, json, sarif, github, markdown/);
    assert.equal(isthmus(["check", "--json", "--format", "github"], here).code, 2);
  });
});

describe("a workflow command", () => {
  it("is one line whatever it says, and GitHub reads the same text back", () => {
    const decoded = (text: string): string =>
      text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.integer({ min: 1 }), (title, message, line) => {
        const text = workflowCommand({ level: "error", title, message, file: "a,b:c.yaml", line });
        assert.ok(!/[\r\n]/.test(text));
        const [, shownTitle = "", shownMessage = ""] =
          /^::error title=([^:,]*),file=a%2Cb%3Ac\.yaml,line=\d+::(.*)$/.exec(text) ?? [];
        assert.equal(decoded(shownTitle), title);
        assert.equal(decoded(shownMessage), message);
      }),
    );
  });
});
