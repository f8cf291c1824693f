import assert from "node:assert/strict";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildBook } from "../../book/build.ts";
import { siteMark } from "../../book/siteMark.ts";
import { writeSite } from "../../book/writeSite.ts";
import { runCommand } from "../../cli/commands/run.ts";
import { ensureJupyter } from "../../cli/ensureJupyter.ts";
import { ensureNative } from "../../cli/ensureNative.ts";
import { installKernel, uninstallKernel } from "../../kernel/jupyter/install/installKernel.ts";
import { kernelFolder } from "../../kernel/jupyter/shared/kernelFolder.ts";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { photocopy } from "../book/fixtures/photocopy.ts";
import { notebookOf, prose } from "../book/tools/cells.ts";
import { first, project, storedOutputs } from "../book/tools/project.ts";
import { folderWith } from "./tools/folderWith.ts";
import { killAtRandomPoints } from "./tools/killAtRandomPoints.ts";

const points = 20;
const mark = siteMark("reader");
const pathOf = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const moduleThat = (file: string, call: string): string[] => [
  "--input-type=module",
  "-e",
  `const m = await import(${JSON.stringify(pathOf(file))}); ${call}`,
];

/** The files of a folder by path. */
function filesOf(folder: string): Map<string, Buffer> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => lstatSync(join(folder, path)).isFile())
      .sort()
      .map((path) => [path, readFileSync(join(folder, path))]),
  );
}

const withoutParts = (files: Map<string, Buffer>): Map<string, Buffer> =>
  new Map([...files].filter(([path]) => !path.includes(".genloss-part-")));

const text = (path: string): string => readFileSync(path, "utf8");

/** Two states of the fixture book, far enough apart: other words, a page and figures of other names. */
async function twoSites(): Promise<{ old: Map<string, Buffer>; fresh: Map<string, Buffer> }> {
  await using files = await project();
  const run = storedOutputs();
  const { out } = await buildBook({ root: files.root, run });
  const old = filesOf(out);
  await files.write(
    `notebooks/${first}`,
    formatNotebook(notebookOf(...photocopy().cells, prose("more", "A new sentence, with ζ in it."))),
  );
  const yaml = text(join(files.root, "book/book.yml"));
  await files.write("book/book.yml", yaml.replace("slug: rare-things", "slug: scarce-things"));
  await buildBook({ root: files.root, run });
  const fresh = filesOf(out);
  for (const files of [old, fresh]) files.delete(mark.file);
  return { old, fresh };
}

test("genloss book, killed while it replaces a site, leaves every file and every page whole", async () => {
  const { old, fresh } = await twoSites();
  const gone = [...old.keys()].filter((path) => !fresh.has(path));
  const come = [...fresh.keys()].filter((path) => !old.has(path));
  assert.ok(gone.length > 2 && come.length > 2, "the two sites differ in their files");
  const sources = folderWith({});
  for (const [path, bytes] of fresh) {
    mkdirSync(dirname(join(sources, path)), { recursive: true });
    writeFileSync(join(sources, path), bytes);
  }
  const theirs = {
    "site/CNAME": "example.org\n",
    "site/assets/mine.css": "a {}\n",
    "beside.txt": "beside\n",
  };

  await killAtRandomPoints(
    {
      prepare(folder) {
        writeSite(join(folder, "site"), old, "reader");
        for (const [path, content] of Object.entries(theirs)) writeFileSync(join(folder, path), content);
      },
      args: () => [
        ...moduleThat(
          "book/writeSite.ts",
          `const { readFileSync } = await import("node:fs");
           const files = ${JSON.stringify([...fresh.keys()])}.map((path) => [path, readFileSync(${JSON.stringify(sources)} + "/" + path)]);
           m.writeSite("site", new Map(files), "reader");`,
        ),
      ],
      check(folder) {
        for (const [path, content] of Object.entries(theirs)) assert.equal(text(join(folder, path)), content);
        const here = withoutParts(filesOf(join(folder, "site")));
        for (const path of old.keys()) assert.ok(here.has(path) || !fresh.has(path), `${path} is gone`);
        for (const [path, bytes] of here) {
          if (`site/${path}` in theirs || path === mark.file) continue;
          assert.ok(
            [old.get(path), fresh.get(path)].some((whole) => whole?.equals(bytes)),
            `${path} is not whole`,
          );
        }
        for (const [page, bytes] of here) {
          if (!page.endsWith(".html")) continue;
          for (const [, loaded = ""] of String(bytes).matchAll(
            /<(?:link|script)[^>]*? (?:href|src)="([^":]+)"/g,
          ))
            assert.ok(here.has(loaded), `${page} loads ${loaded}, which is not there`);
        }
      },
      again: (folder) => writeSite(join(folder, "site"), fresh, "reader"),
      finished(folder) {
        const here = filesOf(folder);
        here.delete(join("site", mark.file));
        const wanted = new Map([
          ...[...fresh].map(([path, bytes]) => [`site/${path}`, bytes] as const),
          ...Object.entries(theirs).map(([path, content]) => [path, Buffer.from(content)] as const),
        ]);
        assert.deepEqual([...here.keys()].sort(), [...wanted.keys()].sort());
        for (const [path, bytes] of wanted) assert.ok(here.get(path)?.equals(bytes), path);
      },
    },
    points,
    1,
  );
});

test("genloss book, killed while it writes its first site, can be run again", async () => {
  const pages = {
    "assets/book.css": "p {}",
    "data/fig.csv": "x\n1\n",
    "index.html": "<p>",
    "one.html": "<p>",
  };
  await killAtRandomPoints(
    {
      prepare: (folder) => writeFileSync(join(folder, "beside.txt"), "beside\n"),
      args: () =>
        moduleThat(
          "book/writeSite.ts",
          `m.writeSite("new/site", new Map(Object.entries(${JSON.stringify(pages)})), "reader");`,
        ),
      check: (folder) => assert.equal(text(join(folder, "beside.txt")), "beside\n"),
      again: (folder) => writeSite(join(folder, "new/site"), new Map(Object.entries(pages)), "reader"),
      finished(folder) {
        const names = [...filesOf(join(folder, "new/site")).keys()];
        assert.deepEqual(names, [mark.file, ...Object.keys(pages)].sort());
        assert.deepEqual(readdirSync(folder).sort(), ["beside.txt", "new"]);
      },
    },
    points,
    2,
  );
});

const source = formatNotebook(notebookOf(prose("only", "Words, and no code.")));
const runs = (...flags: string[]) => ({
  args: () =>
    moduleThat(
      "cli/commands/run.ts",
      `await m.runCommand().parseAsync(${JSON.stringify(["n.ipynb", ...flags])}, { from: "user" });`,
    ),
  again: (folder: string) =>
    runCommand().parseAsync(
      [
        join(folder, "n.ipynb"),
        ...flags.map((flag) => (flag.endsWith(".ipynb") ? join(folder, flag) : flag)),
      ],
      { from: "user" },
    ),
});

test("genloss run, killed while it replaces its copy, leaves a whole one", async () => {
  const earlier = folderWith({ "n.ipynb": formatNotebook(notebookOf(prose("only", "Earlier words."))) });
  const copy = runs("--out", "o.ipynb");
  await copy.again(earlier);
  const old = text(join(earlier, "o.ipynb"));
  await killAtRandomPoints(
    {
      ...copy,
      prepare(folder) {
        writeFileSync(join(folder, "n.ipynb"), source);
        writeFileSync(join(folder, "o.ipynb"), old);
      },
      check(folder) {
        assert.equal(text(join(folder, "n.ipynb")), source);
        assert.match(text(join(folder, "o.ipynb")), /Earlier words|Words, and no code/);
        parseNotebook(text(join(folder, "o.ipynb")), "o.ipynb");
      },
      finished(folder) {
        assert.match(text(join(folder, "o.ipynb")), /Words, and no code/);
        assert.deepEqual(readdirSync(folder).sort(), ["n.ipynb", "o.ipynb"]);
      },
    },
    points,
    3,
  );
});

test("genloss run --in-place, killed while it writes, leaves the notebook whole", async () => {
  // As an editor leaves it that writes no list of lines: in place it changes, and one can see which it is.
  const old = JSON.stringify(JSON.parse(source));
  const earlier = folderWith({ "n.ipynb": old });
  await runs("--in-place").again(earlier);
  const fresh = text(join(earlier, "n.ipynb"));
  assert.notEqual(fresh, old);
  await killAtRandomPoints(
    {
      ...runs("--in-place"),
      prepare: (folder) => writeFileSync(join(folder, "n.ipynb"), old),
      check: (folder) => assert.ok([old, fresh].includes(text(join(folder, "n.ipynb")))),
      finished(folder) {
        assert.equal(text(join(folder, "n.ipynb")), fresh);
        assert.deepEqual(readdirSync(folder), ["n.ipynb"]);
      },
    },
    points,
    4,
  );
});

/** A kernel that another checkout installed, at another time. */
async function oldKernel(folder: string): Promise<string> {
  const prefix = join(folder, "env");
  const place = await installKernel({ name: "genloss", prefix });
  const spec = text(join(place, "kernel.json")).replace('"5.5"', '"5.0"');
  writeFileSync(join(place, "kernel.json"), spec);
  writeFileSync(join(place, "logo-svg.svg"), "<svg/>");
  mkdirSync(join(prefix, "share/jupyter/kernels/python3"));
  writeFileSync(join(prefix, "share/jupyter/kernels/python3/kernel.json"), "{}");
  return place;
}

const kernelPlace = (folder: string): string => kernelFolder("genloss", join(folder, "env"));
const othersKernel = (folder: string): string =>
  join(folder, "env/share/jupyter/kernels/python3/kernel.json");
const kernelFiles = ["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"];

test("genloss kernel install, killed over an older one, leaves a whole one", async () => {
  await killAtRandomPoints(
    {
      prepare: async (folder) => void (await oldKernel(folder)),
      args: () =>
        moduleThat(
          "kernel/jupyter/install/installKernel.ts",
          'await m.installKernel({ name: "genloss", prefix: "env" });',
        ),
      check(folder) {
        const place = kernelPlace(folder);
        assert.match(JSON.parse(text(join(place, "kernel.json"))).kernel_protocol_version, /^5\.[05]$/);
        assert.match(text(join(place, "logo-svg.svg")), /<svg[\s\S]*(?:\/>|<\/svg>)\s*$/);
        for (const file of kernelFiles.slice(1, 3))
          assert.deepEqual(
            readFileSync(join(place, file)),
            readFileSync(pathOf(`kernel/jupyter/install/${file}`)),
          );
        assert.equal(text(othersKernel(folder)), "{}");
      },
      again: (folder) => installKernel({ name: "genloss", prefix: join(folder, "env") }),
      finished(folder) {
        const place = kernelPlace(folder);
        assert.deepEqual(readdirSync(place).sort(), kernelFiles);
        assert.equal(JSON.parse(text(join(place, "kernel.json"))).kernel_protocol_version, "5.5");
        for (const file of kernelFiles.slice(1))
          assert.deepEqual(
            readFileSync(join(place, file)),
            readFileSync(pathOf(`kernel/jupyter/install/${file}`)),
          );
      },
    },
    points,
    5,
  );
});

test("genloss kernel uninstall, killed, ends its work the next time and touches nothing else", async () => {
  await killAtRandomPoints(
    {
      prepare: async (folder) => void (await oldKernel(folder)),
      args: () =>
        moduleThat(
          "kernel/jupyter/install/installKernel.ts",
          'm.uninstallKernel({ name: "genloss", prefix: "env" });',
        ),
      check: (folder) => assert.equal(text(othersKernel(folder)), "{}"),
      again: (folder) => uninstallKernel({ name: "genloss", prefix: join(folder, "env") }),
      finished(folder) {
        assert.equal(text(othersKernel(folder)), "{}");
        assert.deepEqual(readdirSync(dirname(kernelPlace(folder))), ["python3"]);
      },
    },
    points,
    6,
  );
});

/** A Python that does what ours is asked for, on disk, at once: makes environments, knows a list of packages. */
const python = `#!/bin/sh
case "$*" in
  --version) echo "Python 3.12.0";;
  "-m venv "*) mkdir -p "$3/bin" && cp "$0" "$3/bin/python" && echo home > "$3/pyvenv.cfg";;
  "-m pip --version") ;;
  "-m pip install "*) echo installed > "$(dirname "$0")/../packages";;
  -c*) test -e "$(dirname "$0")/../packages";;
  *) exit 9;;
esac
`;

test("genloss lab, killed while it makes its environment, goes on where it stopped", {
  skip: process.platform === "win32" && "the stand-in for Python is a shell script",
}, async () => {
  const tools = folderWith({ python3: python });
  chmodSync(join(tools, "python3"), 0o755);
  const path = { PATH: `${tools}${delimiter}${process.env.PATH}` };
  await killAtRandomPoints(
    {
      prepare: (folder) => writeFileSync(join(folder, "beside.txt"), "beside\n"),
      args: () => moduleThat("cli/ensureJupyter.ts", "m.ensureJupyter(process.cwd(), () => {})"),
      env: () => path,
      check: (folder) => assert.equal(text(join(folder, "beside.txt")), "beside\n"),
      again(folder) {
        const before = process.env.PATH;
        process.env.PATH = path.PATH;
        try {
          ensureJupyter(folder, () => {});
        } finally {
          process.env.PATH = before;
        }
      },
      finished(folder) {
        assert.deepEqual(readdirSync(folder).sort(), [".venv", "beside.txt"]);
        assert.deepEqual(readdirSync(join(folder, ".venv")).sort(), [
          "bin",
          "package.json",
          "packages",
          "pyvenv.cfg",
        ]);
      },
    },
    points,
    7,
  );
});

const nativeFolder = ".native/node_modules/@tensorflow/tfjs-node";

test("genloss native, killed while it links what it built, leaves a link", {
  skip:
    (process.platform !== "linux" || process.arch !== "x64") && "native tfjs-node is built on Linux x64 only",
}, async () => {
  const built = folderWith({
    ".native/package.json": '{ "private": true }\n',
    ".native/node_modules/@tensorflow/tfjs/index.js": "",
    [`${nativeFolder}/lib/napi-v8/tfjs_binding.node`]: "a binding",
  });
  const elsewhere = join("..", "another checkout", nativeFolder);
  await killAtRandomPoints(
    {
      prepare(folder) {
        cpSync(built, folder, { recursive: true });
        mkdirSync(join(folder, "node_modules/other"), { recursive: true });
        symlinkSync(elsewhere, join(folder, "node_modules/tfjs-node-native"));
      },
      args: () => moduleThat("cli/ensureNative.ts", "m.ensureNative(process.cwd(), () => {})"),
      check(folder) {
        const to = readlinkSync(join(folder, "node_modules/tfjs-node-native"));
        assert.ok([elsewhere, join(folder, nativeFolder)].includes(to));
        assert.ok(existsSync(join(folder, nativeFolder, "lib/napi-v8/tfjs_binding.node")));
      },
      again: (folder) => ensureNative(folder, () => {}),
      finished(folder) {
        assert.equal(readlinkSync(join(folder, "node_modules/tfjs-node-native")), join(folder, nativeFolder));
        assert.deepEqual(readdirSync(join(folder, "node_modules")).sort(), ["other", "tfjs-node-native"]);
        assert.deepEqual(readdirSync(folder).sort(), [".native", "node_modules"]);
      },
    },
    points,
    8,
  );
});
