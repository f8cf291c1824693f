import type * as TypeScript from "typescript";
import type ts from "typescript";
import type { ProjectFault } from "./projectFault.ts";

/** Finds the files of imports. */
export type Resolver = Pick<TypeScript.LanguageServiceHost, "resolveModuleNameLiterals"> &
  Pick<TypeScript.CompilerHost, "getModuleResolutionCache">;

/** Files that are no cells: a disk's, or those that a page holds. */
export type LanguageSystem = Pick<TypeScript.System, "readFile" | "fileExists"> &
  Partial<
    Pick<
      TypeScript.System,
      "directoryExists" | "getDirectories" | "getModifiedTime" | "readDirectory" | "realpath"
    >
  >;

/** What stands around a notebook's cells: options, libraries, and how an import finds its file. */
export interface LanguagePlace {
  /** TypeScript itself. */
  readonly tsc: typeof ts;
  /** The folder of the cells. */
  readonly directory: string;
  readonly options: TypeScript.CompilerOptions;
  /** What is wrong with the options. */
  readonly faults: readonly ProjectFault[];
  readonly system: LanguageSystem;
  /** The file of TypeScript's own library that comes with some options; others lie beside it. */
  libraryFile(options: TypeScript.CompilerOptions): string;
  /** @param read the text of a file, cells included */
  resolver(read: (file: string) => string | undefined): Resolver;
}
