import { inWordsOfAws } from "../clouds/aws/read/native";
import { inWordsOfAzure } from "../clouds/azure/read/classic";
import type { Resource } from "../network/model/resource";

/** What a cloud's other provider wrote, as the readers know it: one line a provider. Twice is once. */
export function inKnownWords(resources: Resource[]): Resource[] {
  return inWordsOfAzure(inWordsOfAws(resources));
}
