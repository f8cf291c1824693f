import { fileURLToPath } from "node:url";
import { ensurePython } from "../../../cli/ensurePython.ts";
import { venvProgram } from "../../../cli/venvProgram.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** Apart from `.venv`: readers have no need of it. */
const environment = {
  folder: ".pyarrow",
  packages: ["pyarrow==26.0.1"],
  purpose: "set up pyarrow",
  maker: "the tests",
  advice: "to move it away",
  otherwise: "",
  weight: "about 150 MB",
};

/** A Python that has pyarrow, or why there is none: then tests are skipped with that reason; in CI it is an error. */
export function findPyarrow(): { readonly python: string } | { readonly reason: string } {
  try {
    const folder = ensurePython(root, environment, (line) => console.error(line));
    return { python: venvProgram(folder, "python") };
  } catch (error) {
    if (process.env.CI) throw error;
    return { reason: (error as Error).message.split("\n")[0] ?? "no pyarrow" };
  }
}
