/**
 * MapLibre built from its sources, so that page and worker share one chunk instead of two copies,
 * and without what no map of the desk draws: each shader left out is one less to compile.
 */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const SOURCES = resolve("node_modules/maplibre-gl/src");
const ADDRESS = "virtual:map-worker-url";
const UNUSED =
  /webgl\/draw\/draw_(sky|hillshade|color_relief|heatmap|fill_extrusion|raster|custom)\.ts$/;

export function mapLibrary(): Plugin {
  let worker = "";
  return {
    name: "map-library",
    enforce: "pre",
    buildStart() {
      worker = this.emitFile({ type: "chunk", id: resolve(SOURCES, "source/worker.ts") });
    },
    resolveId(id) {
      if (id === "maplibre-gl") return resolve(SOURCES, "index.ts");
      return id === ADDRESS ? `\0${ADDRESS}` : null;
    },
    load(id) {
      if (UNUSED.test(id)) return idle(readFileSync(id, "utf8"));
      return id === `\0${ADDRESS}` ? `export default import.meta.ROLLUP_FILE_URL_${worker};` : null;
    },
  };
}

/** The functions that a module exports, doing nothing. Throws where it exports none. */
function idle(source: string): string {
  const names = [...source.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  if (!names.length) throw new Error("a drawing module of MapLibre exports no function any more");
  return names.map((name) => `export function ${name}() {}`).join("\n");
}
