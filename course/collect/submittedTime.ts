import type { AttemptFile, TimeSource } from "../gradebook/attempt.ts";
import type { ContentStore } from "../store/contentStore.ts";
import { parseInstant } from "../time/parseInstant.ts";
import type { HandIn } from "./handIn.ts";
import { isHidden } from "./way.ts";
import { studentZip, zipFiles } from "./zipFiles.ts";

export interface SubmittedTime {
  /** ISO 8601 in UTC; null if nothing says it. */
  readonly at: string | null;
  readonly source: TimeSource;
}

/**
 * When something was handed in, as far as its source says:
 * - nbgrader writes `timestamp.txt` (`exchange/default/submit.py`); one without a zone is UTC (`parse_utc` in `utils.py`);
 * - the files of an LMS say nothing: Moodle and Canvas give each entry of their zip the time of the download
 *   (`files/classes/local/archive_writer/zip_writer.php`, `lib/content_zipper.rb`);
 * - of a student's zip, the latest of its entries; of other files, the latest of those. A copy may have made it later.
 */
export async function submittedTime(
  handIn: HandIn,
  kept: readonly AttemptFile[],
  store: ContentStore,
  timeZone: string,
): Promise<SubmittedTime> {
  const { way, place, files } = handIn;
  if (way === "moodle" || way === "canvas")
    return { at: null, source: place.isLate ? "none, late in Canvas" : "none" };
  const stamp = kept.find(({ name, bytes }) => name === "timestamp.txt" && bytes < 1000);
  const stamped = stamp && parseInstant(store.read(stamp.sha256).toString("utf8"), "UTC");
  if (stamped !== undefined) return { at: new Date(stamped).toISOString(), source: "timestamp.txt" };
  if (way === "zip") {
    const inside = await timeInside(store.pathOf((kept[0] as AttemptFile).sha256), timeZone);
    if (inside !== undefined) return { at: inside, source: "zip entry" };
  }
  const latest = latestOf(files.map(({ name, file }) => ({ path: name, modified: file.modified })));
  const source = handIn.container ? "zip entry" : "file";
  return latest === undefined ? { at: null, source: "none" } : { at: latest, source };
}

async function timeInside(path: string, timeZone: string): Promise<string | undefined> {
  try {
    await using source = await zipFiles(path, timeZone, studentZip);
    return latestOf(source.files);
  } catch {
    return undefined; // no zip: its own time is all there is
  }
}

function latestOf(
  files: readonly { readonly path: string; readonly modified: number }[],
): string | undefined {
  const times = files.filter(({ path }) => !isHidden(path)).map(({ modified }) => modified);
  const latest = Math.max(...times);
  return Number.isFinite(latest) ? new Date(latest).toISOString() : undefined;
}
