/** The map itself, on an element of the page; loaded when a page first needs it. */
import type { FeatureCollection } from "geojson";
import {
  type GeoJSONSource,
  Map as MapLibre,
  type MapMouseEvent,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "virtual:map-worker-url";
import type { Language } from "../state/prefs.ts";
import { borders, names } from "./basemap.ts";
import { CONTEXT } from "./cells.ts";
import { style } from "./style.ts";

setWorkerUrl(workerUrl);

export type Box = [south: number, west: number, north: number, east: number];

const PADDING = 44;
const EVERYWHERE = { center: [42, 27] as [number, number], zoom: 2.6 };

function lngLat([south, west, north, east]: Box): [number, number, number, number] {
  return [west, south, east, north];
}

export interface Listeners {
  /** The place of a cell in what was last drawn was pressed. */
  onCell?: (cell: number) => void;
  /** The map came to rest at a zoom. */
  onRest?: (zoom: number, view: Box) => void;
}

export class Canvas {
  private readonly drawn: Record<string, FeatureCollection> = {};
  private ready = false;

  private constructor(private readonly map: MapLibre) {}

  /** Draw on `element`. Throws where the browser has no WebGL. */
  static on(
    element: HTMLElement,
    label: string,
    language: Language,
    told: Listeners,
    start: Box | null,
  ): Canvas {
    const map = new MapLibre({
      container: element,
      style: style(borders),
      ...(start
        ? { bounds: lngLat(start), fitBoundsOptions: { padding: PADDING, maxZoom: CONTEXT } }
        : EVERYWHERE),
      maxZoom: 14,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      fadeDuration: 0,
      renderWorldCopies: false,
      validateStyle: false,
      locale: { "Map.Title": label },
    });
    map.addControl(new ScaleControl({ maxWidth: 90 }), "bottom-left");
    map.touchZoomRotate.disableRotation();
    map.keyboard.disableRotation();
    const canvas = new Canvas(map);
    canvas.listen(told);
    // Names come when all else is painted.
    map.once("idle", () => void canvas.write(language));
    return canvas;
  }

  /** Put features into a source of the style. */
  draw(source: "cells" | "marks" | "labels", features: FeatureCollection): void {
    this.drawn[source] = features;
    if (this.ready) this.map.getSource<GeoJSONSource>(source)?.setData(features);
  }

  /** Take on the page's language and theme. */
  restyle(language: Language): void {
    this.ready = false;
    this.map.once("style.load", () => this.refill());
    this.map.setStyle(style(borders), { diff: false });
    void this.write(language);
  }

  /** Show a box, no closer than `zoom`. */
  fit(box: Box, zoom: number, animate = true): void {
    this.map.fitBounds(lngLat(box), { padding: PADDING, maxZoom: zoom, animate });
  }

  /** Bring a point into view where it is outside. */
  reveal(lat: number, lon: number): void {
    const seen = this.map.getBounds().contains([lon, lat]);
    if (!seen) this.map.easeTo({ center: [lon, lat] });
  }

  zoom(by: number): void {
    this.map.zoomTo(this.map.getZoom() + by);
  }

  resize(): void {
    this.map.resize();
  }

  remove(): void {
    this.map.remove();
  }

  private async write(language: Language): Promise<void> {
    this.draw("labels", await names(language));
  }

  private refill(): void {
    this.ready = true;
    for (const [source, features] of Object.entries(this.drawn)) {
      this.map.getSource<GeoJSONSource>(source)?.setData(features);
    }
  }

  private listen({ onCell, onRest }: Listeners): void {
    this.map.once("style.load", () => this.refill());
    this.map.on(
      "click",
      "cells",
      (event: MapMouseEvent & { features?: { properties: unknown }[] }) => {
        const told = event.features?.at(-1)?.properties as { cell?: number } | undefined;
        if (told?.cell !== undefined) onCell?.(told.cell);
      },
    );
    for (const [name, cursor] of [
      ["mouseenter", "pointer"],
      ["mouseleave", ""],
    ] as const) {
      this.map.on(name, "cells", () => {
        this.map.getCanvas().style.cursor = cursor;
      });
    }
    const rest = () => onRest?.(this.map.getZoom(), this.view());
    this.map.on("moveend", rest);
    rest();
    this.map.on("idle", () => {
      this.map.getContainer().dataset.painted = Object.keys(this.drawn).join(" ");
    });
  }

  private view(): Box {
    const bounds = this.map.getBounds();
    return [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  }
}
