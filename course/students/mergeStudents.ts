import type { Student } from "../gradebook/student.ts";

/**
 * What a list says of students that are known by another word already: one of the same id, else of the same e-mail
 * address or number in an LMS, stays who they are, and learns what is new.
 *
 * @returns those that changed or are new
 */
export function mergeStudents(known: readonly Student[], listed: readonly Student[]): Student[] {
  const byId = new Map(known.map((student) => [student.id, student]));
  return listed.map((student) => {
    const same = byId.get(student.id) ?? onlyOne(known.filter((other) => isSame(other, student)));
    return same ? merged(same, student) : student;
  });
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

function isSame(a: Student, b: Student): boolean {
  if (a.email !== "" && a.email.toLowerCase() === b.email.toLowerCase()) return true;
  // Of one system's numbers each is one person's; names of sections are not.
  return ["ID", "SIS User ID", "SIS Login ID", "ID number", "Username"].some(
    (column) => (a.lms[column] ?? "") !== "" && a.lms[column] === b.lms[column],
  );
}

const merged = (known: Student, listed: Student): Student => ({
  id: known.id,
  firstName: listed.firstName || known.firstName,
  lastName: listed.lastName || known.lastName,
  email: listed.email || known.email,
  lms: { ...known.lms, ...listed.lms },
});
