import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { logos } from "../kernel/jupyter/install/kernelMark.ts";
import { javaScriptOf } from "./toJavaScript.ts";

interface RootManifest {
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
}

const main = "cli/studentMain.ts";
/** What is read beside the sources, and not imported. */
const assets = logos.map((logo) => `kernel/jupyter/install/${logo}`);
/** What is started by a path, such as a thread. */
const started = /new URL\("(\.{1,2}\/[^"]+)\.ts", import\.meta\.url\)/g;
const imported = /(?:\bfrom |\bimport ?\(?)"(\.{1,2}\/[^"]+)\.js"/g;

/**
 * Lays out the kernel and its command as a package: what `cli/studentMain.ts` reaches, as JavaScript, in the folders that
 * it has here. What it does not reach, such as the exercises and the book, is not in it.
 */
export function stageTool(root: string, target: string): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  };
  const texts = reached(root);
  for (const [path, text] of texts) write(path.replace(/\.ts$/, ".js"), text);
  for (const path of assets) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join(root, path), join(target, path));
  }
  const launcher = readFileSync(join(root, "cli/genloss.mjs"), "utf8");
  // Its users have no lock file from us.
  write(
    "cli/genloss.mjs",
    launcher.replaceAll("./main.ts", "./studentMain.js").replaceAll("npm ci", "npm install"),
  );
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as RootManifest;
  write(
    "package.json",
    `${JSON.stringify(toolManifest(manifest, [...texts.values()].join("\n")), null, 2)}\n`,
  );
  write("README.md", readMe);
  write("LICENSE", readFileSync(join(root, "LICENSE"), "utf8"));
}

/** The sources that the command imports or starts, as JavaScript, by the paths that they have here. */
function reached(root: string): Map<string, string> {
  const texts = new Map<string, string>();
  const queue = [main];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    if (texts.has(path)) continue;
    const code = javaScriptOf(readFileSync(join(root, path), "utf8"), path);
    const folder = posix.dirname(path);
    for (const found of [...code.matchAll(imported), ...code.matchAll(started)])
      queue.push(posix.join(folder, `${found[1]}.ts`));
    texts.set(path, code.replace(started, 'new URL("$1.js", import.meta.url)'));
  }
  return texts;
}

/** Its package.json: of our dependencies those that it names, in the versions with which it is tested. */
function toolManifest({ version, license, dependencies }: RootManifest, code: string): object {
  const needs = ([name]: readonly [string, string]): boolean =>
    new RegExp(`["'\`]${name}(?:/[^"'\`]*)?["'\`]`).test(code);
  return {
    name: "generation-loss-kernel",
    version,
    description: "TypeScript in Jupyter, for the notebooks of the course Generation Loss.",
    license,
    type: "module",
    bin: { genloss: "cli/genloss.mjs" },
    engines: { node: ">=20" },
    dependencies: Object.fromEntries(
      Object.entries(dependencies).filter((each) => needs(each) || each[0] === "node"),
    ),
  };
}

const readMe = `# generation-loss-kernel

TypeScript in Jupyter and VS Code, for the notebooks of the course *Generation Loss*. In a folder where it is installed:

\`\`\`sh
npx genloss lab                     # JupyterLab with the kernel, in a .venv of the folder; needs Python 3
npx genloss kernel install --user   # the kernel for a Jupyter or VS Code that you have
npx genloss run NOTEBOOK.ipynb      # a notebook without Jupyter
\`\`\`
`;
