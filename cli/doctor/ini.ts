/** Sections of an INI file, each with its settings. */
export type IniFile = Map<string, Record<string, string | undefined>>;

/** The AWS CLI's configuration files: `[section]` and `key = value`. Nested settings, which are indented, are left out. */
export function readIni(text: string): IniFile {
  const sections: IniFile = new Map();
  let section: Record<string, string | undefined> = {};
  for (const line of text.split(/\r?\n/)) {
    const [, name] = /^\[\s*([^\]]+?)\s*\]/.exec(line) ?? [];
    if (name !== undefined) {
      section = sections.get(name) ?? {};
      sections.set(name, section);
      continue;
    }
    const [, key, value] = /^([\w.-]+)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    if (key !== undefined) section[key] = value;
  }
  return sections;
}
