import { createReadStream, statSync } from "node:fs";
import { basename } from "node:path";
import { Refusal } from "../../kernel/refusal.ts";
import { folderFiles } from "./folderFiles.ts";
import type { HandedFile } from "./handedFile.ts";
import type { HandIn } from "./handIn.ts";
import type { Place } from "./place.ts";
import { isHidden, placeOf, recognise, type Way } from "./way.ts";
import { classZip, zipFiles } from "./zipFiles.ts";

export interface SourceOptions {
  /** How it came, if a person says so; else the paths say it. */
  readonly from?: Way;
  readonly assignments: ReadonlySet<string>;
  readonly timeZone: string;
}

/** A hand-in, and how many its source has. */
export interface Counted {
  readonly handIn: HandIn;
  readonly of: number;
}

/**
 * What students handed in, one after the other; each can be read until the next is asked for.
 *
 * @param path a notebook, a zip, or a folder of such
 * @throws {Refusal} (exit code 2) if nothing is there
 */
export async function* handIns(path: string, options: SourceOptions): AsyncGenerator<Counted> {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info)
    throw new Refusal(`Cannot collect: ${path} must be a notebook, a zip or a folder, got nothing there`, 2);
  if (info.isDirectory()) yield* inFolder(path, options);
  else if (/\.zip$/i.test(path)) yield* inZip(path, options);
  else yield { handIn: loose(fileAt(path)), of: 1 };
}

async function* inFolder(folder: string, options: SourceOptions): AsyncGenerator<Counted> {
  const { assignments, timeZone } = options;
  await using source = folderFiles(folder);
  const { way, files } = arranged(source.files, options);
  // Loose zips are each a student's, or one of a whole class.
  const isLooseZip = ({ path, at }: HandedFile): boolean =>
    (way ?? "folder") === "folder" && at !== undefined && /^[^/.][^/]*\.zip$/i.test(path);
  for (const { at } of files.filter(isLooseZip)) yield* inZip(at as string, { assignments, timeZone });
  yield* grouped(
    way ?? "folder",
    files.filter((file) => !isLooseZip(file)),
  );
}

async function* inZip(path: string, options: SourceOptions): AsyncGenerator<Counted> {
  const container = fileAt(path);
  const name = basename(path);
  const who = name.replace(/\.zip$/i, "");
  const place: Place = { who, name, isStudentsName: !options.assignments.has(who) };
  const whole: Counted = { handIn: { way: "zip", place, files: [{ name, file: container }] }, of: 1 };
  try {
    await using source = await zipFiles(path, options.timeZone, classZip);
    const { way, files } = arranged(source.files, options);
    if (way === undefined || way === "zip") yield whole;
    else yield* grouped(way, files, container);
  } catch (error) {
    if (error instanceof Refusal || error instanceof TypeError) throw error;
    yield whole; // no zip, or not all of it: it is kept, and its problem found when it is read
  }
}

/** The way of a source, and its files, without a folder that is around all of them if only so they look like something. */
function arranged(
  files: readonly HandedFile[],
  { from, assignments }: SourceOptions,
): { readonly way: Way | undefined; readonly files: readonly HandedFile[] } {
  const way = recognise(
    files.map(({ path }) => path),
    assignments,
  );
  const [first] = files.filter(({ path }) => !isHidden(path));
  const around = first?.path.split("/")[0];
  const inside = files
    .filter(({ path }) => path.startsWith(`${around}/`))
    .map((file) => ({ ...file, path: file.path.slice((around as string).length + 1) }));
  const isAround = files.every(({ path }) => path.startsWith(`${around}/`) || isHidden(path));
  const innerWay = isAround
    ? recognise(
        inside.map(({ path }) => path),
        assignments,
      )
    : undefined;
  if (way === undefined && innerWay !== undefined && (from === undefined || from === innerWay))
    return { way: innerWay, files: inside };
  return { way: from ?? way, files };
}

function* grouped(way: Way, files: readonly HandedFile[], container?: HandedFile): Generator<Counted> {
  const read = way === "zip" ? placeOf.folder : placeOf[way];
  const all = files.flatMap((file) => {
    const place = read(file.path) ?? strange(file.path);
    // At the root, such a file is no student's; in a student's folder it goes along.
    const isNobodys = isHidden(file.path.split("/")[0] as string);
    return isNobodys ? [] : [{ place, file }];
  });
  const groups = Map.groupBy(all, ({ place }) => `${place.who}\0${place.assignment ?? ""}`);
  for (const group of groups.values()) {
    const [{ place }] = group as [(typeof group)[0]];
    const isLate = group.some((each) => each.place.isLate);
    const handIn: HandIn = {
      way,
      place: { ...place, ...(isLate && { isLate }) },
      files: [...group]
        .sort((a, b) => (a.place.upload ?? 0) - (b.place.upload ?? 0))
        .map(({ place: { name }, file }) => ({ name, file })),
      ...(container && { container }),
    };
    yield { handIn, of: groups.size };
  }
}

/** What lies where the way has nothing: somebody's, perhaps. */
const strange = (path: string): Place => ({ who: path, name: path, isStudentsName: false });

const loose = (file: HandedFile): HandIn => {
  const place = placeOf.folder(file.path) as Place;
  return { way: "folder", place, files: [{ name: place.name, file }] };
};

function fileAt(path: string): HandedFile {
  const { size, mtimeMs } = statSync(path);
  const open = async () => createReadStream(path);
  return { path: basename(path), bytes: size, modified: mtimeMs, problem: null, open };
}
