// What an install brings: no more than it may weigh, and at run time nothing that only development has.
import assert from "node:assert/strict";
import { type Dirent, lstatSync, readdirSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { sourceFiles } from "./sourceFiles.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

interface Manifest {
  name: string;
  workspaces?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}
interface Installed {
  packages: Record<string, { optional?: boolean; os?: string[] }>;
}
const readJson = <T>(file: string): T => JSON.parse(readFileSync(join(root, file), "utf8")) as T;
const workspaces = readJson<Manifest>("package.json").workspaces ?? [];

test("npm ci brings at most 400 MB", (t) => {
  const { packages } = readJson<Installed>("node_modules/.package-lock.json");
  // Native tfjs-node, where its download is within reach, with what only it needs. Packages for one system are no extras.
  const extras = new Set(
    Object.keys(packages).filter((path) => packages[path]!.optional && !packages[path]!.os),
  );
  const seen = new Set<number>();
  const weights = new Map<string, number>();

  const weigh = (path: string, owner: string): void => {
    if (extras.has(path)) return;
    const { ino, blocks } = lstatSync(join(root, path));
    if (!seen.has(ino)) weights.set(owner, (weights.get(owner) ?? 0) + (blocks * 512) / 2 ** 20);
    seen.add(ino);
    for (const entry of entries(path)) {
      weigh(`${path}/${entry.name}`, packages[`${path}/${entry.name}`] ? `${path}/${entry.name}` : owner);
    }
  };
  const entries = (path: string): Dirent[] =>
    lstatSync(join(root, path)).isDirectory() ? readdirSync(join(root, path), { withFileTypes: true }) : [];
  for (const folder of ["", ...workspaces.map((name) => `${name}/`)]) {
    if (lstatSync(join(root, `${folder}node_modules`), { throwIfNoEntry: false }))
      weigh(`${folder}node_modules`, "links");
  }

  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const heaviest = [...weights].sort(([, a], [, b]) => b - a).slice(0, 12);
  t.diagnostic(`${total.toFixed(0)} MB in ${weights.size} packages`);
  assert.ok(
    total <= 400,
    `${total.toFixed(0)} MB; the heaviest: ${heaviest.map(([name, mb]) => `${name} ${mb.toFixed(0)}`).join(", ")}`,
  );
});

/** Imports that are there at run time: types are erased. */
const imported =
  /^(?:import\s+(?!type\b)(?:[^"';]*?\sfrom\s*)?|export\s+(?!type\b)[^"';]*?\sfrom\s*)["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)(?!\s*\.\w)|\brequire(?:\.resolve)?\(\s*["']([^"'\n]+)["']/gm;

/** Packages that a source loads when it runs. */
function loaded(source: string): string[] {
  const text = source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "").replace(/\btypeof import\([^)]*\)/g, "");
  return [...text.matchAll(imported)]
    .map((found) => found[1] ?? found[2] ?? found[3] ?? "")
    .filter((name) => /^(?:@[\w-]+\/)?[a-z][\w.-]*/.test(name) && !isBuiltin(name))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
}

const granted = (manifest: Manifest): string[] => [
  manifest.name,
  ...Object.keys({
    ...manifest.dependencies,
    ...manifest.optionalDependencies,
    ...manifest.peerDependencies,
  }),
];

for (const folder of ["cli", "kernel", "book", "lib", "data"]) {
  test(`${folder}/ runs on what npm ci --omit=dev installs`, () => {
    const needed = new Set<string>();
    for (const file of sourceFiles(root, folder)) {
      const home = workspaces
        .filter((name) => file.startsWith(`${name}/`))
        .sort((a, b) => b.length - a.length);
      const names = workspaces.map((name) => readJson<Manifest>(`${name}/package.json`).name);
      const allowed = [
        ...granted(readJson<Manifest>(home[0] === undefined ? "package.json" : `${home[0]}/package.json`)),
        ...(home[0] === undefined ? names : []),
      ];
      for (const name of loaded(readFileSync(join(root, file), "utf8"))) {
        needed.add(name);
        assert.ok(allowed.includes(name), `${file} loads ${name}, which is no dependency at run time`);
      }
    }
    if (folder !== "data") assert.ok(needed.size > 0, "the test sees imports");
  });
}
