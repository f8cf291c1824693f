const made = new WeakMap<object, Record<string, unknown>>();

/**
 * A CommonJS module that was compiled from an ES module says so by `__esModule`, and keeps its default export beside the
 * others. Node gives all of it as the default, TypeScript and those who compile to CommonJS what its author exported. The
 * checker takes TypeScript's word, so the values do too.
 */
export function withDefault(module: Record<string, unknown>): Record<string, unknown> {
  const exports = module["module.exports"];
  if (typeof exports !== "object" && typeof exports !== "function") return module;
  if (exports === null || !isCompiled(exports)) return module;
  const known = made.get(exports);
  if (known) return known;
  const own = Object.create(null, { [Symbol.toStringTag]: { value: "Module" } }) as Record<string, unknown>;
  for (const name of Object.keys(exports))
    Object.defineProperty(own, name, { get: () => Reflect.get(exports, name), enumerable: true });
  made.set(exports, own);
  return own;
}

function isCompiled(exports: object): boolean {
  try {
    return Reflect.get(exports, "__esModule") === true;
  } catch {
    return false;
  }
}
