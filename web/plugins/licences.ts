/** The licences of all that is built into the pages, as one file beside them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";

const MODULES = resolve("node_modules");
/** What gives the pages files or data and no modules. */
const DATA = ["world-atlas", "@fontsource/ibm-plex-sans-arabic", "@fontsource/noto-naskh-arabic"];

export function licences(): Plugin {
  return {
    name: "licences",
    generateBundle() {
      const used = [...this.getModuleIds()].flatMap((id) => packageOf(id) ?? []);
      const names = [...new Set([...DATA, ...used])].sort();
      const source = names.map(licence).join("\n");
      this.emitFile({ type: "asset", fileName: "licences.txt", source });
    },
  };
}

/** The package that a module is of; null for the pages' own. */
function packageOf(id: string): string | null {
  const [, path] = id.split(/node_modules\/(?!.*node_modules\/)/);
  const parts = path?.split("/") ?? [];
  return parts[0]?.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? null);
}

function licence(name: string): string {
  const folder = resolve(MODULES, name);
  const about = existsSync(folder) ? manifest(folder) : {};
  const file = existsSync(folder) && readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(resolve(folder, file), "utf8") : "";
  return `${name} ${about.version ?? ""} (${about.license ?? "see its parent"})\n\n${text.trim()}\n${"-".repeat(72)}`;
}

function manifest(folder: string): { version?: string; license?: string } {
  return JSON.parse(readFileSync(resolve(folder, "package.json"), "utf8"));
}
