/** Borders and names of countries, loaded once. */

import * as addresses from "virtual:basemap";
import type { Feature, FeatureCollection } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Language } from "../state/prefs.ts";

type Label = [lon: number, lat: number, english: string, arabic: string, area: number];
let loaded: Promise<[FeatureCollection, Label[]]> | null = null;

export async function basemap(language: Language): Promise<[FeatureCollection, FeatureCollection]> {
  loaded ??= load();
  const [borders, labels] = await loaded;
  return [borders, { type: "FeatureCollection", features: labels.map((l) => named(l, language)) }];
}

async function load(): Promise<[FeatureCollection, Label[]]> {
  const [shapes, labels] = await Promise.all([
    json<Topology>(addresses.borders),
    json<Label[]>(addresses.labels),
  ]);
  return [feature(shapes, shapes.objects.countries as GeometryCollection), labels];
}

async function json<T>(address: string): Promise<T> {
  return (await fetch(address)).json() as Promise<T>;
}

function named([lon, lat, english, arabic, area]: Label, language: Language): Feature {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { name: language === "ar" ? arabic : english, area },
  };
}
