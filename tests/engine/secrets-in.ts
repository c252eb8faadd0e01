import { type Dirent, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { objectsIn } from "./clouds/journal";

/** Outputs that are secrets of the mesh, by the type that makes them (`docs/rules.md`: no rule needs one of them). */
const SECRET_OUTPUTS: Record<string, string> = {
  "random:index/randomPassword:RandomPassword": "result",
  "tls:index/privateKey:PrivateKey": "privateKeyPem",
};

/**
 * A text for each secret that the clouds made, by which it is found wherever it stands: a password as it is, of a PEM block the line
 * after its title, since a line break is written in several ways.
 */
export function secretsOf(clouds: string): string[] {
  return objectsIn(clouds).flatMap(({ type, outputs }) => {
    const value = outputs[SECRET_OUTPUTS[type] ?? ""];
    if (typeof value !== "string") return [];
    return [value.startsWith("-----BEGIN") ? (value.split("\n")[1] ?? value) : value];
  });
}

/** Files below a folder that hold one of the texts, in clear or in base64. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holdsOne(readFileSync(file, "latin1"), texts))
    .sort();
}

/** Whether one of the texts stands in another, in clear or in base64 at any offset. */
export function holdsOne(text: string, texts: readonly string[]): boolean {
  return texts.some((each) => [each, ...base64Of(each)].some((form) => text.includes(form)));
}

/** The part of a text's base64 that does not depend on what stands around it, for each of the three offsets. */
function base64Of(text: string): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.from("\0".repeat(offset) + text).toString("base64");
    return encoded.slice(offset === 0 ? 0 : 4, -4);
  });
}
