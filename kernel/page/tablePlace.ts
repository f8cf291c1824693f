import ts from "typescript";
import type { LanguagePlace, Resolver } from "../check/languagePlace.ts";
import { fileBeside, libraryFolder, type TypesPack, type TypesTable } from "./typesTable.ts";

const cells = "/cells";

/** What stands around the cells of a page: the types that it holds, and no disk. */
export function tablePlace({ options, entries }: TypesTable, packs: readonly TypesPack[]): LanguagePlace {
  const files = new Map(packs.flatMap((pack) => Object.entries(pack.files)));
  const links = new Map(packs.flatMap((pack) => Object.entries(pack.links)));
  const isThere = (file: string): boolean => files.has(file);
  const find = (asked: string, from: string): string | undefined => {
    if (from.startsWith(`${cells}/`)) return Object.hasOwn(entries, asked) ? entries[asked] : undefined;
    const link = links.get(from)?.[asked];
    return link ?? (asked.startsWith(".") ? fileBeside(from, asked, isThere) : undefined);
  };
  return {
    tsc: ts,
    directory: cells,
    options,
    faults: [],
    system: {
      readFile: (file) => files.get(file),
      fileExists: isThere,
      directoryExists: (folder) => [...files.keys()].some((file) => file.startsWith(`${folder}/`)),
    },
    libraryFile: (options) => `${libraryFolder}/${ts.getDefaultLibFileName(options)}`,
    resolver: (read): Resolver & Pick<ts.LanguageServiceHost, "resolveTypeReferenceDirectiveReferences"> => ({
      resolveModuleNameLiterals: (literals, from) =>
        literals.map(({ text }) => {
          const beside = /^\.\/(cell-\d+\.ts)$/.exec(text)?.[1];
          const ofCell = beside === undefined ? undefined : `${cells}/${beside}`;
          const file = ofCell !== undefined && read(ofCell) !== undefined ? ofCell : find(text, from);
          return {
            resolvedModule:
              file === undefined ? undefined : { resolvedFileName: file, extension: extensionOf(file) },
          };
        }),
      resolveTypeReferenceDirectiveReferences: (names, from) =>
        names.map((name) => {
          const file = find(`types:${typeof name === "string" ? name : name.fileName}`, from);
          return {
            resolvedTypeReferenceDirective:
              file === undefined ? undefined : { resolvedFileName: file, primary: false },
          };
        }),
    }),
  };
}

function extensionOf(file: string): string {
  if (file.endsWith(".json")) return ts.Extension.Json;
  if (/\.d\.[mc]?ts$/.test(file)) return ts.Extension.Dts;
  return file.endsWith(".tsx") ? ts.Extension.Tsx : file.endsWith(".js") ? ts.Extension.Js : ts.Extension.Ts;
}
