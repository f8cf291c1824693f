import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { clearUnused } from "./clearUnused.ts";
import type { Ground } from "./openSession.ts";
import { sharedFolder } from "./sharedFolder.ts";

/** How a process that runs students' cells is started: `node ...args`. */
export interface StudentHostProgram {
  readonly args: readonly string[];
  /** Files that it reads as it starts. */
  readonly files: readonly string[];
}

/**
 * Tables in a snapshot stay as they were hashed: to hash them anew takes an eighth of a start. That guards servers, whose keys
 * strangers choose; here a stranger harms himself alone.
 */
const asHashed = "--no-rehash-snapshot";

const here = fileURLToPath(new URL(".", import.meta.url));

/**
 * Makes the program that runs students' cells above a ground: a snapshot of a process in which the ground's cells have
 * run, so that no submission waits for them. Where V8 cannot keep what they made, as WebAssembly, they run at each
 * start. It is made once for a ground and kept.
 *
 * @param node path of the Node that will run it: a snapshot belongs to one version
 * @param folderOfHosts must be one that every user may read
 * @throws {Error} if a cell of the ground fails
 */
export async function buildStudentHost(
  ground: Ground,
  node: string,
  folderOfHosts: string = sharedFolder("generation-loss-hosts"),
): Promise<StudentHostProgram> {
  const [script, compiler] = await Promise.all([bundle(hostOf(ground)), bundledCompiler()]);
  const hash = createHash("sha256")
    .update(`${process.version} ${process.arch} ${asHashed} ${script} ${compiler}`)
    .digest("hex");
  const folder = join(folderOfHosts, hash.slice(0, 32));
  const [source, blob, plain, compile] = ["host.cjs", "host.blob", "no-snapshot", "compiler.cjs"].map(
    (name) => join(folder, name),
  ) as [string, string, string, string];
  const found = (): StudentHostProgram | undefined => {
    if (existsSync(blob)) return { args: [asHashed, "--snapshot-blob", blob], files: [blob] };
    if (existsSync(plain)) return { args: [source, compile], files: [source, compile] };
    return undefined;
  };
  const known = found();
  if (known) {
    const now = new Date();
    utimesSync(folder, now, now);
    return known;
  }
  mkdirSync(folderOfHosts, { recursive: true });
  clearUnused(folderOfHosts);
  const part = mkdtempSync(`${folder}.`);
  chmodSync(part, 0o755);
  writeFileSync(join(part, "host.cjs"), script);
  writeFileSync(join(part, "compiler.cjs"), compiler);
  const failure = await run(node, [
    asHashed,
    "--snapshot-blob",
    join(part, "host.blob"),
    "--build-snapshot",
    join(part, "host.cjs"),
    join(part, "compiler.cjs"),
  ]);
  if (failure !== undefined) {
    if (failure.includes("Cannot run what the exercise stands on")) throw new Error(failure);
    rmSync(join(part, "host.blob"), { force: true });
    writeFileSync(join(part, "no-snapshot"), failure);
  }
  for (const name of readdirSync(part)) chmodSync(join(part, name), 0o644);
  try {
    renameSync(part, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(part, { recursive: true, force: true }); // another has made it meanwhile
  }
  return found() as StudentHostProgram;
}

const hostOf = (ground: Ground): string =>
  `import { studentHost } from "./studentHost.ts"; studentHost(${JSON.stringify(ground)});`;

let compiler: Promise<string> | undefined;

const bundledCompiler = (): Promise<string> =>
  (compiler ??= bundle(`export { compileCell } from "../../../kernel/compile/compileCell.ts";`));

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents,
      resolveDir: here,
      loader: "ts",
    },
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    format: "cjs",
    keepNames: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return outputFiles[0]?.text ?? "";
}

/** Runs a program to its end. @returns what it said, if it failed */
function run(program: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", "ignore", "pipe"] });
    let words = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      words = (words + text).slice(-4000);
    });
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) =>
      resolve(code === 0 ? undefined : words || `ended by ${signal ?? code}`),
    );
  });
}
