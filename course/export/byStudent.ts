import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Student } from "../gradebook/student.ts";
import type { CourseMarks } from "./courseMarks.ts";

/** Each student with the mark for an assignment, in the order of the students; undefined where there is none. */
export function byStudent(
  { students, marks }: Pick<CourseMarks, "students" | "marks">,
  assignment: string,
): readonly (readonly [Student, FinalMark | undefined])[] {
  const own = new Map(
    marks.filter((mark) => mark.assignment === assignment).map((mark) => [mark.student, mark]),
  );
  return students.map((student) => [student, own.get(student.id)]);
}
