import { spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Refusal } from "../kernel/refusal.ts";
import { linkFolder } from "./linkFolder.ts";
import { takeFolder } from "./takeFolder.ts";
import { withLock } from "./withLock.ts";

/** Versions that work together: the C interface of the newer TensorFlow still holds all that the binding calls. */
const purpose = "build native tfjs-node";
const binding = "@tensorflow/tfjs-node@4.22.0";
const headers = "node-api-headers@1.9.0";
const wheel = "tensorflow-cpu==2.21.0";

/** Parts of TensorFlow.js that are the project's own: two copies would not know each other's tensors. */
const shared = ["tfjs-core", "tfjs-backend-cpu", "tfjs-data", "tfjs-layers"];

/** What the binding includes, beside the folder of C headers. */
const included = ["core/platform/ctstring", "tsl/platform/ctstring", "xla/tsl/c/"];

/** A package.json of our own, for npm to install beside and not into the project's. */
const mark = '{ "private": true }\n';

/**
 * Gives native `tfjs-node` where its own installer cannot reach its download: TensorFlow's libraries come out of the
 * Python wheel, and tfjs-node's binding is compiled against them. All of it lies in `.native`, linked into
 * `node_modules/tfjs-node-native`, where `lib/tensor` looks. A step that is done is not done again.
 *
 * @param root the project's folder
 * @param options.link false leaves `node_modules` alone: for tests, which must not change what is then checked
 * @returns the folder of the package
 * @throws {Refusal} (exit code 2) if a tool or a download is missing; it says what to do
 */
export function ensureNative(
  root: string,
  onProgress: (line: string) => void,
  options: { link?: boolean } = {},
): string {
  const link = join(root, "node_modules", "tfjs-node-native");
  const lock = join(root, ".native.lock");
  if (hasBinding(link) && !existsSync(lock)) return link;
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Refusal(
      `Cannot ${purpose}: this way needs Linux on x64, got ${process.platform} on ${process.arch}\n` +
        "  Try   npm install with a network that reaches its download; without it WebAssembly is used",
      2,
    );
  }
  return withLock(lock, () => {
    const home = join(root, ".native");
    takeFolder(home, mark, { purpose, maker: "genloss native", advice: "to move it away" });
    const folder = join(home, "node_modules", "@tensorflow", "tfjs-node");
    if (!hasBinding(folder)) {
      install(home, folder, onProgress);
      unpackTensorFlow(home, folder, onProgress);
      compile(home, folder, onProgress);
    }
    if (options.link === false) return folder;
    for (const path of placesOf(link)) linkFolder(join(folder, path), join(link, path), ".native");
    return link;
  });
}

/**
 * What to link. Where npm left its own tfjs-node without running the installer, that folder stays, and gets
 * what the installer would have brought.
 */
function placesOf(link: string): string[] {
  const manifest = join(link, "package.json");
  if (!lstatSync(link, { throwIfNoEntry: false })?.isDirectory() || !existsSync(manifest)) return [""];
  const { name } = JSON.parse(readFileSync(manifest, "utf8")) as { name?: unknown };
  return name === "@tensorflow/tfjs-node" ? ["deps", "lib/napi-v8"] : [""];
}

/** Where tfjs-node looks for its binding. */
const bindingFile = (folder: string): string => join(folder, "lib", "napi-v8", "tfjs_binding.node");

/** Whether it can be loaded: the binding is built, and the parts of TensorFlow.js that it asks for are found. */
function hasBinding(folder: string): boolean {
  return existsSync(bindingFile(folder)) && canFind("@tensorflow/tfjs", folder);
}

function canFind(name: string, folder: string): boolean {
  try {
    createRequire(join(realpathSync(folder), "package.json")).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function install(home: string, folder: string, onProgress: (line: string) => void): void {
  if (existsSync(join(home, "node_modules/node-api-headers")) && canFind("@tensorflow/tfjs", folder)) return;
  onProgress("Fetching tfjs-node without its installer …");
  const options = ["--ignore-scripts", "--no-save", "--no-package-lock", "--no-audit", "--no-fund"];
  run(
    "npm",
    ["install", "--prefix", home, ...options, binding, headers],
    "Is the npm registry within reach?",
  );
  for (const part of shared)
    rmSync(join(home, "node_modules/@tensorflow", part), { recursive: true, force: true });
}

function unpackTensorFlow(home: string, folder: string, onProgress: (line: string) => void): void {
  const deps = join(folder, "deps");
  if (existsSync(join(deps, "complete"))) return;
  onProgress(
    "Fetching TensorFlow's libraries from its Python wheel: about 270 MB, once; it may take minutes …",
  );
  const wheels = join(home, "wheel");
  rmSync(wheels, { recursive: true, force: true }); // what a killed run had begun to fetch
  const platform = ["--python-version", "3.11", "--platform", "manylinux_2_27_x86_64", "--only-binary=:all:"];
  const quiet = ["--quiet", "--disable-pip-version-check", "--retries", "1"];
  run(
    "python3",
    ["-m", "pip", "download", ...quiet, "--no-deps", ...platform, "-d", wheels, wheel],
    "Python 3 with pip is needed, and a network that reaches its packages.",
  );
  rmSync(deps, { recursive: true, force: true });
  run("python3", ["-c", unzip, wheels, deps, ...included], "Is the disk full? It needs 1.2 GB.");
  rmSync(wheels, { recursive: true });
  writeFileSync(join(deps, "complete"), "");
}

/** A wheel is a zip; Python, which fetched it, also opens it. Libraries go to lib/, C headers to include/. */
const unzip = `
import os, shutil, sys, zipfile
wheels, deps, *included = sys.argv[1:]
archive = zipfile.ZipFile(os.path.join(wheels, os.listdir(wheels)[0]))
for name in (n for n in archive.namelist() if not n.endswith("/")):
    short = name.removeprefix("tensorflow/")
    if short.startswith("libtensorflow_"):
        target = os.path.join("lib", short)
    elif short.startswith("include/tensorflow/c/") or any(word in short for word in included) and name.endswith(".h"):
        target = short
    else:
        continue
    target = os.path.join(deps, target)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with archive.open(name) as source, open(target, "wb") as copy:
        shutil.copyfileobj(source, copy, 1 << 20)
`;

function compile(home: string, folder: string, onProgress: (line: string) => void): void {
  onProgress("Compiling tfjs-node's binding …");
  const built = join(folder, "lib", "napi-v8");
  mkdirSync(built, { recursive: true });
  const includes = [
    join(folder, "deps/include"),
    join(home, "node_modules/node-api-headers/include"),
    folder,
  ];
  const unfinished = join(built, "unfinished.node");
  run(
    "g++",
    [
      ...["-shared", "-fPIC", "-O2", "-w", "-std=c++17", "-DNAPI_VERSION=8"],
      ...includes.map((include) => `-I${include}`),
      ...["tfjs_backend.cc", "tfjs_binding.cc"].map((file) => join(folder, "binding", file)),
      `-L${join(folder, "deps/lib")}`,
      ...["-l:libtensorflow_cc.so.2", "-l:libtensorflow_framework.so.2", "-Wl,-rpath,$ORIGIN/../../deps/lib"],
      ...["-o", unfinished],
    ],
    "A C++ compiler is needed; on Debian: apt-get install g++",
  );
  const target = { exports: {} };
  process.dlopen(target, unfinished); // a binding that does not load is no binding
  renameSync(unfinished, bindingFile(folder));
}

function run(command: string, args: readonly string[], hint: string): void {
  const { status, error, stderr } = spawnSync(command, args, {
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status === 0) return;
  const words = error?.message ?? stderr.trim().split("\n").slice(-5).join("\n");
  throw new Refusal(
    `Cannot ${purpose}: ${command} ${args[0]} failed\n${words}\n  ${hint}\n` +
      "  Nothing is lost: WebAssembly is used instead; this command goes on where it stopped",
    2,
  );
}
