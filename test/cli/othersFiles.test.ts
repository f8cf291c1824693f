import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import { serveBook } from "../../book/serve.ts";
import { writeSite } from "../../book/writeSite.ts";
import { runCommand } from "../../cli/commands/run.ts";
import { ensureJupyter } from "../../cli/ensureJupyter.ts";
import { ensureNative } from "../../cli/ensureNative.ts";
import { installKernel, uninstallKernel } from "../../kernel/jupyter/install/installKernel.ts";
import { kernelFolder } from "../../kernel/jupyter/shared/kernelFolder.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { notebookOf, prose } from "../book/tools/cells.ts";
import { project, storedOutputs } from "../book/tools/project.ts";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));

/** What is refused, and that the folder is afterwards as it was. */
async function refuses(folder: string, act: () => unknown, message: RegExp): Promise<void> {
  const before = fingerprint(folder);
  await assert.rejects(async () => act(), { name: "Refusal", exitCode: 2, message });
  assert.deepEqual(fingerprint(folder), before);
}

test("genloss book -o refuses a folder of somebody's and a file, with exit code 2", () => {
  const folder = folderWith({ "k/notes.txt": "notes", "lone.txt": "lone" });
  const before = fingerprint(folder);
  for (const [out, got] of [
    ["k", "got one that holds notes.txt"],
    ["lone.txt", "got a file"],
    ["", 'got ""'],
  ] as const) {
    const flags = ["book", "-o", out];
    const { status, stderr } = spawnSync(process.execPath, [genloss, ...flags], {
      cwd: folder,
      encoding: "utf8",
    });
    assert.equal(status, 2, stderr);
    assert.ok(stderr.startsWith("Cannot write the book: ") && stderr.includes(got), stderr);
    assert.deepEqual(fingerprint(folder), before);
  }
});

const places: { why: string; out: string; says: RegExp }[] = [
  { why: "a folder with only hidden files", out: "hidden", says: /got one that holds \.git/ },
  { why: "a site without its mark", out: "unmarked", says: /got one that holds index\.html/ },
  { why: "a file", out: "lone.txt", says: /got a file/ },
  { why: "a file with a slash", out: "lone.txt/", says: /got a file/ },
  { why: "a path through a file", out: "lone.txt/site", says: /got a path through the file/ },
  { why: "a link to a file", out: "to-file", says: /got a file/ },
  { why: "a link to a folder of somebody's", out: "to-folder", says: /got one that holds \.git/ },
  { why: "a link to nothing", out: "to-nothing", says: /got a link to nothing/ },
  {
    why: "a path through a link to nothing",
    out: "to-nothing/site",
    says: /got a link to nothing on the way/,
  },
  { why: "a link to itself", out: "to-itself", says: /ELOOP/ },
  { why: "the project", out: ".", says: /got one that holds .* more/ },
  { why: "what is above the project", out: "..", says: /got one that holds / },
  { why: "the root of all", out: "/", says: /got one that holds / },
  {
    why: "the notebooks",
    out: "notebooks",
    says: /must not lie among its sources, got .*, which is in notebooks\//,
  },
  { why: "a new folder in the notebooks", out: "notebooks/site", says: /which is in notebooks\// },
  { why: "a new folder in the library, by a detour", out: "hidden/../lib/site", says: /which is in lib\// },
  { why: "a new folder in a source, through a link", out: "to-lib/site", says: /which is in lib\// },
  { why: "the folder of the book's own sources", out: "book", says: /which is in book\// },
  { why: "a folder of the book's own sources", out: "book/render", says: /which is in book\// },
];

test("buildBook() looks at the place of the site before it runs anything", async (t) => {
  await using files = await project();
  const { root } = files;
  for (const [path, text] of [
    ["hidden/.git/HEAD", "ref"],
    ["unmarked/index.html", "<p>"],
    ["lone.txt", "lone"],
    ["book/render/a.ts", ""],
  ] as const)
    await files.write(path, text);
  for (const [link, to] of [
    ["to-file", "lone.txt"],
    ["to-folder", "hidden"],
    ["to-nothing", "nowhere"],
    ["to-itself", "to-itself"],
    ["to-lib", "lib"],
  ] as const)
    symlinkSync(to, join(root, link));
  for (const { why, out, says } of places) {
    await t.test(`and refuses ${why}`, async () => {
      const run = storedOutputs();
      const options = { root, run, out: out.startsWith("/") ? out : `${root}/${out}` };
      await refuses(root, () => buildBook(options), says);
      await refuses(root, () => serveBook({ ...options, port: 0 }), says);
      assert.deepEqual(run.calls, []);
    });
  }
});

test("buildBook() replaces a site, an empty folder and one behind a link, and refuses what came meanwhile", async () => {
  await using files = await project();
  const { root } = files;
  mkdirSync(join(root, "empty"));
  symlinkSync("empty", join(root, "link"));
  for (const out of ["empty", "empty", "link", "link/", "new/deep"]) {
    await buildBook({ root, run: storedOutputs(), out: `${root}/${out}` });
    assert.ok(existsSync(join(root, out, "index.html")));
  }
  assert.equal(readlinkSync(join(root, "link")), "empty");

  const out = join(root, "later");
  const run = storedOutputs();
  const meanwhile: typeof run = Object.assign(
    async (...given: Parameters<typeof run>) => {
      mkdirSync(out, { recursive: true });
      writeFileSync(join(out, "notes.txt"), "notes");
      return run(...given);
    },
    { calls: run.calls },
  );
  await files.write("lib/index.ts", "export const one = 3;\n");
  await assert.rejects(buildBook({ root, run: meanwhile, out }), /got one that holds notes\.txt/);
  assert.deepEqual(readdirSync(out), ["notes.txt"]);
});

test("a file that somebody put into the site stays there", () => {
  const out = join(folderWith({}), "site");
  writeSite(out, new Map([["index.html", "1"]]), "reader");
  writeFileSync(join(out, "CNAME"), "example.org");
  writeSite(out, new Map([["index.html", "2"]]), "reader");
  assert.deepEqual(
    [readFileSync(join(out, "CNAME"), "utf8"), readFileSync(join(out, "index.html"), "utf8")],
    ["example.org", "2"],
  );
});

const notebook = formatNotebook(notebookOf(prose("a", "Words.")));
const run = (folder: string, ...flags: string[]): Promise<unknown> =>
  runCommand().parseAsync(
    [join(folder, "n.ipynb"), ...flags.map((flag) => (flag.startsWith("-") ? flag : join(folder, flag)))],
    { from: "user" },
  );

for (const [name, flags] of [
  ["n.out.ipynb", []],
  ["o.ipynb", ["--out", "o.ipynb"]],
] as const) {
  test(`genloss run ${flags.join(" ")} replaces its own copy only, unless it is told to`, async () => {
    const folder = folderWith({ "n.ipynb": notebook });
    const copy = join(folder, name);
    const again = (...more: string[]): Promise<unknown> => run(folder, ...flags, ...more);
    for (const others of ["{}", "not JSON", notebook]) {
      writeFileSync(copy, others);
      await refuses(
        folder,
        () => again(),
        /must be new, empty, or a copy that genloss run made, got another/,
      );
    }
    await again("--force");
    await again();
    writeFileSync(copy, "");
    await again();

    // Saved by a program that changes the form, not the text: still ours.
    const made = parseNotebook(readFileSync(copy, "utf8"), copy);
    writeFileSync(copy, JSON.stringify({ ...made, metadata: { ...made.metadata, widgets: {} } }));
    await again();

    const edited = [...made.cells, ...notebookOf(prose("mine", "My own words.")).cells];
    writeFileSync(copy, formatNotebook({ ...made, cells: edited }));
    await refuses(folder, () => again(), /got one that was edited since/);
    await again("--force");
    assert.doesNotMatch(readFileSync(copy, "utf8"), /My own words/);
  });
}

test("genloss run refuses a copy that is a link to the notebook itself, or to nothing, also by force", async () => {
  const folder = folderWith({ "n.ipynb": notebook });
  symlinkSync("n.ipynb", join(folder, "itself.ipynb"));
  symlinkSync("nowhere", join(folder, "nothing.ipynb"));
  for (const more of [[], ["--force"]]) {
    await refuses(folder, () => run(folder, "--out", "itself.ipynb", ...more), /must name another file/);
    await refuses(folder, () => run(folder, "--out", "nothing.ipynb", ...more), /it is a link to nothing/);
  }
});

test("genloss run --in-place puts no mark of a copy into the notebook", async () => {
  const folder = folderWith({ "n.ipynb": notebook });
  await run(folder, "--in-place");
  assert.doesNotMatch(readFileSync(join(folder, "n.ipynb"), "utf8"), /genloss_copy/);
});

test("genloss kernel install and uninstall leave another kernel, and what is no kernel, alone", async () => {
  for (const files of [
    { "kernel.json": '{ "argv": ["deno", "jupyter"] }', "logo-svg.svg": "<svg/>" },
    { "kernel.json": "{", "logo-64x64.png": "png" },
    { "logo-64x64.png": "a logo of somebody's" },
    { "notes.txt": "notes" },
  ]) {
    const prefix = folderWith({});
    const folder = kernelFolder("genloss", prefix);
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text ?? "");
    const got =
      /must be a new or an empty folder, or one that genloss kernel install made, got one that holds/;
    await refuses(prefix, () => installKernel({ name: "genloss", prefix }), got);
    await refuses(prefix, () => uninstallKernel({ name: "genloss", prefix }), got);
  }
});

test("genloss kernel uninstall removes what it installed and leaves what somebody put beside it", async () => {
  const prefix = folderWith({});
  const folder = await installKernel({ name: "genloss", prefix });
  writeFileSync(join(folder, "kernel.js"), "somebody's");
  uninstallKernel({ name: "genloss", prefix });
  assert.deepEqual(readdirSync(folder), ["kernel.js"]);
});

test("no name of a kernel leads out of the folder of kernels", async () => {
  const prefix = folderWith({ "share/jupyter/kernel.json": '{ "argv": ["/x/kernel/jupyter/main.ts"] }' });
  for (const name of ["..", ".", "", "a/b", "../x", "a b"]) {
    await refuses(prefix, () => installKernel({ name, prefix }), /^Cannot name a kernel: --name must be/);
    await refuses(prefix, () => uninstallKernel({ name, prefix }), /^Cannot name a kernel: --name must be/);
  }
  await refuses(prefix, () => installKernel({ name: "genloss", prefix: "" }), /--prefix must name a folder/);
});

test("genloss lab leaves an environment that somebody made alone", async () => {
  const folder = folderWith({ ".venv/pyvenv.cfg": "home = /usr/bin", ".venv/bin/python": "a program" });
  await refuses(
    folder,
    () => ensureJupyter(folder, () => {}),
    /^Cannot set up Jupyter: .*\.venv must be .*--prefix/s,
  );
  rmSync(join(folder, ".venv"), { recursive: true });
  writeFileSync(join(folder, ".venv"), "a file");
  await refuses(folder, () => ensureJupyter(folder, () => {}), /got a file/);
});

const onLinux = process.platform === "linux" && process.arch === "x64";
const built = "lib/napi-v8/tfjs_binding.node";
const nativeFolder = ".native/node_modules/@tensorflow/tfjs-node";
/** As it lies when all but the link is done. */
const ours = {
  ".native/package.json": '{ "private": true }\n',
  ".native/node_modules/@tensorflow/tfjs/index.js": "",
  [`${nativeFolder}/${built}`]: "a binding",
};
const link = "node_modules/tfjs-node-native";

test("genloss native leaves folders and links that it did not make alone", {
  skip: !onLinux && "native tfjs-node is built on Linux x64 only",
}, async () => {
  for (const [files, says] of [
    [{ ".native/notes.txt": "notes" }, /got one that holds notes\.txt/],
    [{ ...ours, [`${link}/package.json`]: '{ "name": "mine" }' }, /^Cannot link .*got something else/],
    [{ ...ours, [link]: "a file" }, /^Cannot link .*got something else/],
  ] as const) {
    const folder = folderWith(files);
    await refuses(folder, () => ensureNative(folder, () => {}), says);
  }
  const folder = folderWith({ ...ours, "mine/index.js": "" });
  mkdirSync(join(folder, "node_modules"));
  symlinkSync("../mine", join(folder, link));
  await refuses(folder, () => ensureNative(folder, () => {}), /^Cannot link .*got another link/);
});

test("genloss native completes a package that npm left without its binding", {
  skip: !onLinux && "native tfjs-node is built on Linux x64 only",
}, () => {
  const folder = folderWith({ ...ours, [`${nativeFolder}/deps/lib/libtensorflow_cc.so.2`]: "a library" });
  const npms = folderWith({ "package.json": '{ "name": "@tensorflow/tfjs-node" }', "dist/index.js": "code" });
  cpSync(npms, join(folder, link), { recursive: true });
  for (let time = 1; time <= 2; time++) {
    ensureNative(folder, () => {});
    assert.equal(readFileSync(join(folder, link, built), "utf8"), "a binding");
    assert.equal(readFileSync(join(folder, link, "deps/lib/libtensorflow_cc.so.2"), "utf8"), "a library");
    assert.equal(readFileSync(join(folder, link, "dist/index.js"), "utf8"), "code");
    rmSync(join(folder, link, "lib/napi-v8")); // what a kill between the two links leaves undone
  }
});
