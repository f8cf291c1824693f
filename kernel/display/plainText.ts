import { inspect } from "node-inspect-extracted";

/** A value as text, the same on every host: no colours, long ones cut. */
export function plainText(value: unknown): string {
  try {
    return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 10_000, breakLength: 100 });
  } catch {
    return "(a value that cannot be read)"; // such as a revoked proxy
  }
}
