/** The basemap: borders of world-atlas as GeoJSON, and where to write names of countries and towns. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type {
  Feature,
  FeatureCollection,
  Geometry,
  MultiPolygon,
  Polygon,
  Position,
} from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Plugin } from "vite";
import { rowsOf } from "./tables.ts";

const BORDERS = resolve("node_modules/world-atlas/countries-50m.json");
const COUNTRIES = resolve("../src/waqai/export/countries.tsv");
const TOWNS = resolve("data/towns.tsv");
const UNITS = resolve("data/units.tsv");
const ADDRESS = "virtual:basemap";

type Label = [lon: number, lat: number, english: string, arabic: string, weight: number];

export function basemap(): Plugin {
  return {
    name: "basemap",
    resolveId: (id) => (id === ADDRESS ? `\0${ADDRESS}` : null),
    load(id) {
      if (id !== `\0${ADDRESS}`) return null;
      this.addWatchFile(COUNTRIES);
      const topology = JSON.parse(readFileSync(BORDERS, "utf8")) as Topology;
      const shapes = feature(topology, topology.objects.countries as GeometryCollection);
      const asset = (name: string, value: unknown) =>
        this.emitFile({ type: "asset", name, source: JSON.stringify(value) });
      const borders = asset("borders.json", bare(shapes));
      const labels = asset("labels.json", labelled(shapes));
      const towns = asset("towns.json", townLabels());
      const units = asset("units.json", rowsOf(UNITS));
      return Object.entries({ borders, labels, towns, units })
        .map(([name, file]) => `export const ${name} = import.meta.ROLLUP_FILE_URL_${file};`)
        .join("\n");
    },
  };
}

/** The shapes alone, to a thousandth of a degree (a hundred metres). */
function bare(shapes: FeatureCollection): FeatureCollection {
  const features = shapes.features.map(({ type, geometry }): Feature => {
    return {
      type,
      geometry: { ...geometry, coordinates: rounded(coordinatesOf(geometry)) } as Geometry,
      properties: null,
    };
  });
  return { type: "FeatureCollection", features };
}

function coordinatesOf(geometry: Geometry): unknown {
  return (geometry as Polygon | MultiPolygon).coordinates;
}

function rounded(of: unknown): unknown {
  return Array.isArray(of) ? of.map(rounded) : Math.round(Number(of) * 1000) / 1000;
}

function labelled(shapes: FeatureCollection): Label[] {
  const names = named();
  return shapes.features.flatMap((shape) => {
    const name = names.get(String(Number(shape.id)));
    const ring = name && greatest(shape.geometry as Polygon | MultiPolygon);
    return name && ring ? [[...middle(ring), ...name, Math.round(area(ring))] as Label] : [];
  });
}

/** English and Arabic names by ISO numeric code. */
function named(): Map<string, [string, string]> {
  return new Map(rowsOf(COUNTRIES).map((row) => [row[2] ?? "", [row[4] ?? "", row[5] ?? ""]]));
}

/** Towns as labels; where countries have their area, they have their people. */
function townLabels(): Label[] {
  return rowsOf(TOWNS).map(([lat, lon, people, english = "", arabic = ""]) => {
    return [Number(lon), Number(lat), english, arabic, Number(people)];
  });
}

function greatest(shape: Polygon | MultiPolygon): Position[] | undefined {
  const parts = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  return parts.map((part) => part[0] ?? []).sort((a, b) => area(b) - area(a))[0];
}

function area(ring: Position[]): number {
  return Math.abs(crossed(ring).reduce((sum, [, , cross]) => sum + cross, 0)) / 2;
}

/** The centroid, rounded to a hundredth of a degree. */
function middle(ring: Position[]): [number, number] {
  const pairs = crossed(ring);
  const total = pairs.reduce((sum, [, , cross]) => sum + cross, 0) * 3;
  const at = (axis: 0 | 1) => {
    const sum = pairs.reduce(
      (so, [a, b, cross]) => so + ((a[axis] ?? 0) + (b[axis] ?? 0)) * cross,
      0,
    );
    return Math.round((sum / total) * 100) / 100;
  };
  return [at(0), at(1)];
}

function crossed(ring: Position[]): [Position, Position, number][] {
  return ring.slice(1).map((b, n) => {
    const a = ring[n] ?? b;
    return [a, b, (a[0] ?? 0) * (b[1] ?? 0) - (b[0] ?? 0) * (a[1] ?? 0)];
  });
}
