/**
 * Names that a text declares at the start of a line. The text may not compile, so this looks and does not parse: it serves
 * to recognise an answer, not to run it.
 *
 * @example [...declaredNames("function half(x) {\n  const y = 1;\n}")] // => ["half"]
 */
export function declaredNames(source: string): ReadonlySet<string> {
  return new Set([...source.matchAll(declaration)].map((found) => found[1] as string));
}

const declaration =
  /^(?:export\s+)?(?:declare\s+)?(?:async\s+)?(?:function\s*\*?|class|const|let|var|interface|type|enum)\s+([\p{ID_Start}$_][\p{ID_Continue}$]*)/gmu;
