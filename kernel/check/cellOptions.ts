import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as TypeScript from "typescript";
import { installedVersion } from "../node/installedVersion.ts";
import { findProject } from "./findProject.ts";
import type { ProjectFault } from "./projectFault.ts";
import { ts } from "./typescript.ts";

export interface CellOptions {
  readonly options: TypeScript.CompilerOptions;
  /** What is wrong with the tsconfig.json, if there is one. */
  readonly faults: readonly ProjectFault[];
}

const ownTypes = join(createRequire(import.meta.url).resolve("@types/node/package.json"), "../..");

/** What concerns what is made of a project's files, or which they are. A cell makes no files. */
const ofTheBuild: ReadonlySet<string> = new Set(
  `rootDir outDir outFile declaration declarationDir declarationMap emitDeclarationOnly composite incremental
   tsBuildInfoFile sourceMap inlineSourceMap inlineSources importHelpers isolatedModules isolatedDeclarations
   verbatimModuleSyntax erasableSyntaxOnly noResolve noUnusedLocals noUnusedParameters checkJs`.split(/\s+/),
);

/** What a cell is, whatever the project's files are. */
const ofCells: TypeScript.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  esModuleInterop: true,
  allowSyntheticDefaultImports: true,
  allowJs: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  skipLibCheck: true,
};

/**
 * The options under which the cells of a folder are checked. Of the project's own, those hold that say what code means
 * (how strict, which library, `paths`, `types`, `jsx`); what it leaves open is as its own TypeScript has it.
 */
export function cellOptions(directory: string): CellOptions {
  const found = findProject(directory);
  const project: TypeScript.CompilerOptions = found?.options ?? { strict: true };
  const isOlder = found !== undefined && isBefore6(directory);
  const { lib = libOf(project.target), typeRoots, jsx = ts.JsxEmit.ReactJSX } = project;
  const options: TypeScript.CompilerOptions = {
    ...Object.fromEntries(Object.entries(project).filter(([name]) => !ofTheBuild.has(name))),
    ...ofCells,
    strict: project.strict ?? !isOlder,
    jsx,
    ...(lib && { lib }),
    types: [...(project.types ?? (isOlder ? ["*"] : [])), "node"],
    // Node's types are the project's own, if it has some, else ours: a notebook may lie anywhere.
    typeRoots: [
      ...(typeRoots ?? []),
      ...(ts.getEffectiveTypeRoots({}, { getCurrentDirectory: () => directory }) ?? []),
      ownTypes,
    ],
  };
  return { options, faults: found?.faults ?? [] };
}

/** The library that comes with a language level; undefined where none is said. */
function libOf(target: TypeScript.ScriptTarget | undefined): string[] | undefined {
  return target === undefined ? undefined : [ts.getDefaultLibFileName({ target })];
}

/** Whether the project's TypeScript is one with other defaults: not strict, and all types that are installed. */
function isBefore6(directory: string): boolean {
  const version = installedVersion("typescript", pathToFileURL(join(directory, "cell.ts")).href);
  return version !== undefined && Number.parseInt(version, 10) < 6;
}
