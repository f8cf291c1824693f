import type { MimeBundle } from "../notebook/notebook.ts";
import { plainText } from "./plainText.ts";

/** A value shows itself through this method, as in Deno: it returns a MIME bundle, or a promise of one. */
const displaySymbol = Symbol.for("Jupyter.display");

/** Shows a value that brings its own `Symbol.for("Jupyter.display")`. */
export function renderItself(value: unknown): Promise<MimeBundle> | undefined {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return undefined;
  const method = methodOf(value);
  return typeof method === "function" ? checked(method.call(value)) : undefined;
}

function methodOf(value: object): unknown {
  try {
    return (value as { [displaySymbol]?: unknown })[displaySymbol];
  } catch {
    return undefined; // a proxy whose traps fail does not say how it wants to be shown
  }
}

async function checked(returned: unknown): Promise<MimeBundle> {
  const bundle = await returned;
  const refuse = (requirement: string, got: unknown): never => {
    throw new TypeError(
      `Cannot display the value: its Jupyter.display method must return ${requirement}, got ${plainText(got)}`,
    );
  };
  if (typeof bundle !== "object" || bundle === null || Array.isArray(bundle))
    return refuse("a MIME bundle", bundle);
  const entries = Object.entries(bundle).filter(([, content]) => content !== undefined);
  for (const [mime, content] of entries) {
    if (!/^[\w.+-]+\/[\w.+-]+/.test(mime)) refuse("a MIME bundle, whose keys are MIME types", mime);
    const isJson = mime.endsWith("json");
    if (!isJson && typeof content !== "string") refuse(`text for ${mime}`, content);
    if (isJson && !isJsonable(content)) refuse(`a JSON value for ${mime}`, content);
  }
  return Object.fromEntries(
    entries.map(([mime, content]) => [mime, mime.endsWith("json") ? structured(content) : content]),
  );
}

function isJsonable(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

const structured = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
