import { z } from "zod";
import type { Answer } from "./client";

const status = z.looseObject({ message: z.string() });

/** Why the server did not do what it was asked to, in its own words; undefined where it did. */
export function refusalOf({ status: code, body }: Answer): string | undefined {
  if (code < 300) return undefined;
  const { success, data } = status.safeParse(body);
  return success ? data.message : `${code} ${String(body)}`;
}
