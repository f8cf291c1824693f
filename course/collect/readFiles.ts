import { posix } from "node:path";
import type { AttemptFile } from "../gradebook/attempt.ts";
import { readSubmission } from "../repair/readSubmission.ts";
import type { ContentStore } from "../store/contentStore.ts";
import { uniqueName } from "./keepFiles.ts";
import type { KnownNotebook } from "./knownNotebook.ts";
import { matchNotebook, type NotebookMatch } from "./matchNotebook.ts";
import { isHidden } from "./way.ts";
import { studentZip, zipFiles } from "./zipFiles.ts";

/** A notebook with its outputs may weigh 50 MB; what is larger is not read into memory. */
const mostBytes = 128 * 2 ** 20;

/**
 * Finds out what the files of an attempt are, after they were kept: what a zip holds, and a zip in it, and which file
 * is which notebook. Never an exception for what a student handed in.
 *
 * @param timeZone that of the course, for times in zips
 * @returns the files, and those out of zips under `ZIP/NAME`
 */
export async function readFiles(
  files: readonly AttemptFile[],
  known: readonly KnownNotebook[],
  store: ContentStore,
  timeZone: string,
): Promise<AttemptFile[]> {
  const raw = files.filter(({ name }) => !files.some((other) => name.startsWith(`${other.name}/`)));
  const all = await unpacked(raw, store, timeZone, 2);
  return counted(all.map((file) => read(file, known, store)));
}

async function unpacked(
  files: readonly AttemptFile[],
  store: ContentStore,
  timeZone: string,
  levels: number,
): Promise<AttemptFile[]> {
  const all: AttemptFile[] = [];
  for (const file of files) {
    if (!/\.zip$/i.test(file.name) || file.problem !== null || isHidden(file.name)) all.push(file);
    else if (levels === 0)
      all.push({ ...file, problem: "it is a zip in a zip in a zip, and was not opened" });
    else all.push(...(await inside(file, store, timeZone, levels)));
  }
  return all;
}

async function inside(
  zip: AttemptFile,
  store: ContentStore,
  timeZone: string,
  levels: number,
): Promise<AttemptFile[]> {
  const found: AttemptFile[] = [];
  try {
    await using source = await zipFiles(store.pathOf(zip.sha256), timeZone, studentZip);
    for (const file of source.files) {
      const name = uniqueName(`${zip.name}/${file.path}`, found);
      const common = { name, notebook: null };
      if (file.problem !== null) {
        found.push({ ...common, sha256: zip.sha256, bytes: 0, problem: file.problem });
        continue;
      }
      try {
        const stored = await store.keep(await file.open(), studentZip.bytes);
        found.push({ ...common, ...stored, problem: null });
      } catch (error) {
        const problem = `it cannot be unpacked: ${(error as Error).message}`;
        found.push({ ...common, sha256: zip.sha256, bytes: 0, problem });
      }
    }
  } catch (error) {
    return [{ ...zip, problem: `it cannot be opened as a zip: ${(error as Error).message}` }];
  }
  return [zip, ...(await unpacked(found, store, timeZone, levels - 1))];
}

type Read = AttemptFile & { readonly match?: NotebookMatch };

function read(file: AttemptFile, known: readonly KnownNotebook[], store: ContentStore): Read {
  const { name, problem, bytes, sha256 } = file;
  if (problem !== null || isHidden(name) || !/\.(?:ipynb(?:\.\w+)?|json)$/i.test(name)) return file;
  const isNotebook = /\.ipynb/i.test(name);
  if (bytes > mostBytes) return { ...file, problem: `it is larger than ${mostBytes / 2 ** 20} MB` };
  const submission = readSubmission(store.read(sha256));
  if ("unreadable" in submission)
    return isNotebook ? { ...file, problem: plainly(submission.unreadable) } : file;
  const match = matchNotebook(name, submission.cells, known);
  if (match) return { ...file, notebook: match.notebook, match };
  return isNotebook
    ? { ...file, problem: "it is none of the assignment's notebooks: no cell of theirs is in it" }
    : file;
}

/** Node's words for broken JSON quote the text: what a student wrote belongs in no list of problems. */
const plainly = (words: string): string =>
  words.startsWith("it is no notebook") ? "it is no notebook: its text is not JSON" : words;

/** Of files that are the same notebook one counts; the others stay, and say which. */
function counted(files: readonly Read[]): AttemptFile[] {
  const best = new Map<string, Read>();
  for (const file of files) {
    if (!file.match) continue;
    const { notebook } = file.match;
    const rival = best.get(notebook);
    if (!rival || isBetter(file, rival)) best.set(notebook, file);
  }
  return files.map(({ match, ...file }) => {
    const winner = match && best.get(match.notebook);
    const isLoser = winner !== undefined && winner.name !== file.name;
    return isLoser ? { ...file, problem: `${winner.name} counts as this notebook` } : file;
  });
}

/**
 * One with work in it before one as it was handed out; then the one with more of the graded cells; then the later
 * upload, which Canvas numbers; then the one under the name that was handed out; then by name.
 */
function isBetter(a: Read, b: Read): boolean {
  const rank = ({ name, match }: Read): readonly number[] => [
    Number(match?.isTouched),
    match?.cells ?? 0,
    Number(/(?:-| \()(\d{1,2})\)?\.ipynb$/.exec(name)?.[1] ?? 0),
    Number(posix.basename(name) === `${match?.notebook}.ipynb`),
  ];
  const [own, other] = [rank(a), rank(b)];
  const first = own.findIndex((value, place) => value !== other[place]);
  return first === -1 ? a.name < b.name : (own[first] as number) > (other[first] as number);
}
