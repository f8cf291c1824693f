/** What happens when a cell does not type-check: it is refused, it runs with a note, or nobody looks. */
export type TypePolicy = "error" | "warn" | "off";

const policies: readonly string[] = ["error", "warn", "off"];

/** A first line `// types: error` (or warn, off) decides for one cell, the environment for all others. */
export function typePolicy(source: string, environment: string | undefined): TypePolicy {
  const own = /^\s*\/\/\s*types:\s*(\w+)/.exec(source)?.[1];
  const chosen = [own, environment].find((policy) => policy !== undefined && policies.includes(policy));
  return (chosen ?? "warn") as TypePolicy;
}
