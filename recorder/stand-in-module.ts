import Module from "node:module";

/** Puts `exports` where `require` would put a module's own when it loads the file, unless that is loaded already. */
export function standInFor(load: NodeJS.Require, file: string, exports: object): void {
  if (load.cache[file]) return;
  const standIn = new Module(file);
  standIn.filename = file;
  standIn.loaded = true;
  standIn.exports = exports;
  load.cache[file] = standIn;
}
