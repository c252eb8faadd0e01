/**
 * Letters of the zones to use by default, where they are not a, b and c ("Regions and zones", Google Compute Engine, 2026;
 * us-east1 and europe-west1 have never had an a).
 */
const LETTERS: Record<string, string> = {
  "europe-west1": "bcd",
  "us-east1": "bcd",
};

/** Zones of a region by default: `["europe-west3-a", "europe-west3-b", "europe-west3-c"]`. */
export function defaultZones(region: string): string[] {
  return [...(LETTERS[region] ?? "abc")].map((letter) => `${region}-${letter}`);
}

/** The region of a zone or, as it is, a region: `europe-west3` of `europe-west3-a`. */
export function regionOfLocation(location: string): string {
  return location.replace(/^([a-z]+-[a-z]+\d+)-[a-z]$/, "$1");
}
