import * as pulumi from "@pulumi/pulumi";

/**
 * An error that tells people what is wrong with their program's arguments: Pulumi prints its message and nothing else.
 *
 * Without a stack: nobody reads it, and before it ends the program Pulumi colours any stack that there is, for its trace. Node 20
 * takes half a minute and over a gigabyte to colour the SDK's own lines (`util.inspect` with colours, of a path that goes on
 * behind `node_modules/@pulumi/` by no other folder; measured with `@pulumi/pulumi` 3.248).
 */
export function refusal(message: string): pulumi.RunError {
  const error = new pulumi.RunError(message);
  error.stack = "";
  return error;
}
