/** Clusters as the API counts them on the grid of a zoom, and how they are drawn. */
import type { Feature, FeatureCollection, Point } from "geojson";

/** How near a view of many is at most: borders and large towns are still around it. */
export const CONTEXT = 6.5;

export interface Cell {
  lat: number;
  lon: number;
  n: number;
  disputed: number;
  killed: number;
  /** The incident, where the cell holds one alone. */
  id: string | null;
  /** South, west, north, east of what it holds. */
  box: [number, number, number, number];
}

export interface Cells {
  cells: Cell[];
  located: number;
  unlocated: number;
}

/** Cells as points; `label` writes their count in the reader's digits. */
export function points(cells: Cell[], label: (n: number) => string): FeatureCollection<Point> {
  const features = cells.map(
    (cell, n): Feature<Point> => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [cell.lon, cell.lat] },
      properties: {
        cell: n,
        n: cell.n,
        label: cell.n > 1 ? short(cell.n, label) : "",
        disputed: cell.disputed > 0,
        size: Math.min(30, 5.5 + 3.4 * Math.log2(cell.n)),
      },
    }),
  );
  return { type: "FeatureCollection", features };
}

function short(n: number, label: (n: number) => string): string {
  return n < 10_000 ? label(n) : `${label(Math.round(n / 1000))}k`;
}

/** The box around all cells; null where there is none. */
export function extent(cells: Cell[]): [number, number, number, number] | null {
  const first = cells[0];
  if (!first) return null;
  const around: [number, number, number, number] = [...first.box];
  for (const { box } of cells) {
    around[0] = Math.min(around[0], box[0]);
    around[1] = Math.min(around[1], box[1]);
    around[2] = Math.max(around[2], box[2]);
    around[3] = Math.max(around[3], box[3]);
  }
  return around;
}
