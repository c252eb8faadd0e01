/** Whether a firewall's or an endpoint's source is everybody, in any of the clouds' spellings (Azure: `*`, `Internet`, `Any`). */
export function isWorld(source: string): boolean {
  return /^(0\.0\.0\.0\/0|0\.0\.0\.0|::\/0|\*|any|internet|all)$/i.test(source.trim());
}
