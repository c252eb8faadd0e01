/**
 * Whether a firewall's or an endpoint's source is everybody, in any of the clouds' spellings (Azure: `*`, `Internet`, `Any`). Half of the
 * internet counts as all of it: two halves are how a check for 0.0.0.0/0 is got round.
 */
export function isWorld(source: string): boolean {
  return /^(0\.0\.0\.0\/[01]|128\.0\.0\.0\/1|0\.0\.0\.0|::\/[01]|8000::\/1|\*|any|internet|all)$/i.test(
    source.trim(),
  );
}
