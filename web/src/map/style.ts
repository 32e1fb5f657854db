/** The look of the map: borders, names of countries, clusters, marks. Colours are the page's. */
import type { FeatureCollection } from "geojson";
import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";

export const NOTHING: FeatureCollection = { type: "FeatureCollection", features: [] };
const FONT = ["Plex"];

/** The style; all but the borders is drawn into it later. */
export function style(borders: string): StyleSpecification {
  const colour = palette();
  return {
    version: 8,
    sources: {
      borders: { type: "geojson", data: borders, maxzoom: 9 },
      labels: data(NOTHING),
      cells: data(NOTHING),
      marks: data(NOTHING),
    },
    layers: [...ground(colour), ...names(colour), ...clusters(colour), ...marks(colour)],
  };
}

function data(of: FeatureCollection | string): SourceSpecification {
  return { type: "geojson", data: of };
}

type Palette = Record<
  "water" | "land" | "border" | "ink" | "paper" | "accent" | "warn" | "soft",
  string
>;

function palette(): Palette {
  const told = getComputedStyle(document.documentElement);
  const of = (name: string) => told.getPropertyValue(name).trim();
  return {
    water: of("--water"),
    land: of("--land"),
    border: of("--border-map"),
    ink: of("--ink-3"),
    paper: of("--panel"),
    accent: of("--accent"),
    warn: of("--warn"),
    soft: of("--accent-ink"),
  };
}

function ground(colour: Palette): LayerSpecification[] {
  return [
    { id: "water", type: "background", paint: { "background-color": colour.water } },
    {
      id: "land",
      type: "fill",
      source: "borders",
      paint: { "fill-color": colour.land, "fill-antialias": false },
    },
    {
      id: "borders",
      type: "line",
      source: "borders",
      paint: {
        "line-color": colour.border,
        "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.6, 7, 1.6],
      },
    },
  ];
}

function names(colour: Palette): LayerSpecification[] {
  const look = { "text-color": colour.ink, "text-halo-color": colour.land, "text-halo-width": 1.4 };
  const order = ["-", 0, ["get", "weight"]] as ["-", number, ["get", string]];
  return [
    {
      id: "towns",
      type: "symbol",
      source: "labels",
      minzoom: 4,
      filter: [
        "all",
        ["==", ["get", "kind"], "town"],
        [">=", ["get", "weight"], ["step", ["zoom"], 700, 5, 250, 6, 90, 7, 20]],
      ],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 4, 11, 9, 14],
        "symbol-sort-key": order,
        "text-padding": 8,
      },
      paint: look,
    },
    {
      id: "countries",
      type: "symbol",
      source: "labels",
      maxzoom: 7,
      filter: ["==", ["get", "kind"], "country"],
      layout: {
        "text-field": ["get", "name"],
        "text-font": FONT,
        "text-size": ["interpolate", ["linear"], ["zoom"], 2, 11, 6, 16],
        "text-letter-spacing": 0,
        "symbol-sort-key": order,
        "text-max-width": 8,
        "text-padding": 6,
      },
      paint: { ...look, "text-opacity": 0.85 },
    },
  ];
}

function clusters(colour: Palette): LayerSpecification[] {
  return [
    {
      id: "cells",
      type: "circle",
      source: "cells",
      paint: {
        "circle-radius": ["get", "size"],
        "circle-color": colour.accent,
        "circle-opacity": ["case", [">", ["get", "n"], 1], 0.82, 0.95],
        "circle-stroke-color": ["case", ["get", "disputed"], colour.warn, colour.paper],
        "circle-stroke-width": ["case", ["get", "disputed"], 2.4, 1.2],
      },
    },
    {
      id: "counts",
      type: "symbol",
      source: "cells",
      layout: {
        "text-field": ["get", "label"],
        "text-font": FONT,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
        "text-size": ["interpolate", ["linear"], ["get", "size"], 6, 10, 30, 14],
      },
      paint: { "text-color": colour.soft },
    },
  ];
}

function marks(colour: Palette): LayerSpecification[] {
  const kind = ["get", "kind"] as const;
  return [
    {
      id: "reach",
      type: "fill",
      source: "marks",
      filter: ["==", ["geometry-type"], "Polygon"],
      paint: {
        "fill-color": colour.accent,
        "fill-opacity": 0.13,
        "fill-outline-color": colour.accent,
      },
    },
    {
      id: "marks",
      type: "circle",
      source: "marks",
      filter: ["==", ["geometry-type"], "Point"],
      paint: {
        "circle-radius": ["match", [...kind], "chosen", 13, "other", 5, 7],
        "circle-color": ["match", [...kind], "best", colour.accent, colour.paper],
        "circle-opacity": ["match", [...kind], "chosen", 0, 1],
        "circle-stroke-color": [
          "match",
          [...kind],
          "other",
          colour.ink,
          "chosen",
          colour.warn,
          colour.accent,
        ],
        "circle-stroke-width": ["match", [...kind], "chosen", 3.5, 2],
      },
    },
    {
      id: "mark-names",
      type: "symbol",
      source: "marks",
      filter: ["==", ["geometry-type"], "Point"],
      layout: {
        "text-field": ["coalesce", ["get", "name"], ""],
        "text-font": FONT,
        "text-size": 12,
        "text-anchor": "top",
        "text-offset": [0, 0.8],
        "text-optional": true,
      },
      paint: { "text-color": colour.ink, "text-halo-color": colour.land, "text-halo-width": 1.6 },
    },
  ];
}
