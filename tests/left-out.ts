/** What a kind of suite needs that not every machine has. */
export interface Needed {
  /** What the tests are of: `the Pulumi engine`. */
  of: string;
  /** Why they cannot run here: `no pulumi on the PATH, and no go to build it`; undefined where they can. */
  missing: string | undefined;
  /** What a test may take at most, in milliseconds. */
  timeout: number;
  /** Makes ready what they need, before the first test of a suite. */
  prepare: () => Promise<unknown>;
}

/**
 * What takes the place of `describe` for such suites. Where something is missing their tests count as skipped, and one line says how
 * many and why.
 */
export function suitesOf({ of, missing, timeout, prepare }: Needed) {
  const leftOut: Mocha.Suite[] = [];
  if (missing !== undefined) {
    after(() => {
      const tests = leftOut.reduce((sum, suite) => sum + suite.total(), 0);
      console.log(`${tests} tests of ${of} left out: ${missing}`);
    });
  }
  return (title: string, body: (this: Mocha.Suite) => void): void => {
    if (missing !== undefined) {
      leftOut.push(describe.skip(title, body) as Mocha.Suite);
      return;
    }
    describe(title, function () {
      this.timeout(timeout);
      before(`${of} is there`, prepare);
      body.call(this);
    });
  };
}
