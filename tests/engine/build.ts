import { engineSource, pulumiFolder } from "./pulumi-binary";

/** `tsx tests/engine/build.ts`: makes ready what the engine tests run, and says where it is. */
async function main(): Promise<void> {
  const source = engineSource();
  if (source === undefined) throw new Error("neither pulumi nor go is on the PATH: install one of them");
  if (source === "go") console.log("building the Pulumi command line and its YAML host: some minutes, once");
  console.log(await pulumiFolder());
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
