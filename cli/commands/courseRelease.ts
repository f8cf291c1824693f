import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import type { ReleaseFiles } from "../../course/release/releaseFiles.ts";
import type { CoursePaths } from "../../course/settings/coursePaths.ts";
import type { AssignmentSource } from "../../course/source/readAssignment.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { projectVersion } from "../projectVersion.ts";
import { type AssignFlags, inWords, tried, warningLines } from "./courseAssign.ts";

interface ReleaseFlags extends AssignFlags {
  readonly force?: boolean;
  readonly students?: string;
  readonly bare?: boolean;
  readonly json?: boolean;
}

/** What stands beside the notebooks of an assignment. */
type Beside = (source: AssignmentSource) => ReadonlyMap<string, string | Buffer>;

/** `genloss course release`: what students get. */
export function courseReleaseCommand(): Command {
  return new Command("release")
    .description("write what students get, and keep what grading needs")
    .argument("<assignment...>", "names of folders in source")
    .option("--course <folder>", "the course's folder", ".")
    .option("--force", "also if students may have another notebook already")
    .option("--students <list>", "with variants: ids of those who get a folder; all known ones by default")
    .option("--bare", "without what a student's own machine needs to run the notebooks")
    .option("--seeds <count>", "as for assign", "200")
    .option("--slots <count>", "as for assign", "2")
    .option("--fresh", "as for assign")
    .option("--json", "say what was written as JSON")
    .addHelpText(
      "after",
      `
What assign finds must be fine, and nothing that stands in solutions, hidden tests or mark schemes
alone may stand anywhere in what goes out: else nothing is written. release/ASSIGNMENT holds the
notebooks, what lies beside them, a signed manifest, and what runs them on a student's machine with
Node and npm alone; with variants there is a folder for each student. If hidden tests alone changed,
students' files stay as they are.

Example:
  genloss course release 01-a-photocopy-of-a-photocopy`,
    )
    .action(release);
}

async function release(names: string[], flags: ReleaseFlags): Promise<void> {
  const written: object[] = [];
  const beside = flags.bare ? () => new Map<string, string>() : await packagesBeside();
  for (const name of names) {
    const report = await tried(name, flags);
    if (!report.isReady) throw new Refusal(`Cannot release ${inWords(report)}`, 1);
    const { folders, changed } = await releaseOne(name, flags, beside);
    const { points, warnings } = report;
    written.push({ assignment: name, points, folders, changed, warnings });
    if (flags.json) continue;
    for (const line of warningLines(warnings)) console.log(line);
    const what = folders === 1 ? `release/${name}` : `${folders} folders in release/${name}`;
    const s = folders === 1 ? "s" : "";
    const news =
      changed === 0 ? `stay${s} as before: only what is kept here changed` : `stand${s} ready for students`;
    console.log(`${what} ${news}`);
  }
  if (flags.json) console.log(JSON.stringify(written, null, 1));
}

async function releaseOne(
  name: string,
  flags: ReleaseFlags,
  beside: Beside,
): Promise<{ readonly folders: number; readonly changed: number }> {
  const { readCourse } = await import("../../course/settings/readCourse.ts");
  const { coursePaths } = await import("../../course/settings/coursePaths.ts");
  const { readAssignment } = await import("../../course/source/readAssignment.ts");
  const { courseKeys } = await import("../../course/release/courseKeys.ts");
  const { secretTokens, withoutRemarks } = await import("../../course/release/secretTokens.ts");
  const { releaseFiles } = await import("../../course/release/releaseFiles.ts");
  const { writeRelease } = await import("../../course/release/writeRelease.ts");
  const paths = coursePaths(resolve(flags.course));
  const course = readCourse(paths.root);
  const source = readAssignment(paths.source, name);
  const packages = packageTexts();
  const code = [...packages].filter(([path]) => path.endsWith(".ts")).map(([, text]) => withoutRemarks(text));
  const secrets = secretTokens(source.notebooks, code);
  const keys = courseKeys(paths);
  const extraFiles = beside(source);
  const isVaried = course.assignments[name]?.variants ?? false;
  if (!isVaried && flags.students !== undefined)
    throw new Refusal(
      `Cannot release ${name}: --students must stand with variants, which course.json does not ask for\n` +
        `  Try   "assignments": { "${name}": { "variants": true } }`,
      2,
    );
  const students = isVaried ? await studentsOf(paths, flags) : [""];
  const folders = new Map(
    students.map((student): [string, ReleaseFiles] => [
      student,
      releaseFiles(source, {
        keys,
        secrets,
        extraFiles,
        packageTexts: [...packages.values()],
        ...(student !== "" && { student }),
      }),
    ]),
  );
  const manifest = {
    schema: 1,
    assignment: name,
    version: projectVersion,
    notebooks: source.notebooks.map((notebook) => notebook.manifest),
  } as const;
  return writeRelease(paths, manifest, folders, flags.force ?? false);
}

async function studentsOf(paths: CoursePaths, { students }: ReleaseFlags): Promise<string[]> {
  const { Gradebook } = await import("../../course/gradebook/gradebook.ts");
  const { name } = await import("../../course/settings/shape.ts");
  let found = (students ?? "").split(",").map((id) => id.trim());
  if (students === undefined) {
    using gradebook = new Gradebook(paths.gradebook);
    found = gradebook.students().map(({ id }) => id);
  }
  const wrong = found.find((id) => !name.fits(id));
  if (wrong !== undefined)
    throw new Refusal(
      `Cannot release: a student's id must be ${name.words}, got ${JSON.stringify(wrong)}`,
      2,
    );
  if (found.length === 0)
    throw new Refusal(
      "Cannot release: with variants the course must know its students, got none\n  Try   --students ID,ID",
      2,
    );
  return [...new Set(found)];
}

/** What students install: packed once, however many assignments go out. */
async function packagesBeside(): Promise<Beside> {
  const { packedPackages } = await import("../packPackages.ts");
  const { besideNotebooks } = await import("../../course/release/studentFolder.ts");
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const packages = packedPackages(root);
  const { dependencies: versions } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  return ({ name, notebooks }) =>
    besideNotebooks({
      ...{ name, packages, versions },
      notebooks: new Map(notebooks.map((each) => [each.name, each.manifest.release])),
    });
}

/** The texts of the packages that students get with every notebook, by path. */
function packageTexts(): Map<string, string> {
  const root = fileURLToPath(new URL("../../", import.meta.url));
  const paths = ["lib", "data"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)),
  );
  return new Map(
    paths
      .filter((path) => /\.(?:ts|md|json)$/.test(path) && !path.includes("node_modules"))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}
