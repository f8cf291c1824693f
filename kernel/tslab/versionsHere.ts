import { createRequire } from "node:module";

/** The versions that tslab tells its notebooks. TypeScript's comes from its package, which is not loaded for it. */
export function versionsHere(): Record<"tslab" | "typescript" | "node", string> {
  const { version } = createRequire(import.meta.url)("typescript/package.json") as { version: string };
  return { tslab: "1.0.22", typescript: version, node: process.version };
}
