import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { python } from "./smallBook.ts";

/** Of marimo 0.25's exported pages. */
const versions = { pyodide: "314.0.0", marimo: "0.25.2", webr: "0.6.0" } as const;
const place = join(tmpdir(), "genloss-bench", "pages");

/** A page that loads Pyodide alone and computes the small notebook: the least that any page on Pyodide does. */
const pyodidePage = `<!doctype html><title>Pyodide alone</title><script type="module">
import { loadPyodide } from "/pyodide/pyodide.mjs";
const pyodide = await loadPyodide({ indexURL: "/pyodide/" });
pyodide.runPython(${JSON.stringify(python)});
document.title = "done " + pyodide.runPython("rows[-1]['variance']");
</script>`;

/** The package of npm, unpacked in a temporary folder on first use. @throws where npm cannot get it */
export function npmPackage(name: "pyodide" | "webr"): string {
  const folder = join(place, `${name}-${versions[name]}`);
  if (existsSync(join(folder, "package"))) return join(folder, "package");
  mkdirSync(folder, { recursive: true });
  execFileSync("npm", ["pack", "--silent", `${name}@${versions[name]}`], { cwd: folder });
  execFileSync("tar", ["xzf", `${name}-${versions[name]}.tgz`], { cwd: folder });
  return join(folder, "package");
}

/** A folder with the page that has Pyodide alone. */
export function pyodideAlone(): string {
  const folder = join(place, "alone");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "index.html"), pyodidePage);
  return folder;
}

/** The small notebook as marimo exports it for a browser. @throws where pip cannot get marimo */
export function marimoExport(): string {
  const folder = join(place, `marimo-${versions.marimo}`);
  const bin = join(folder, "venv/bin");
  if (!existsSync(join(bin, "marimo"))) {
    mkdirSync(folder, { recursive: true });
    execFileSync("python3", ["-m", "venv", join(folder, "venv")]);
    // It exports by uv.
    execFileSync(join(bin, "pip"), ["install", "--quiet", `marimo==${versions.marimo}`, "uv"]);
  }
  const indented = python.trim().replaceAll("\n", "\n    ");
  writeFileSync(
    join(folder, "small.py"),
    `import marimo\n\napp = marimo.App()\n\n\n@app.cell\ndef _():\n    ${indented}\n    rows\n    return\n\n\nif __name__ == "__main__":\n    app.run()\n`,
  );
  const out = join(folder, "out");
  execFileSync(join(bin, "marimo"), ["export", "html-wasm", "small.py", "-o", out, "--mode", "run", "-f"], {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}` },
    stdio: ["ignore", "ignore", "ignore"],
  });
  return out;
}
