/** What of Node is used here; the library has no Node types. */
interface NodeProcess {
  cwd(): string;
  getBuiltinModule(name: "module"): { createRequire(from: string): (name: string) => unknown };
}

/**
 * An optional package, in Node. An `import` of one that is missing fails before any line of ours runs; this says in words
 * what to install.
 *
 * @param door how the part of this library that needs it is imported
 * @param remedy what to do
 * @throws {Error} if it is not installed, or does not load
 */
export function installed<Module>(name: string, door: string, remedy: string): Module {
  const { process } = globalThis as unknown as { process: NodeProcess };
  const { url } = import.meta as unknown as { url?: string }; // a bundle of CommonJS has none
  try {
    return process.getBuiltinModule("module").createRequire(url ?? `${process.cwd()}/`)(name) as Module;
  } catch (cause) {
    const { code, message } = cause as Error & { code?: string };
    const isMissing = code === "MODULE_NOT_FOUND" && message.includes(`'${name}'`);
    const what = isMissing ? "is not installed" : `does not load (“${message.split("\n", 1)[0]}”)`;
    throw new Error(`Cannot load ${door}: ${name} ${what}; ${remedy}`, { cause });
  }
}
