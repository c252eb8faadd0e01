import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ModuleKind, ScriptTarget, transpileModule } from "typescript";

const MODULES = join(__dirname, "../../../node_modules");

/** Every file of the host but this one, which only installs it. */
function sources(): string[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith(".ts") && name !== "install.ts")
    .sort();
}

/** Changes with the host's sources and with the checkout whose SDK it uses. */
export function languageHostVersion(): string {
  const hash = createHash("sha256").update(MODULES).update(process.execPath);
  for (const name of sources()) hash.update(name).update(readFileSync(join(__dirname, name)));
  return hash.digest("hex").slice(0, 12);
}

/**
 * Writes the host into `folder`, as the executable `pulumi-language-nodejs` that the engine looks for. In JavaScript, because
 * each command of the engine starts it and translating it each time would cost more than the host's whole work.
 */
export function installLanguageHost(folder: string): void {
  const host = join(folder, "language-host");
  mkdirSync(host, { recursive: true });
  symlinkSync(MODULES, join(host, "node_modules"), "dir");
  for (const name of sources()) {
    const { outputText } = transpileModule(readFileSync(join(__dirname, name), "utf8"), {
      compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
    });
    writeFileSync(join(host, name.replace(/ts$/, "js")), outputText);
  }
  const start = `#!/bin/sh\nexec "${process.execPath}" "${join('$(dirname "$0")', "language-host/main.js")}" "$@"\n`;
  writeFileSync(join(folder, "pulumi-language-nodejs"), start, { mode: 0o755 });
}
