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

/** The kernel.json of this checkout: absolute paths, so that it runs from anywhere and without Python. */
export function kernelSpec(name: string): KernelSpec {
  const main = fileURLToPath(new URL("../main.ts", import.meta.url));
  return {
    argv: [process.execPath, "--no-warnings", main, "{connection_file}"],
    // One heap for all threads: with one each, as the C library has it, the kernel takes 30 MB more.
    env: { MALLOC_ARENA_MAX: "1" },
    display_name: name === defaultName ? "TypeScript (Generation Loss)" : `TypeScript (${name})`,
    language: "typescript",
    interrupt_mode: "message",
    kernel_protocol_version: "5.5",
    metadata: { debugger: false },
  };
}
