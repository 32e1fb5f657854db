/** Names of countries and towns where to write them, loaded once. The worker loads the borders. */

import * as addresses from "virtual:basemap";
import type { Feature, FeatureCollection } from "geojson";
import type { Language } from "../state/prefs.ts";

/** A country weighs its area, a town its people; the heavier is written first. */
type Label = [lon: number, lat: number, english: string, arabic: string, weight: number];
let loaded: Promise<[countries: Label[], towns: Label[]]> | null = null;

/** The address of the borders, as the worker needs it: whole. */
export const borders = new URL(addresses.borders, location.href).href;

export async function names(language: Language): Promise<FeatureCollection> {
  loaded ??= Promise.all([labels(addresses.labels), labels(addresses.towns)]);
  const [countries, towns] = await loaded;
  const features = [
    ...countries.map((label) => named(label, language, "country")),
    ...towns.map((label) => named(label, language, "town")),
  ];
  return { type: "FeatureCollection", features };
}

async function labels(address: string): Promise<Label[]> {
  return (await fetch(address)).json() as Promise<Label[]>;
}

function named(label: Label, language: Language, kind: string): Feature {
  const [lon, lat, english, arabic, weight] = label;
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { name: language === "ar" ? arabic : english, kind, weight },
  };
}
