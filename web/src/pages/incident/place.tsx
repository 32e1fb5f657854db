/** Where it was: how precisely, and where else it could have been. */
import type { Feature, FeatureCollection } from "geojson";
import { useEffect, useState } from "preact/hooks";
import type { PlaceOption } from "../../data/incident.ts";
import { country, digitsOf, num, percent } from "../../i18n/format.ts";
import { code, say } from "../../i18n/index.ts";
import { unit } from "../../i18n/units.ts";
import { circle } from "../../map/circle.ts";
import { type Box, type Canvas, MapBox } from "../../map/map.tsx";
import { language } from "../../state/prefs.ts";
import { Name, Words } from "../../text/words.tsx";

/** How far from its point a place of a kind reaches, in kilometres. */
const REACH: Record<string, number> = { point: 0.5, district: 2, town: 5, area: 25, province: 80 };
const CLOSE: Record<string, number> = {
  point: 10,
  district: 10,
  town: 8.5,
  area: 7,
  province: 5.5,
};

export function PlacePanel({ places, words }: { places: PlaceOption[]; words: string | null }) {
  const located = places.some(({ value }) => value.lat !== null);
  return (
    <section class="panel" aria-label={say("places")}>
      <header>
        <h2>{say("places")}</h2>
      </header>
      {located && <Shown places={places} />}
      <div class="body">
        {!places.length && <p class="quiet">{say("unknown")}</p>}
        <ol class="places">
          {places.map((option, n) => (
            <Option
              key={`${option.value.name} ${option.value.lat}`}
              option={option}
              words={n === 0 ? words : null}
            />
          ))}
        </ol>
      </div>
    </section>
  );
}

function Option({ option, words }: { option: PlaceOption; words: string | null }) {
  const { value } = option;
  const reach = REACH[value.kind];
  const kind = code("place", value.kind);
  return (
    <li>
      <p>
        <b>
          {words && language.value === "ar" ? <Words text={words} /> : <Name text={value.name} />}
        </b>{" "}
        <Name
          class="quiet"
          text={[value.admin1 && unit(value.country, value.admin1), country(value.country)]
            .filter(Boolean)
            .join(" · ")}
        />{" "}
        {option.judgement && <span class="badge good">{say("judged")}</span>}
      </p>
      <p class="quiet">
        {reach ? say("precision_of", { kind, km: digitsOf(String(reach)) }) : kind}
        {value.lat === null ? ` · ${say("no_point")}` : ""} ·{" "}
        {say("reports_n", { n: num(option.reports.length) })}
      </p>
      {value.candidates.length > 0 && (
        <p>
          {say("runners_up")}:{" "}
          {value.candidates.slice(0, 5).map((other, n) => (
            <span key={`${other.lat} ${other.lon}`}>
              {n > 0 && " · "}
              <Name text={other.name} />{" "}
              <span class="quiet num">
                {country(other.country)} {percent(other.score)}
              </span>
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

function Shown({ places }: { places: PlaceOption[] }) {
  const [canvas, setCanvas] = useState<Canvas | null>(null);
  useEffect(() => {
    if (!canvas) return;
    canvas.draw("marks", marks(places));
    const all = around(places);
    if (all) canvas.fit(all, CLOSE[places[0]?.value.kind ?? ""] ?? 5, false);
  }, [canvas, places]);
  return (
    <div class="place-map">
      <MapBox label={say("places")} onReady={setCanvas} />
    </div>
  );
}

/** Each place with its reach, and the runners-up of the best one. */
function marks(places: PlaceOption[]): FeatureCollection {
  const found: Feature[] = [];
  for (const [n, { value }] of places.entries()) {
    const { lat, lon } = value;
    if (lat === null || lon === null) continue;
    const reach = REACH[value.kind];
    if (n === 0 && reach)
      found.push({ type: "Feature", geometry: circle(lat, lon, reach), properties: {} });
    if (n === 0)
      for (const other of value.candidates.slice(0, 5))
        found.push(point(other.lat, other.lon, "other", other.name));
    found.push(point(lat, lon, n === 0 ? "best" : "option", value.name));
  }
  return { type: "FeatureCollection", features: found };
}

function point(lat: number, lon: number, kind: string, name: string): Feature {
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lon, lat] },
    properties: { kind, name },
  };
}

function around(places: PlaceOption[]): Box | null {
  const first = places[0]?.value;
  const all = [...places.map(({ value }) => value), ...(first?.candidates.slice(0, 5) ?? [])];
  const at = all.filter((one) => one.lat !== null && one.lon !== null) as {
    lat: number;
    lon: number;
  }[];
  if (!at.length) return null;
  const [lats, lons] = [at.map((one) => one.lat), at.map((one) => one.lon)];
  return [Math.min(...lats), Math.min(...lons), Math.max(...lats), Math.max(...lons)];
}
