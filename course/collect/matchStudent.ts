import type { Student } from "../gradebook/student.ts";
import { isStudentId } from "../students/readStudents.ts";
import type { MappedName } from "./nameMap.ts";
import type { Place } from "./place.ts";

/** Whose a hand-in is: a student, known or new, with what was learned of them; or why that cannot be said. */
export type StudentMatch =
  | { readonly student: Student; readonly isNew: boolean }
  | { readonly reason: string };

/**
 * Finds the student of a hand-in, the surest way first: by the instructor's list, by a number of the LMS, by id, by
 * e-mail address or login, by name, and a loose file by the id that its name begins with. Who is in no list is a new
 * student, called as their folder is.
 *
 * @param assignment for which Moodle gave the participant's number: it gives new ones for each
 */
export function matchStudent(
  place: Place,
  students: readonly Student[],
  map: ReadonlyMap<string, MappedName>,
  assignment: string,
): StudentMatch {
  const mapped = map.get(place.who);
  if (mapped) {
    const student = students.find(({ id }) => id === mapped.student);
    if (!student) return { reason: "the map has an id that no student has: import the student first" };
    return { student: learned(student, place, assignment), isNew: false };
  }
  for (const rule of rules) {
    const found = students.filter((student) => rule(student, place));
    if (found.length > 1) return { reason: `${found.length} students could be meant: map the name to one` };
    const [student] = found;
    if (!student) continue;
    if (isAnother(student, place, assignment))
      return { reason: "a student of this name has another number in the LMS: map the name to one" };
    return { student: learned(student, place, assignment), isNew: false };
  }
  if (place.isAnonymous) return { reason: "the LMS hides who it is: map it, or download again with names" };
  if (!place.isStudentsName) return { reason: "no student is called so: map it to one" };
  return added(place, students, assignment);
}

type Rule = (student: Student, place: Place) => boolean;

const same = (a: string, b: string): boolean => a !== "" && a.toLowerCase() === b.toLowerCase();

const rules: readonly Rule[] = [
  ({ lms }, place) =>
    Object.entries(place.lms ?? {}).some(
      ([column, value]) => lms[column] === value || numbersOf(lms).includes(value),
    ),
  ({ id }, { who }) => id === who,
  ({ id, email, lms }, { who }) =>
    [id, email, lms["SIS Login ID"], lms["SIS User ID"], lms["ID number"], lms.Username].some((word) =>
      same(word ?? "", who),
    ),
  (student, { who, fullName = who, isAnonymous }) => isAnonymous !== true && hasName(student, fullName),
  ({ id }, { who, isStudentsName }) =>
    !isStudentsName && who.startsWith(id) && /^[\s_+-]/.test(who.slice(id.length)),
];

/** Names are compared by their letters and digits: each LMS takes other marks out. */
function hasName({ firstName, lastName }: Student, name: string): boolean {
  if (firstName === "" || lastName === "") return false;
  const words = lettersOf(name).sort().join(" ");
  const own = [...lettersOf(firstName), ...lettersOf(lastName)];
  // Canvas leaves no spaces.
  return (
    [...own].sort().join(" ") === words ||
    [...lettersOf(lastName), ...lettersOf(firstName)].join("") === words
  );
}

const lettersOf = (name: string): string[] =>
  name
    .normalize("NFC")
    .toLowerCase()
    .split(/[\s_,]+/)
    .map((word) => word.replace(/[^\p{L}\p{M}\p{N}]/gu, ""))
    .filter((word) => word !== "");

const numberColumn = (assignment: string): string => `Moodle participant (${assignment})`;

const numbersOf = (lms: Student["lms"]): string[] =>
  Object.entries(lms).flatMap(([column, value]) =>
    column.startsWith("Moodle participant (") ? [value] : [],
  );

/** Whether the LMS knows a student of the same name by another number: then it is somebody else. */
function isAnother({ lms }: Student, place: Place, assignment: string): boolean {
  const { ID: canvas, Identifier: moodle } = place.lms ?? {};
  const known = lms[numberColumn(assignment)];
  return (
    (canvas !== undefined && lms.ID !== undefined && lms.ID !== canvas) ||
    (moodle !== undefined && known !== undefined && known !== moodle)
  );
}

function learned(student: Student, { lms = {} }: Place, assignment: string): Student {
  const { Identifier: moodle, ...rest } = lms;
  const more = { ...rest, ...(moodle !== undefined && { [numberColumn(assignment)]: moodle }) };
  return { ...student, lms: { ...student.lms, ...more } };
}

function added(place: Place, students: readonly Student[], assignment: string): StudentMatch {
  const { who, fullName, lms } = place;
  // Canvas' number is the same in all assignments, Moodle's is not: there the name is all that stays.
  const id = lms?.ID ?? fullName ?? who;
  if (!isStudentId(id)) return { reason: "no student can have this id: map it to one" };
  if (students.some((student) => same(student.id, id)))
    return { reason: "a student with this id is somebody else: map it to one" };
  const [, firstName = "", lastName = fullName ?? ""] = /^(.*\S)\s+(\S+)$/.exec(fullName ?? "") ?? [];
  const student: Student = { id, firstName, lastName, email: "", lms: {} };
  return { student: learned(student, place, assignment), isNew: true };
}
