import { fileURLToPath } from "node:url";

/** What Jupyter calls the kernel unless the user names it otherwise. */
export const defaultName = "genloss";

export interface KernelSpec {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly display_name: string;
  readonly language: "typescript";
  readonly interrupt_mode: "message";
  readonly kernel_protocol_version: string;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/**
 * How the C library keeps memory. One heap for all threads: with one each, as it has it, the kernel takes 30 MB more. And
 * what is freed goes back to the system from the sizes on that it begins with: it raises them as it goes, for 10 MB more.
 */
const mallocEnv: Readonly<Record<string, string>> = {
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
};

/** The kernel.json of this checkout: absolute paths, so that it runs from anywhere and without Python. */
export function kernelSpec(name: string): KernelSpec {
  const start = import.meta.url.endsWith(".ts")
    ? new URL("../launch.mjs", import.meta.url)
    : new URL("../main.ts", import.meta.url); // in a package, where it is JavaScript
  return {
    argv: [process.execPath, "--no-warnings", fileURLToPath(start), "{connection_file}"],
    env: mallocEnv,
    display_name: name === defaultName ? "TypeScript (Generation Loss)" : `TypeScript (${name})`,
    language: "typescript",
    interrupt_mode: "message",
    kernel_protocol_version: "5.5",
    metadata: { debugger: false },
  };
}
