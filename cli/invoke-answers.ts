import { parse } from "yaml";
import { z } from "zod";
import { defaultZones as awsZones } from "../clouds/aws/zones";
import { defaultZones as gcpZones } from "../clouds/gcp/zones";
import { InputError } from "../network/errors";
import type { InvokeAnswers } from "../recorder/invoke-answers";
import { readInput, shown } from "./files";

type Values = Record<string, unknown>;

const values = z.record(z.string(), z.unknown());
const given = z.record(
  z.string().regex(/^[^:]+:[^:]+:[^:]+$/, "a function's token is like aws:index/getRegion:getRegion"),
  z.union([z.array(z.strictObject({ args: values.optional(), result: values })), values]),
);

/**
 * What a program's questions to its providers are answered with: by the user's own table, in YAML or JSON, else by what can be said
 * without an account. The table has, by token, an answer, or a list of `{ args, result }` of which the first fits whose
 * arguments are all as asked.
 *
 * @throws InputError where the file is no such table
 */
export function invokeAnswers(file: string | undefined, config: Record<string, string>): InvokeAnswers {
  const table = file === undefined ? {} : readTable(file);
  return (token, args) => {
    const own = Object.hasOwn(table, token) ? table[token] : undefined;
    if (!Array.isArray(own)) return own ?? withoutAccount(token, args, config);
    return own.find((one) => asAsked(one.args ?? {}, args))?.result;
  };
}

function readTable(file: string): z.infer<typeof given> {
  let value: unknown;
  try {
    value = parse(readInput(file));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const reason = error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
    throw new InputError({ file: shown(file), path: "", message: `neither YAML nor JSON: ${reason}` });
  }
  const parsed = given.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map(({ path, message }) => ({
      file: shown(file),
      path: path.join("."),
      message: `${message}; the table has, by a function's token, its answer`,
    })),
  );
}

function asAsked(wanted: Values, args: Values): boolean {
  return Object.entries(wanted).every(([key, value]) => JSON.stringify(args[key]) === JSON.stringify(value));
}

/**
 * Answers that follow from the region that is asked for or configured. Zones are those that a new account sees, as the plan takes
 * them: their names differ from account to account.
 */
function withoutAccount(token: string, args: Values, config: Record<string, string>): Values | undefined {
  const region = (key: string): string | undefined => {
    const asked = args.region ?? config[key];
    return typeof asked === "string" ? asked : undefined;
  };
  const aws = region("aws:region");
  const gcp = region("gcp:region");
  switch (token) {
    case "aws:index/getPartition:getPartition":
      return aws === undefined || /^(cn|us-gov|us-iso)/.test(aws)
        ? undefined
        : { partition: "aws", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws", id: "aws" };
    case "aws:index/getRegion:getRegion":
      return aws === undefined ? undefined : { id: aws, name: aws, region: aws };
    case "aws:index/getAvailabilityZones:getAvailabilityZones":
      return aws === undefined ? undefined : { id: aws, region: aws, names: awsZones(aws) };
    case "gcp:compute/getZones:getZones":
      return gcp === undefined ? undefined : { id: gcp, region: gcp, names: gcpZones(gcp) };
    default:
      return undefined;
  }
}
