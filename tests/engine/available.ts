import { engineSource, pulumiFolder } from "./pulumi-binary";

const source = engineSource();
const leftOut: Mocha.Suite[] = [];

/**
 * A suite that needs the real Pulumi engine. Where there is none, and no Go to build one, its tests count as skipped, and one line
 * says how many and why.
 */
export function engineSuite(title: string, body: (this: Mocha.Suite) => void): void {
  if (source === undefined) {
    leftOut.push(describe.skip(title, body) as Mocha.Suite);
    return;
  }
  describe(title, function () {
    // A command takes seconds, and minutes on a machine that is busy with others.
    this.timeout(600_000);
    before("the Pulumi command line is there", () => pulumiFolder());
    body.call(this);
  });
}

if (source === undefined) {
  after(() => {
    const tests = leftOut.reduce((sum, suite) => sum + suite.total(), 0);
    console.log(`${tests} tests of the Pulumi engine left out: no pulumi on the PATH, and no go to build it`);
  });
} else if (source === "go") {
  console.log("building the Pulumi command line for the engine's tests: some minutes, once");
}
