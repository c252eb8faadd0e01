#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { describeFault, InputError } from "../network/errors";
import { FORMATS } from "./format/format";
import { SITE_FORMATS } from "./format/site-formats";

/** Whoever reads has read enough: `isthmus plan | head`. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(0);
});

/** The command line. Each command's code is loaded only when it is asked for. */
async function main(argv: string[]): Promise<number> {
  let code = 0;
  const program = new Command("isthmus")
    .description(
      "One container network over Kubernetes clusters in several clouds, checked before anything is applied.",
    )
    .exitOverride()
    .showHelpAfterError("(isthmus --help shows what there is)");

  source(program.command("plan"))
    .description("show ranges, links, latency and capacity")
    .option("--write", "keep new allocations in the lock")
    .option("--json", "the whole plan as JSON")
    .option("--site <name>", "what the devices of a site must be told, instead of the whole plan")
    .addOption(
      new Option("--format <format>", "with --site: as a table (default), or as a device's own configuration")
        .choices([...SITE_FORMATS])
        .conflicts("json"),
    )
    .option("--device <address>", "with --site: one of its two devices")
    .action(async (options) => {
      code = (await import("./plan.js")).plan(options);
    });
  source(program.command("rotate"))
    .description("another key for one of a link's tunnels: what it does at each end, and which go on")
    .argument("<link>", "amsterdam~dublin")
    .option("--tunnel <number>", "which of its tunnels, from 1 (default: the one whose turn it is)")
    .option("--from <file>", "the stack's state, from `pulumi stack export` (default: ask pulumi)")
    .option("--write", "raise the key's generation in the lock, for the next update")
    .option("--json", "as JSON")
    .action(async (link, options) => {
      code = (await import("./rotate.js")).rotate(link, options);
    });
  source(program.command("check"))
    .description("run the program against a recorder and the policy pack on what it registers")
    .option(
      "--program <folder>",
      "a Pulumi program in Node.js, with its Pulumi.yaml, instead of the one here",
    )
    .option(
      "--from <file>",
      "what `pulumi preview --json --show-sames`, `pulumi stack export` or --dump wrote, instead of a program",
    )
    .addOption(
      new Option(
        "--format <format>",
        "for a person, a program, code scanning, GitHub's annotations, or a comment (default: text)",
      )
        .choices([...FORMATS])
        .conflicts("json"),
    )
    .option("--json", "short for --format json")
    .option("--reach", "show who reaches whom, over which links, and what is left after each single failure")
    .option("--dump <file>", "write what the program registered, without secrets")
    .option(
      "--invokes <file>",
      "answers to what the program asks its providers, by the function's token, in YAML or JSON",
    )
    .option(
      "--policy-config <file>",
      "levels and options of the policies, as Pulumi's --policy-pack-config; dev, staging and prod are shipped",
    )
    .action(async (options) => {
      code = await (await import("./check.js")).check(options);
    });
  source(program.command("doctor"))
    .description(
      "what an update needs and whether it is here: programs, sessions, quotas, clusters that can be reached",
    )
    .option("--from <file>", "the stack's state, from `pulumi stack export`: where its clusters are")
    .option("--reach", "connect to the clusters' API servers in --from; nothing else asks the network")
    .option("--json", "as JSON")
    .action(async (options) => {
      code = await (await import("./doctor.js")).doctor(options);
    });
  program
    .command("recover")
    .description("after an update was cut off: where to look for what its unfinished creates left")
    .requiredOption("--from <file>", "the stack's state, from `pulumi stack export`")
    .option("--json", "as JSON")
    .option("--found <file>", "what --json wrote, with an id at each create whose object exists")
    .option("--write <file>", "with --found: where the mended state goes, for `pulumi stack import`")
    .action(async (options) => {
      code = (await import("./recover.js")).recover(options);
    });
  program
    .command("explain")
    .description("a rule, why it is there and how to mend what breaks it; without a name, all rules")
    .argument("[rule]")
    .option("--json", "as JSON")
    .action(async (rule, options) => {
      code = (await import("./explain.js")).explain(rule, options);
    });

  await program.parseAsync(argv);
  return code;
}

function source(command: Command): Command {
  return command
    .option("--stack <name>", "environment: Pulumi.<name>.yaml of the project (default: dev)")
    .option("--spec <file>", "a spec in a file of its own, instead of a stack")
    .option("--lock <file>", "the lock, instead of the one beside the spec");
}

main(process.argv).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof InputError) {
      for (const fault of error.faults) process.stderr.write(`isthmus: ${describeFault(fault)}\n`);
      process.exitCode = 2;
    } else if (error instanceof CommanderError) {
      // Commander has said what was wrong; its own codes are 0 for help and 1 for faults.
      process.exitCode = error.exitCode === 0 ? 0 : 2;
    } else {
      throw error;
    }
  },
);
