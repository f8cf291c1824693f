import type { Place } from "./place.ts";

/**
 * A path in what Canvas gives for "Download Submissions". Source: `lib/content_zipper.rb` of Canvas (get_filename,
 * add_upload_submission, add_text_or_url, sanitize_user_name):
 * - `NAME_USER_ATTACHMENT_FILE`, with `LATE` after NAME where Canvas counts it as late;
 * - NAME is "last, first" in small letters, without all that is no letter, digit or `_`;
 * - USER and ATTACHMENT are Canvas' own numbers; USER is the column "ID" of an exported gradebook;
 * - anonymous: no NAME, and `anon_CODE` for USER;
 * - `NAME_USER_text.html` or `…_link.html` for what was typed or linked.
 */
export function canvasPlace(path: string): Place | undefined {
  const [, student, late, anonymous, user, attachment, file, typed] = form.exec(path) ?? [];
  const name = file ?? typed;
  if (name === undefined) return undefined;
  const common = {
    name,
    isLate: late !== undefined,
    isStudentsName: true,
    ...(attachment !== undefined && { upload: Number(attachment) }),
  };
  if (anonymous !== undefined) return { ...common, who: anonymous, isAnonymous: true };
  if (user === undefined || student === undefined) return undefined;
  return { ...common, who: `${student}_${user}`, fullName: student, lms: { ID: user } };
}

const form =
  /^(?:([\p{L}\p{M}\p{N}_]+?)_)??(?:(LATE)_)?(?:(anon_[A-Za-z0-9]+)|(\d+))_(?:(\d+)_([^/]+)|((?:text|link)\.html))$/u;
