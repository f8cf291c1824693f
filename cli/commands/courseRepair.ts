import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { Command } from "commander";
import { type RepairReport, repairAll, type SubmittedFile } from "../../course/repair/repairAll.ts";
import { repairMark } from "../../course/repair/repairMark.ts";
import { replaceFolder } from "../../kernel/files/replaceFolder.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { readNotebook } from "../../kernel/notebook/readNotebook.ts";
import { Refusal } from "../../kernel/refusal.ts";

interface RepairFlags {
  readonly out: string;
  readonly json?: boolean;
}

/** `genloss course repair`: what students handed in, as it would be had only answers been touched. */
export function courseRepairCommand(): Command {
  return new Command("repair")
    .description("mend notebooks that students handed in, so that a grader finds every cell")
    .argument("<released>", "the notebook as it was handed out, or a folder of such: nbgrader's release")
    .argument("<submitted...>", "notebooks that were handed in, or folders of such: nbgrader's submitted")
    .requiredOption(
      "-o, --out <folder>",
      "where the mended notebooks go: a new or empty folder, or one that this command made",
    )
    .option("--json", "say what was done as JSON")
    .addHelpText(
      "after",
      `
Cells that were deleted, duplicated, split, moved, renamed, retyped or changed, metadata that are
gone, older formats and other encodings: each notebook is what was handed out, with the student's
answers in it, and cells of their own where they stood. Files beside notebooks go along. What was
handed in stays as it is, and repair.json says what was done. A file in which no cell can be read is
named there, and the command ends with 1.

Example:
  genloss course repair release submitted -o mended
  nbgrader autograde --CourseDirectory.submitted_directory=mended 01-a-photocopy-of-a-photocopy`,
    )
    .action(repair);
}

async function repair(
  released: string,
  submitted: readonly string[],
  { out, json }: RepairFlags,
): Promise<void> {
  if (out === "") refuse('--out must name a folder, got ""');
  for (const path of [released, ...submitted])
    if (isWithin(out, path)) refuse(`--out must lie outside ${path}, which is only read, got ${out}`);
  const releases = new Map<string, Notebook>();
  for (const path of filesAt(released).filter(isNotebook)) {
    const name = basename(path);
    if (releases.has(name)) refuse(`the names of released notebooks must differ, got ${name} twice`);
    releases.set(name, await readNotebook(path));
  }
  if (releases.size === 0) refuse(`${released} must be or hold a notebook, got none`);
  const notebooks = new Map<string, string>();
  /** What lies beside notebooks, such as the time at which they came: it goes with them. */
  const others = new Map<string, Buffer>();
  for (const root of submitted)
    for (const path of filesAt(root)) {
      const name = path === root ? basename(path) : relative(root, path).split(sep).join("/");
      if (notebooks.has(name) || others.has(name))
        refuse(`files must differ in name or folder, got ${name} twice`);
      if (isNotebook(path)) notebooks.set(name, path);
      else others.set(name, readFileSync(path));
    }
  if (notebooks.size === 0) refuse(`${submitted.join(", ")} must be or hold notebooks, got none`);
  const reports: RepairReport[] = [];
  const files = repairAll(releases, reading(notebooks), (report) => {
    reports.push(report);
    if (!json) console.log(inWords(report));
  });
  const report = `${JSON.stringify(reports, null, 1)}\n`;
  const all = new Map<string, string | Buffer>([...others, ...files, ["repair.json", report]]);
  replaceFolder(resolve(out), all, repairMark, "repair submissions");
  if (json) process.stdout.write(report);
  const lost = reports.filter(({ why }) => why !== undefined).length;
  const touched = reports.filter(({ findings }) => findings.length > 0).length;
  console.error(
    `${files.size} of ${reports.length} notebooks stand in ${out}, ${touched} of them mended; repair.json says how`,
  );
  if (lost > 0) process.exitCode = 1;
}

/** The files one after the other, each read when its turn comes: with its outputs one may weigh 50 MB. */
function* reading(paths: ReadonlyMap<string, string>): Generator<SubmittedFile> {
  for (const [file, path] of paths) {
    let bytes: SubmittedFile["bytes"];
    try {
      bytes = readFileSync(path);
    } catch (error) {
      bytes = (error as Error).message;
    }
    yield { file, bytes };
  }
}

/** Whether a path is a folder or inside it. */
function isWithin(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path));
  return way === "" || !(way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way));
}

function refuse(rule: string): never {
  throw new Refusal(`Cannot repair submissions: ${rule}`, 2);
}

const isNotebook = (path: string): boolean => path.endsWith(".ipynb");

/** The file at a path, or those in a folder; without what is hidden, such as the copies that an editor keeps. */
function filesAt(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return refuse(`${path} must be there, got nothing`);
  if (!found.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.split(sep).some((part) => part.startsWith(".")))
    .sort()
    .map((name) => join(path, name))
    .filter((file) => lstatSync(file).isFile());
}

function inWords({ file, why, findings }: RepairReport): string {
  if (why !== undefined) return `${file}: cannot be read: ${why}`;
  if (findings.length === 0) return `${file}: as it was handed out`;
  const lines = findings.map(({ cell, words }) => `  ${cell === "" ? "" : `${cell} `}${words}`);
  return [`${file}:`, ...lines].join("\n");
}
