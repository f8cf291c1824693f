/**
 * Gives `Symbol.dispose` and `Symbol.asyncDispose` to an engine that has none yet: a class with such a method would have a
 * method "undefined" there. Imported before whatever declares one. The symbols are those that esbuild's `using` falls back to.
 */
for (const name of ["dispose", "asyncDispose"] as const) {
  if (Symbol[name] === undefined)
    Object.defineProperty(Symbol, name, { value: Symbol.for(`Symbol.${name}`) });
}
