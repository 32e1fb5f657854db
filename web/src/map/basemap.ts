/** Names of countries where to write them, loaded once. Borders are loaded by the map's worker. */

import * as addresses from "virtual:basemap";
import type { Feature, FeatureCollection } from "geojson";
import type { Language } from "../state/prefs.ts";

type Label = [lon: number, lat: number, english: string, arabic: string, area: number];
let loaded: Promise<Label[]> | null = null;

/** The address of the borders, as the worker needs it: whole. */
export const borders = new URL(addresses.borders, location.href).href;

export async function names(language: Language): Promise<FeatureCollection> {
  loaded ??= fetch(addresses.labels).then((answer) => answer.json() as Promise<Label[]>);
  const labels = await loaded;
  return { type: "FeatureCollection", features: labels.map((label) => named(label, language)) };
}

function named([lon, lat, english, arabic, area]: Label, language: Language): Feature {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { name: language === "ar" ? arabic : english, area },
  };
}
