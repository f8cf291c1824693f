import type { Gradebook } from "../gradebook/gradebook.ts";
import { mergeStudents } from "./mergeStudents.ts";
import { readStudents } from "./readStudents.ts";

export interface ImportedStudents {
  readonly added: number;
  readonly known: number;
}

/**
 * Adds the students of a list to the gradebook, all or none.
 *
 * @throws {Refusal} (exit code 2) if it is no list of students
 */
export function importStudents(gradebook: Gradebook, csv: Uint8Array, file: string): ImportedStudents {
  const listed = readStudents(csv, file);
  return gradebook.transaction(() => {
    const known = gradebook.students();
    const students = mergeStudents(known, listed);
    gradebook.saveStudents(students);
    const ids = new Set(known.map(({ id }) => id));
    const added = students.filter(({ id }) => !ids.has(id)).length;
    return { added, known: students.length - added };
  });
}
