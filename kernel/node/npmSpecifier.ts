/** A package by the name that the npm registry has for it, as Deno writes it: `npm:lodash@4/fp`. */
export interface NpmSpecifier {
  readonly name: string;
  /** Versions that serve; a tag such as "latest"; "" for any. */
  readonly range: string;
  /** What Node imports: the name and the path inside the package. */
  readonly bare: string;
  /** What `npm install` takes. */
  readonly wanted: string;
}

/** Reads `npm:name@range/path`; undefined for any other specifier. */
export function npmSpecifier(specifier: string): NpmSpecifier | undefined {
  const found = /^npm:\/?((?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*)(?:@([^/]*))?(\/.*)?$/.exec(specifier);
  if (!found) return undefined;
  const [, name = "", range = "", path = ""] = found;
  return {
    name,
    range,
    bare: path === "/" ? name : name + path,
    wanted: range === "" ? name : `${name}@${range}`,
  };
}
