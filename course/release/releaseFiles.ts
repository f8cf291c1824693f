import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { AssignmentSource } from "../source/readAssignment.ts";
import { variantNotebook } from "../variants/variantNotebook.ts";
import type { CourseKeys } from "./courseKeys.ts";
import { findLeaks } from "./findLeaks.ts";
import { publicManifest } from "./publicManifest.ts";
import { notIn, type Secrets } from "./secretTokens.ts";

export interface ReleaseOptions {
  readonly keys: CourseKeys;
  readonly secrets: Secrets;
  /** What a student's folder needs beside the assignment, by path. */
  readonly extraFiles: ReadonlyMap<string, string | Buffer>;
  /** The packages' own texts, which may stand in those. */
  readonly packageTexts: readonly string[];
  /** Whose numbers the notebooks get; without: everybody's. */
  readonly student?: string;
}

/** What goes out, by path. */
export interface ReleaseFiles {
  /** Those of the assignment itself: students who have them are told of a change. */
  readonly own: ReadonlyMap<string, string | Buffer>;
  readonly all: ReadonlyMap<string, string | Buffer>;
}

/**
 * The files of a release: notebooks, what lies beside them, the signed manifest, and what a student's folder needs.
 *
 * @throws {Refusal} (exit code 1) if something would go out that is not for students, naming the place; (exit code 2) if
 * two files would have one name
 */
export function releaseFiles(source: AssignmentSource, options: ReleaseOptions): ReleaseFiles {
  const { keys, secrets, extraFiles, packageTexts, student } = options;
  const { name: assignment, notebooks, files } = source;
  const released = notebooks.map(({ name, manifest: { release } }) => ({
    name,
    release:
      student === undefined
        ? release
        : variantNotebook(release, name, { secret: keys.secret, assignment, student }).notebook,
  }));
  const own = new Map<string, string | Buffer>();
  const read = new Map<string, Notebook>();
  for (const { name, release } of released) {
    own.set(`${name}.ipynb`, formatNotebook(release));
    read.set(`${name}.ipynb`, release);
  }
  for (const [path, bytes] of files) own.set(path, bytes);
  const all = new Map(own);
  const manifest = `${JSON.stringify(publicManifest(assignment, released, keys), null, 1)}\n`;
  for (const [path, content] of [["manifest.json", manifest] as const, ...extraFiles]) {
    if (all.has(path))
      throw new Refusal(
        `Cannot release ${assignment}: source/${assignment}/${path} has the name of a file that goes out with it; rename it`,
        2,
      );
    all.set(path, content);
  }
  const assigned = new Map([...all].filter(([path]) => !extraFiles.has(path)));
  const leaks = [
    ...findLeaks(assigned, read, secrets),
    ...(extraFiles.size > 0 ? findLeaks(extraFiles, new Map(), notIn(secrets, packageTexts)) : []),
  ];
  if (leaks.length > 0) {
    const lines = leaks
      .slice(0, most)
      .map(({ place, token, of }) => `  ${place}: ${JSON.stringify(token)}, of ${of}`);
    const more = leaks.length > most ? [`  … and ${leaks.length - most} more`] : [];
    throw new Refusal(
      [
        `Cannot release ${assignment}: what stands in solutions, hidden tests or mark schemes alone would go out:`,
        ...lines,
        ...more,
        "  Try   to take it out there; what students may know belongs into a cell that they can read",
      ].join("\n"),
      1,
    );
  }
  return { own, all };
}

const most = 20;
