import { homedir, platform } from "node:os";
import { join } from "node:path";

/** Where Jupyter keeps a user's data, as `jupyter --data-dir` says. */
export function jupyterDataFolder(): string {
  const { JUPYTER_DATA_DIR, XDG_DATA_HOME, APPDATA } = process.env;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform() === "darwin") return join(homedir(), "Library", "Jupyter");
  if (platform() === "win32") return join(APPDATA ?? homedir(), "jupyter");
  return join(XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
}

/** The folder of a kernel: the user's own, or below an environment's prefix. */
export function kernelFolder(name: string, prefix?: string): string {
  const data = prefix === undefined ? jupyterDataFolder() : join(prefix, "share", "jupyter");
  return join(data, "kernels", name);
}
