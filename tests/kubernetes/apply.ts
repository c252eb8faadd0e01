import type { Client } from "./client";
import { notHeld } from "./held";
import { objectPath } from "./kinds";
import { asManifest, type Manifest, shownAs } from "./manifest";
import { refusalOf } from "./refusal";

/** Objects that go on after their test: a namespace only ends with its controller, which is not there. */
const STAYS = new Set(["Namespace", "CustomResourceDefinition"]);

export interface ApplyOptions {
  /**
   * Whether a warning, or a field that is not held as it was sent, is a fault. Default yes. Not of what others wrote: charts send defaults
   * that the server leaves out.
   */
  exactly?: boolean;
}

/**
 * Applies the manifests one after another, as Pulumi and `kubectl apply --server-side` do, with every field checked against the kind's
 * schema; reads each back, and removes them all. What comes back is what the server held.
 *
 * @throws Error with a line for each manifest that is refused or warned of, and for each field that is not held as it was sent
 */
export async function applyAll(
  client: Client,
  manifests: readonly Manifest[],
  { exactly = true }: ApplyOptions = {},
): Promise<Manifest[]> {
  const faults: string[] = [];
  const held: Manifest[] = [];
  const made = new Set<string>();
  const removable: string[] = [];
  for (const manifest of manifests) {
    const fault = (message: string) => faults.push(`${shownAs(manifest)}: ${message}`);
    try {
      const path = await objectPath(client, manifest);
      if (made.has(path)) fault("is there twice, and the second changes the first");
      made.add(path);
      const answer = await client.ask({
        method: "PATCH",
        path: `${path}?fieldManager=isthmus&fieldValidation=Strict`,
        body: JSON.stringify(manifest),
        contentType: "application/apply-patch+yaml",
      });
      const refusal = refusalOf(answer);
      if (refusal !== undefined) {
        fault(refusal);
        continue;
      }
      if (!STAYS.has(manifest.kind)) removable.push(path);
      if (exactly) for (const warning of answer.warnings) fault(`the server warns: ${warning}`);
      const { body } = await client.ask({ method: "GET", path });
      if (exactly) for (const difference of notHeld(manifest, body)) fault(difference);
      held.push(asManifest(body, shownAs(manifest)));
    } catch (error) {
      fault(error instanceof Error ? error.message : String(error));
    }
  }
  for (const path of removable.reverse()) {
    const refusal = refusalOf(await client.ask({ method: "DELETE", path }));
    if (refusal !== undefined) faults.push(`${path} stays: ${refusal}`);
  }
  if (faults.length > 0) throw new Error(faults.join("\n"));
  return held;
}
