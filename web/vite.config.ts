import { defineConfig } from "vite";
import { basemap } from "./plugins/basemap.ts";
import { licences } from "./plugins/licences.ts";
import { mapLibrary } from "./plugins/map-library.ts";

export default defineConfig({
  plugins: [mapLibrary(), basemap(), licences()],
  // MapLibre's classes name fields that their parents set: such a name alone must set nothing.
  oxc: {
    assumptions: { setPublicClassFields: true },
    typescript: { removeClassFieldsWithoutInitializer: true },
  },
  build: {
    outDir: "../src/waqai/serve/web",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
});
