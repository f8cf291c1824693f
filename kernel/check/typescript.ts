import { createRequire } from "node:module";
import type * as TypeScript from "typescript";

/** TypeScript. An `import` would read its nine megabytes three times: for the form, for the names, to run them. */
export const ts: typeof TypeScript = createRequire(import.meta.url)("typescript");
