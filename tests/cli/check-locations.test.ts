import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { z } from "zod";
import { folder, isthmus } from "./isthmus";

const SDK = join(__dirname, "../../node_modules/@pulumi/aws");

const PROGRAM = `const aws = require(${JSON.stringify(SDK)});

const network = (name, cidrBlock) => new aws.ec2.Vpc(name, { cidrBlock });
network("office", "10.0.0.0/16");
network("a|b", "10.0.16.0/20");
`;

const SPEC = `members:
  dublin: { cloud: aws, region: eu-west-1, pods: 10.80.0.0/17 }
  frankfurt: { cloud: gcp, region: europe-west3, pods: 10.80.0.0/17 }
`;

const logSchema = z.object({
  runs: z.array(
    z.object({
      tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.string(),
          locations: z.array(
            z.object({
              physicalLocation: z
                .object({
                  artifactLocation: z.object({ uri: z.string() }),
                  region: z.object({ startLine: z.number() }),
                })
                .optional(),
            }),
          ),
          partialFingerprints: z.record(z.string(), z.string()),
        }),
      ),
    }),
  ),
});

/** The schema that OASIS published, as Microsoft's matchers for Jest bring it along. */
function publishedSchema(): object {
  const file = require.resolve("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
  return JSON.parse(readFileSync(file, "utf8")) as object;
}

describe("the line that a violation points to", () => {
  const program = () => {
    const home = folder({ "Pulumi.yaml": "name: hand\nruntime: nodejs\n", "index.js": PROGRAM });
    return home;
  };

  it("is, in SARIF, that of the program that makes the resource, and the log is valid", () => {
    const home = program();
    const run = isthmus(["check", "--program", ".", "--format", "sarif"], home);
    assert.equal(run.code, 1, run.err);
    const ajv = new Ajv({ strict: false, unicodeRegExp: false });
    addFormats(ajv);
    const valid = ajv.compile(publishedSchema());
    assert.ok(valid(JSON.parse(run.out)), JSON.stringify(valid.errors));
    const { runs } = logSchema.parse(JSON.parse(run.out));
    const overlap = runs[0]?.results.find(({ ruleId }) => ruleId === "address-ranges-disjoint");
    assert.equal(overlap?.level, "error");
    const place = overlap?.locations[0]?.physicalLocation;
    assert.equal(place?.artifactLocation.uri, "index.js");
    assert.equal(place?.region.startLine, 3);
    assert.ok(runs[0]?.tool.driver.rules.some(({ id }) => id === "address-ranges-disjoint"));
  });

  it("does not move the fingerprint by which an alert is known again", () => {
    const home = program();
    const prints = () =>
      logSchema
        .parse(JSON.parse(isthmus(["check", "--program", ".", "--format", "sarif"], home).out))
        .runs[0]?.results.map(({ partialFingerprints }) => partialFingerprints);
    const before = prints();
    writeFileSync(join(home, "index.js"), `// A line more.\n${PROGRAM}`);
    assert.deepEqual(prints(), before);
  });

  it("is, for annotations, the program's too where no spec describes the network", () => {
    const run = isthmus(["check", "--program", ".", "--format", "github"], program());
    assert.match(run.out, /^::error title=address-ranges-disjoint,file=index\.js,line=3,col=\d+::/m);
  });

  it("is, in markdown, one row of a table, whatever names hold", () => {
    const run = isthmus(["check", "--program", ".", "--format", "markdown"], program());
    assert.equal(run.code, 1);
    assert.match(run.out, /^### isthmus: \d+ mandatory violations? \(/);
    const row = run.out.split("\n").find((line) => line.includes("address-ranges-disjoint"));
    assert.match(row ?? "", /^\| mandatory \| `address-ranges-disjoint` \| `index\.js:3` \| .*a\\\|b.* \|$/);
    assert.equal((row ?? "").replaceAll("\\|", "").split("|").length, 6);
  });

  it("is the spec's where a spec describes the network", () => {
    const home = folder({ "mesh.yaml": SPEC });
    const run = isthmus(["check", "--spec", "mesh.yaml", "--format", "sarif"], home);
    const { runs } = logSchema.parse(JSON.parse(run.out));
    const overlap = runs[0]?.results.find(({ ruleId }) => ruleId === "address-ranges-disjoint");
    const place = overlap?.locations[0]?.physicalLocation;
    assert.deepEqual([place?.artifactLocation.uri, place?.region.startLine], ["mesh.yaml", 3]);
  });

  it("is one heading, and no table, where nothing is wrong", () => {
    const home = folder({
      "Pulumi.yaml": "name: hand\nruntime: nodejs\n",
      "index.js": `const aws = require(${JSON.stringify(SDK)});\nnew aws.ec2.Vpc("office", { cidrBlock: "10.0.0.0/16" });\n`,
    });
    const run = isthmus(["check", "--program", ".", "--format", "markdown"], home);
    assert.match(run.out, /^### isthmus: 0 mandatory violations \(/);
    assert.equal(run.code, 0);
  });
});
