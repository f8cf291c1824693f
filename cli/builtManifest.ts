/** What of a package.json leads to sources. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly scripts?: object;
  readonly main?: string;
  readonly types?: string;
  readonly exports?: Readonly<Record<string, string>>;
  readonly imports?: Targets;
  readonly typesVersions?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

/** Where a name of the package leads, by condition. */
interface Targets {
  readonly [name: string]: string | Targets;
}

/** A package.json for what is built from the sources that it names: `./x.ts` is `./dist/x.js`, with its types. */
export function builtManifest({ private: _, scripts: _own, ...manifest }: Manifest): object {
  const { main, types, exports, imports, typesVersions } = manifest;
  return {
    ...manifest,
    ...(main && { main: built(main) }),
    ...(types && { types: typesOf(types) }),
    ...(exports && {
      exports: Object.fromEntries(Object.entries(exports).map(([name, path]) => [name, door(path)])),
    }),
    ...(imports && { imports: builtTargets(imports) }),
    ...(typesVersions && { typesVersions: JSON.parse(typesOf(JSON.stringify(typesVersions))) as object }),
    files: ["dist"],
  };
}

const source = /\.\/([^"]+)\.ts\b/g;
const built = (path: string): string => path.replace(source, "./dist/$1.js");
const typesOf = (path: string): string => path.replace(source, "./dist/$1.d.ts");

const door = (path: string): string | object =>
  path.endsWith(".ts") ? { types: typesOf(path), default: built(path) } : path;

const builtTargets = (targets: Targets): Targets =>
  Object.fromEntries(
    Object.entries(targets).map(([name, to]) => [
      name,
      typeof to === "string" ? built(to) : builtTargets(to),
    ]),
  );
