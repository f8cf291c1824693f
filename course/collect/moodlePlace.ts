import type { Place } from "./place.ts";

/**
 * A path in what Moodle gives for "Download all submissions". Sources: `mod/assign/classes/downloader.php` of Moodle
 * (get_student_prefix, load_submissionplugin_filelist) and docs.moodle.org, "Using Assignment":
 * - in folders (the default since 3.1): `Full name_NUMBER_assignsubmission_file/…`, in older ones with another `_` at
 *   the end of the folder's name;
 * - in one folder: `Full name_NUMBER_assignsubmission_file_NAME`;
 * - `onlinetext` in place of `file` for what was typed into a text box;
 * - NUMBER is the participant's, a new one for each assignment, as in the column "Identifier" of the grading worksheet;
 * - a `_` in a name becomes a space; `&<>"'|:\/` and control characters are taken out;
 * - "Participant" in place of the name while marking is anonymous.
 */
export function moodlePlace(path: string): Place | undefined {
  const [, who, fullName, number, name] = form.exec(path) ?? [];
  if (who === undefined || fullName === undefined || number === undefined || !name) return undefined;
  return {
    who,
    name,
    fullName,
    lms: { Identifier: `Participant ${number}` },
    isAnonymous: fullName === "Participant",
    isStudentsName: true,
  };
}

const form = /^(([^/]+?)_(\d+))_assignsubmission_[a-z]+(?:_?\/|_)(.+)$/;
