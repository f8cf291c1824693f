import { homedir, platform } from "node:os";
import { join } from "node:path";
import { Refusal } from "../../refusal.ts";

/** Where Jupyter keeps a user's data, as `jupyter --data-dir` says. */
export function jupyterDataFolder(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform() === "darwin") return join(homedir(), "Library", "Jupyter");
  if (platform() === "win32") return join(APPDATA ?? homedir(), "jupyter");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
}

/**
 * The folder of a kernel: the user's own, or below an environment's prefix.
 *
 * @throws {Refusal} (exit code 2) if the name is no kernel name, so that no name leads out of the folder of kernels
 */
export function kernelFolder(name: string, prefix?: string): string {
  if (!/^[a-z0-9._-]*[a-z0-9_-][a-z0-9._-]*$/i.test(name)) {
    throw new Refusal(
      `Cannot name a kernel: --name must be letters, digits, "_", "-" and not only ".", got "${name}"`,
      2,
    );
  }
  if (prefix === "") throw new Refusal('Cannot place the kernel: --prefix must name a folder, got ""', 2);
  const data = prefix === undefined ? jupyterDataFolder() : join(prefix, "share", "jupyter");
  return join(data, "kernels", name);
}
