import { inWordsOfAws, NATIVE } from "../clouds/aws/read/native";
import { CLASSIC, inWordsOfAzure } from "../clouds/azure/read/classic";
import type { Resource } from "../network/model/resource";
import { ownPath } from "../network/model/spelling";

/** What a cloud's other provider wrote, as the readers know it: one line a provider. Twice is once. */
export function inKnownWords(resources: Resource[]): Resource[] {
  return inWordsOfAzure(inWordsOfAws(resources));
}

/** A property that a fact names, as the program that made the resource calls it: a URN tells the type that was written. */
export function propertyAsWritten(urn: string, property: string): string {
  const type = urn.split("::")[2]?.split("$").at(-1) ?? "";
  const spelling = NATIVE[type] ?? CLASSIC[type];
  return spelling ? ownPath(spelling, property) : property;
}
