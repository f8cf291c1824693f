// What others install: packed, installed in an empty folder as the read-me says, and used there.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { packPackages } from "../../cli/packPackages.ts";
import { fromNpm } from "../tools/fromNpm.ts";
import { ProgramFailed, runProgram } from "../tools/runProgram.ts";
import { consumerTools } from "./consumerTools.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "consumer-"));
after(() => rmSync(folder, { recursive: true }));

const status = (): string =>
  execFileSync("git", ["status", "--porcelain", "--ignored", "--", "lib", "data"], {
    cwd: root,
    encoding: "utf8",
  });
const before = status();
const files = packPackages(root, folder);

/** Names of the files in a package. */
const contents = (file: string): string[] =>
  execFileSync("tar", ["-tzf", file], { encoding: "utf8" }).trim().split("\n");

test("packing leaves the sources as they were", () => assert.equal(status(), before));

test("four packages, of what runs and what is read", (t) => {
  assert.deepEqual(files.map((file) => file.slice(folder.length + 1).replace(/-\d.*/, "")).sort(), [
    "generation-loss",
    "generation-loss-data",
    "generation-loss-kernel",
    "generation-loss-tensors",
  ]);
  for (const file of files.filter((file) => !file.includes("-kernel-"))) {
    const names = contents(file);
    const strange = names.filter(
      (name) =>
        !/^package\/(?:package\.json|LICENSE|README\.md|dist\/[\w/-]+(?:\.js|\.d\.ts))$/.test(name) &&
        !(file.includes("-data-") && /^package\/dist\/[\w-]+\/(?:[\w-]+\.json|README\.md)$/.test(name)),
    );
    assert.deepEqual(strange, []);
    for (const read of ["LICENSE", "README.md"])
      assert.ok(names.includes(`package/${read}`), `${file}: ${read}`);
    assert.ok(!names.some((name) => /rebuild|tensors\//.test(name)), file);
    t.diagnostic(`${file.slice(folder.length + 1)}: ${(lstatSync(file).size / 1000).toFixed(0)} kB`);
  }
});

test("the kernel's package holds what its command reaches, and nothing of exercises, of the book, or of TypeScript", (t) => {
  const file = files.find((each) => each.includes("-kernel-"))!;
  const names = contents(file).map((name) => name.replace("package/", ""));
  const strange = names.filter(
    (name) =>
      !/^(?:package\.json|LICENSE|README\.md|cli\/genloss\.mjs|cli\/(?:commands\/)?\w+\.js|kernel\/[\w/]+\.js|kernel\/jupyter\/install\/logo-[\w.]+)$/.test(
        name,
      ),
  );
  assert.deepEqual(strange, []);
  assert.deepEqual(
    names.filter((name) => name.startsWith("cli/commands/")).sort(),
    ["kernel", "lab", "run"].map((name) => `cli/commands/${name}.js`),
  );
  // What runs in a thread or a process of its own is reached by an address, and not by an import.
  for (const started of [
    "jupyter/main",
    "jupyter/protocol/front",
    "jupyter/language/languageThread",
    "run/child",
  ])
    assert.ok(names.includes(`kernel/${started}.js`), started);
  t.diagnostic(`${names.length} files, ${(lstatSync(file).size / 1000).toFixed(0)} kB`);
});

for (const workspace of ["lib", "data", "lib/frames/tensors"]) {
  test(`npm pack -w ${workspace} would pack sources: it refuses in words, and says what to do`, async () => {
    const packing = runProgram("npm", ["pack", "-w", workspace, "--pack-destination", folder], { cwd: root });
    await assert.rejects(packing, (error: Error) => {
      assert.ok(error instanceof ProgramFailed);
      assert.match(error.stderr, /npm run pack/);
      return true;
    });
    assert.equal(readdirSync(folder).filter((name) => name.endsWith(".tgz")).length, 4);
  });
}

const readMe = readFileSync(join(root, "lib/README.md"), "utf8");
const blocks = (language: string): string[] =>
  [...readMe.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, text = ""]) =>
    text.trim(),
  );
const commands = blocks("sh").flatMap((block) => block.split("\n"));
const examples = [
  ...blocks("ts"),
  ...[...readFileSync(join(root, "data/README.md"), "utf8").matchAll(/^```ts\n(.*?)^```/gms)].map(
    ([, text = ""]) => text.trim(),
  ),
];

/** What an example says it prints: `console.log(…); // answer`, up to a colon. */
const said = (example: string): string[] =>
  [...example.matchAll(/console\.log\(.*\); \/\/ ("[^"]*"|[\d.]+)/g)].map(([, value = ""]) =>
    value.replaceAll('"', ""),
  );

/** Runs a command of the read-me as a shell would; nothing that it installs is built or run. */
const follow = (command: string): Promise<unknown> => {
  const [program = "", ...args] = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    (found) => found[1] ?? found[2]!,
  );
  const env = {
    ...process.env,
    npm_config_ignore_scripts: "true",
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
  return runProgram(program, args, { cwd: folder, env });
};

const write = (name: string, text: string): string => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

const weight = (path: string): number => {
  const { blocks: size } = lstatSync(path);
  const inside = lstatSync(path).isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
  return inside.reduce((sum, each) => sum + weight(each), size * 512);
};

write("package.json", '{ "private": true }\n');

let first: Promise<unknown> | undefined;
/** The library, and nothing beside it. */
const alone = (): Promise<unknown> => {
  first ??= follow(commands[0] ?? assert.fail("the read-me has no command"));
  return first;
};

test("metrics alone: at most 15 MB, and doors whose packages are missing say which", async (t) => {
  const tools = await fromNpm(t, async () => {
    await alone();
    return consumerTools();
  });
  if (tools === undefined) return;
  const megabytes = weight(join(folder, "node_modules")) / 2 ** 20;
  t.diagnostic(`${megabytes.toFixed(1)} MB, in ${readdirSync(join(folder, "node_modules")).length} entries`);
  assert.ok(megabytes <= 15, `${megabytes} MB`);
  const program = write(
    "closed.mjs",
    `import { mean } from "generation-loss";
    const said = [String(mean([1, 2]))];
    for (const door of ["tensor", "frames"])
      await import("generation-loss/" + door).catch(({ message }) => said.push(message));
    const { toSvg } = await import("generation-loss/svg");
    await toSvg({}).catch(({ message }) => said.push(message));
    console.log(JSON.stringify(said));`,
  );
  for (const [version, node] of tools.nodes) {
    const { stdout, stderr } = await runProgram(node, [program], { cwd: folder });
    const [mean, tensor, frames, svg] = JSON.parse(stdout) as string[];
    assert.equal(mean, "1.5");
    assert.match(
      tensor ?? "",
      /tfjs-core is not installed; npm install @tensorflow\/tfjs-core .*tfjs-layers/,
      version,
    );
    assert.match(frames ?? "", /danfojs-node is not installed; .*README/);
    assert.match(svg ?? "", /npm install vega vega-lite/);
    assert.equal(stderr, "");
  }
});

/** All that the read-me says to install. */
let all: Promise<unknown> | undefined;
const installed = (t: TestContext): Promise<unknown> =>
  fromNpm(t, () => {
    all ??= (async () => {
      await alone();
      for (const command of commands.slice(1)) await follow(command);
      return true;
    })();
    return all;
  });

test("the read-me's examples print what they say, by the way of its commands", async (t) => {
  if (!(await installed(t))) return;
  assert.equal(commands.length, 6);
  assert.equal(examples.length, 7);
  for (const [i, example] of examples.entries()) {
    const { stdout, stderr } = await runProgram(process.execPath, [write(`example-${i}.mjs`, example)], {
      cwd: folder,
    });
    assert.ok(said(example).length > 0);
    assert.deepEqual(stdout.trim().split("\n"), said(example), example);
    assert.equal(stderr, "");
  }
});

/** One line per door; each prints true. */
const uses = `
  console.log(mean([1, 2]) === 1.5, expectedSd(1, { size: 10, ddof: 1 }) < 1);
  console.log(toFrame({ a: [1, 2] }).add(1).values[1][0] === 3);
  const [{ length }] = await Promise.all([digits().then(({ labels }) => labels), penguins()]);
  console.log(length === 1797);
  const { backend } = await openTensors({ among: ["wasm"] });
  const family = vae({ latent: 1, hidden: 2, epochs: 1, batchSize: 4, learningRate: 0.01, writes: "means" });
  console.log(backend === "wasm", family.fit([[0, 1], [1, 0], [0, 1], [1, 0]], seeded(1)).sample(3, seeded(2)).length === 3);
  console.log((await toSvg(bars({ bars: [{ label: "human", value: 3 }], x: "words" }))).startsWith("<svg"));
  const flat = sweep({ title: "flat", grid: { x: [1, 2] }, seed: 1, runs: 1, generations: [0], run: ({ x }) => ({ y: [[x]] }) });
  console.log(sweepPoints(flat).length === 2);`;
const doors: Readonly<Record<string, string>> = {
  "generation-loss/tensor": "openTensors, vae", // first: it must not matter
  "generation-loss": "bars, expectedSd, mean, seeded",
  "generation-loss/frames": "toFrame",
  "generation-loss/svg": "toSvg",
  "generation-loss/sweep": "sweep, sweepPoints",
  "generation-loss-data/digits": "digits",
  "generation-loss-data/penguins": "penguins",
};
const lines = (line: (names: string, door: string) => string): string =>
  Object.entries(doors)
    .map(([door, names]) => line(names, door))
    .join("\n");
const programs = {
  "import.mjs": lines((names, door) => `import { ${names} } from "${door}";`) + uses,
  "together.mjs": `const modules = await Promise.all([${Object.keys(doors).map((door) => `import("${door}")`)}]);
    const { bars, digits, expectedSd, mean, openTensors, penguins, seeded, sweep, sweepPoints, toFrame, toSvg, vae } =
      Object.assign({}, ...modules);${uses}`,
  "require.cjs": `${lines((names, door) => `const { ${names} } = require("${door}");`)}\n(async () => {${uses}})();`,
};

const assertTrue = ({ stdout, stderr }: { stdout: string; stderr: string }, what: string): void => {
  assert.match(stdout, /^(?:true ?\n?){8}$/, `${what}: ${stdout}`);
  assert.equal(stderr, "", what);
};

for (const [name, text] of Object.entries(programs)) {
  test(`every door opens, by ${name}, on each Node`, async (t) => {
    if (!(await installed(t))) return;
    const { nodes } = await consumerTools();
    const file = write(name, text);
    for (const [version, node] of nodes) {
      t.diagnostic(`Node ${version}`);
      assertTrue(await runProgram(node, [file], { cwd: folder }), `${name} on Node ${version}`);
    }
  });
}

const tsc = createRequire(import.meta.url).resolve("typescript/bin/tsc");
/** @returns its findings, a line each, without the lines that explain one */
async function typeCheck(files: readonly string[], options: readonly string[]): Promise<string[]> {
  const strict = [
    "--noEmit",
    "--strict",
    "--noPropertyAccessFromIndexSignature",
    "--exactOptionalPropertyTypes",
  ];
  const args = [tsc, "--ignoreConfig", ...strict, "--target", "es2022", ...options, ...files];
  const { stdout } = await runProgram(process.execPath, args, { cwd: folder }).catch((error: unknown) => {
    if (error instanceof ProgramFailed) return error;
    throw error;
  });
  return stdout.split("\n").filter((line) => /\berror TS/.test(line));
}
const resolutions = {
  nodenext: ["--module", "nodenext", "--moduleResolution", "nodenext"],
  bundler: ["--module", "esnext", "--moduleResolution", "bundler"],
};
for (const [resolution, options] of Object.entries(resolutions)) {
  test(`types hold under strict, resolved as ${resolution}`, async (t) => {
    if (!(await installed(t))) return;
    const own = examples.flatMap((example, i) =>
      /\/(?:tensor|frames)"/.test(example) ? [] : [write(`types/own-${i}.mts`, example)],
    );
    const peers = examples.flatMap((example, i) =>
      /\/(?:tensor|frames)"/.test(example) ? [write(`types/peers-${i}.mts`, example)] : [],
    );
    const wrong = write("types/wrong.mts", 'import { mean } from "generation-loss";\nmean("words");\n');
    assert.deepEqual([own.length, peers.length], [5, 2]);
    const everywhere = [...options, "--lib", "es2024,dom"];
    const [found = "none", ...more] = await typeCheck([...own, wrong], everywhere);
    assert.match(found, /^types\/wrong\.mts\(2,6\): error TS2345/);
    assert.deepEqual(more, []);
    assert.deepEqual(await typeCheck([...own, ...peers], [...everywhere, "--skipLibCheck"]), []);
    // TensorFlow.js's and danfojs's own declarations do not hold. Ours do beside them.
    const theirs = await typeCheck(peers, everywhere);
    assert.deepEqual(
      theirs.filter(
        (line) => !/node_modules\/(?:@tensorflow\/tfjs-[a-mo-z]|@webgpu|danfojs-node|typescript)/.test(line),
      ),
      [],
    );
  });
}

const page = `
  import { bars, expectedSd, mean } from "generation-loss";
  import { penguins } from "generation-loss-data/penguins";
  console.log(mean([1, 2]) === 1.5, expectedSd(1, { size: 10, ddof: 1 }) < 1, (await penguins()).length === 344);`;

test("bundles of esbuild and Vite run, and hold what they use", async (t) => {
  if (!(await installed(t))) return;
  const entry = write("bundle/main.js", page);
  const outfile = join(folder, "bundle/esbuild.mjs");
  const shape = { bundle: true, format: "esm", minify: true, target: "es2022", logLevel: "silent" } as const;
  const { warnings } = await build({ ...shape, entryPoints: [entry], outfile, platform: "browser" });
  assert.deepEqual(warnings, []);
  const config = write(
    "bundle/vite.config.mjs",
    `export default { root: ${JSON.stringify(join(folder, "bundle"))}, build: {
      target: "es2022", outDir: "vite", lib: { entry: "main.js", formats: ["es"], fileName: () => "main.mjs" } } };`,
  );
  const { vite } = await consumerTools();
  await runProgram(process.execPath, [vite, "build", "--config", config], { cwd: folder });
  for (const bundle of [outfile, join(folder, "bundle/vite/main.mjs")]) {
    const { stdout } = await runProgram(process.execPath, [bundle], { cwd: folder });
    assert.equal(stdout, "true true true\n", bundle);
  }
  const own = lstatSync(join(folder, "bundle/vite/main.mjs")).size;
  t.diagnostic(`Vite, without the data: ${own} bytes`);
  assert.ok(own < 20_000, "tree shaking");
});

for (const format of ["esm", "cjs"] as const) {
  test(`a bundle for Node opens every door, as ${format}: TensorFlow.js and danfojs stay outside`, async (t) => {
    if (!(await installed(t))) return;
    const outfile = join(folder, `bundle/doors.${format === "esm" ? "mjs" : "cjs"}`);
    const contents = programs["import.mjs"].replace(uses, `(async () => {${uses}})();`);
    await build({
      bundle: true,
      format,
      platform: "node",
      // Vega waits while it loads, which CommonJS cannot.
      external: ["@tensorflow/*", "tfjs-node-native", ...(format === "cjs" ? ["vega", "vega-lite"] : [])],
      stdin: { contents, resolveDir: folder },
      outfile,
      logLevel: "silent",
    });
    assertTrue(await runProgram(process.execPath, [outfile], { cwd: folder }), format);
  });
}

test("a notebook beside them imports the library on our kernel", async (t) => {
  if (!(await installed(t))) return;
  const source = `${lines((names, door) => `import { ${names} } from "${door}";`)}\n${uses}
console.log(import.meta.resolve("generation-loss"));`;
  const cell = { cell_type: "code", id: "doors", source, metadata: {}, execution_count: null, outputs: [] };
  const notebook = { cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 };
  const file = write("own/notes.ipynb", JSON.stringify(notebook));
  const out = join(folder, "own/notes.out.ipynb");
  await runProgram(process.execPath, [join(root, "cli/main.ts"), "run", file, "-o", out], { cwd: folder });
  const { cells } = JSON.parse(readFileSync(out, "utf8")) as {
    cells: { outputs: { text: string | string[] }[] }[];
  };
  const text = cells
    .flatMap(({ outputs }) => outputs.map((output) => [output.text].flat().join("")))
    .join("");
  const where = pathToFileURL(join(folder, "node_modules/generation-loss/dist/index.js")).href;
  assert.match(text.replace(where, "here"), /^(?:true ?\n?){8}here\n$/, text);
});
