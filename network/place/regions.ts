import { InputError } from "../errors";
import type { Cloud } from "../spec/shape";
import { closest } from "./closest";
import type { Coordinates } from "./distance";
import figures from "./figures.data.json";

/** A cloud and its own name of a region. Example `{ cloud: "aws", region: "eu-west-1" }`. */
export interface Place {
  cloud: Cloud;
  region: string;
}

/** A region of the catalogue. Coordinates are those of the city that the provider names, not of the buildings. */
export interface Region extends Place, Coordinates {
  city: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Position in {@link REGIONS}. */
  index: number;
}

/** Every region of the three clouds, by cloud, then by name. Sources and date in `SOURCES.md`. */
export const REGIONS: readonly Region[] = figures.regions.map((line, index) => {
  const [place = "", lat, lon, city = "", country = ""] = line.split("|");
  const [cloud, region = ""] = place.split("/");
  return { cloud: cloudNamed(cloud), region, lat: Number(lat), lon: Number(lon), city, country, index };
});

const byPlace = new Map(REGIONS.map((region) => [placeName(region), region]));

/** `aws/eu-west-1` */
export function placeName(place: Place): string {
  return `${place.cloud}/${place.region}`;
}

/** Names of a cloud's regions, sorted; none for a site. */
export function regionsOf(cloud: Cloud): string[] {
  return REGIONS.filter((region) => region.cloud === cloud).map((region) => region.region);
}

/** Whether the catalogue has the region. */
export function regionExists(cloud: Cloud, region: string): boolean {
  return byPlace.has(placeName({ cloud, region }));
}

/** The region with its coordinates. Throws `InputError` where the catalogue has none, naming the likely one. */
export function regionAt(place: Place): Region {
  const found = byPlace.get(placeName(place));
  if (!found) throw new InputError({ path: "", message: unknownRegion(place.cloud, place.region) });
  return found;
}

/** The cloud's region that a misspelt name most likely meant; `undefined` where none is near. */
export function closestName(cloud: Cloud, misspelt: string): string | undefined {
  return closest(misspelt, regionsOf(cloud));
}

/** `"eu-wst-1" is no region of aws; did you mean "eu-west-1"?` */
export function unknownRegion(cloud: Cloud, name: string): string {
  const fault = `"${name}" is no region of ${cloud}`;
  const owner = REGIONS.find((region) => region.region === name && region.cloud !== cloud);
  if (owner) return `${fault}; it is one of ${owner.cloud}`;
  const near = closestName(cloud, name);
  return near ? `${fault}; did you mean "${near}"?` : fault;
}

function cloudNamed(text: string | undefined): "aws" | "azure" | "gcp" {
  if (text === "aws" || text === "azure" || text === "gcp") return text;
  throw new Error(`figures.data.json: unknown cloud ${text}`);
}
