/** A point on the globe, in degrees. */
export interface Coordinates {
  lat: number;
  lon: number;
}

const EARTH_RADIUS_KM = 6371;
const LIGHT_KM_PER_MS = 299.792458;

/** Group index of standard single-mode fibre near 1550 nm (Corning SMF-28 product information: 1.4682). */
const FIBRE_INDEX = 1.468;

/** Great-circle distance in kilometres. The same both ways, to the last bit. */
export function distanceKm(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const lat = Math.sin((Math.abs(a.lat - b.lat) * radians) / 2);
  const lon = Math.sin((Math.abs(a.lon - b.lon) * radians) / 2);
  const h = lat * lat + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * lon * lon;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The least round trip over a distance that glass allows, in milliseconds: 9.79 ms per 1000 km. */
export function fibreFloor(km: number): number {
  return (2 * km * FIBRE_INDEX) / LIGHT_KM_PER_MS;
}
