import { resolve } from "node:path";
import { cellOptions } from "./cellOptions.ts";
import type { LanguagePlace } from "./languagePlace.ts";
import { moduleResolver } from "./moduleResolver.ts";
import { ts } from "./typescript.ts";

/** @param directory a notebook's folder: its tsconfig.json and packages count */
export function diskPlace(directory: string): LanguagePlace {
  const { options, faults } = cellOptions(directory);
  return {
    tsc: ts,
    directory: resolve(directory),
    options,
    faults,
    system: ts.sys,
    libraryFile: ts.getDefaultLibFilePath,
    resolver: (read) => moduleResolver(directory, options, read),
  };
}
