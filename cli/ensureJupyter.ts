import { join } from "node:path";
import { ensurePython } from "./ensurePython.ts";

/** What the local environment holds: the versions that the kernel is tested with. */
const packages = ["jupyterlab==4.6.*", "ipywidgets==8.*", "nbclient", "nbconvert"];

/**
 * Gives the project's own Jupyter in `.venv`, made on first use.
 *
 * @param root the project's folder
 * @param more packages needed beyond JupyterLab
 * @returns the environment's folder
 * @throws {Refusal} (exit code 2) if `.venv` is somebody else's, there is no Python, or the packages cannot be had; it says what to do
 */
export function ensureJupyter(
  root: string,
  onProgress: (line: string) => void,
  more: readonly string[] = [],
): string {
  const environment = {
    folder: ".venv",
    packages: [...packages, ...more],
    purpose: "set up Jupyter",
    maker: "genloss lab",
    advice: `to move it away, or to use the Jupyter in it:  npx genloss kernel install --prefix ${join(root, ".venv")}`,
    otherwise:
      "\n  Or     npx genloss kernel install --user, with a Jupyter or VS Code that you have\n  Or     npx genloss run NOTEBOOK.ipynb, which needs no Python",
    weight: "about 200 MB",
  };
  return ensurePython(root, environment, onProgress);
}
