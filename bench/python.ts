import { execFileSync } from "node:child_process";

/**
 * A Python that can import all these modules, or undefined: `GENLOSS_PYTHON` names it, else it is `python3`.
 * A benchmark without its peer says "not compared" and still measures ours.
 */
export function pythonWith(...modules: readonly string[]): string | undefined {
  const python = process.env.GENLOSS_PYTHON ?? "python3";
  try {
    execFileSync(python, ["-c", `import ${modules.join(", ")}`], { stdio: "ignore" });
    return python;
  } catch {
    return undefined;
  }
}
