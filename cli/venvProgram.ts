import { join } from "node:path";

/** Where a Python environment keeps a program, such as "python". */
export function venvProgram(folder: string, name: string): string {
  return process.platform === "win32" ? join(folder, "Scripts", `${name}.exe`) : join(folder, "bin", name);
}
