/** A circle on the globe, as a polygon. */
import type { Polygon } from "geojson";

const KM_A_DEGREE = 111.2;
const CORNERS = 48;

/** The polygon around a point (degrees), `km` away from it. */
export function circle(lat: number, lon: number, km: number): Polygon {
  const high = km / KM_A_DEGREE;
  const wide = high / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
  const ring = Array.from({ length: CORNERS + 1 }, (_, n) => {
    const angle = (2 * Math.PI * n) / CORNERS;
    return [lon + wide * Math.cos(angle), lat + high * Math.sin(angle)];
  });
  return { type: "Polygon", coordinates: [ring] };
}
