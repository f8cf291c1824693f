import type { FinalMark } from "../gradebook/finalMark.ts";
import type { OpenCourse } from "../openCourse.ts";
import { finalMarks } from "./finalMarks.ts";
import { marksInputOf } from "./marksInputOf.ts";

/** The marks of an assignment, from all that the course has of it. */
export const marksOf = (course: Omit<OpenCourse, "paths">, assignment: string, now: Date): FinalMark[] =>
  finalMarks(marksInputOf(course, assignment, now));
