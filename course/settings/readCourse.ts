import { existsSync, readdirSync, readFileSync } from "node:fs";
import { Refusal } from "../../kernel/refusal.ts";
import type { AssignmentSettings, CourseFile } from "./courseFile.ts";
import { coursePaths } from "./coursePaths.ts";
import {
  deadline,
  name,
  numberFrom,
  oneOf,
  type Shape,
  text,
  timeZone,
  wholeFrom,
  yesOrNo,
} from "./shape.ts";

/** What a course is that says nothing of itself. */
export const courseDefaults: CourseFile = {
  id: "course",
  title: "Course",
  kernel: "genloss",
  timeZone: "UTC",
  late: { graceMinutes: 0, percentPerDay: 0 },
  attempts: "last",
  credit: "all",
  limits: { testSeconds: 10, cellSeconds: 60, memoryMegabytes: 512, outputCharacters: 20_000 },
  sandbox: "A",
  assignments: {},
};

type Shapes = { readonly [key: string]: Shape | Shapes };

const late: Shapes = {
  graceMinutes: numberFrom(0),
  percentPerDay: numberFrom(0, 100),
  mostDays: wholeFrom(0),
};

const limits: Shapes = {
  testSeconds: numberFrom(0.1),
  cellSeconds: numberFrom(0.1),
  memoryMegabytes: wholeFrom(64),
  outputCharacters: wholeFrom(0),
};

const attempts = oneOf("last", "best");
const credit = oneOf("all", "per-test");

const course: Shapes = {
  id: name,
  title: text,
  kernel: name,
  timeZone,
  late,
  attempts,
  credit,
  limits,
  sandbox: oneOf("A", "B", "C", "D", "E"),
};

const assignment: Shapes = { title: text, due: deadline, variants: yesOrNo, attempts, credit };

/**
 * The settings of the course in a folder. A course without a `course.json`, such as one made for nbgrader, has the
 * defaults.
 *
 * @throws {Refusal} (exit code 2) if there is no course, or naming every key and value that is wrong
 */
export function readCourse(root: string): CourseFile {
  const paths = coursePaths(root);
  const has = { settings: existsSync(paths.settings), source: existsSync(paths.source) };
  if (!has.settings && !has.source)
    throw new Refusal(
      `Cannot read the course: ${root} must hold a course.json or a folder source, got neither\n` +
        "  Try   genloss course init FOLDER",
      2,
    );
  const known = has.source
    ? readdirSync(paths.source, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [];
  return has.settings ? parseCourse(readFileSync(paths.settings, "utf8"), known) : courseDefaults;
}

/**
 * @param known names of the folders in `source`: no other assignment can have settings
 * @throws {Refusal} (exit code 2) naming every key and value that is wrong
 */
export function parseCourse(content: string, known: readonly string[]): CourseFile {
  const faults: string[] = [];
  let given: unknown;
  try {
    given = JSON.parse(content.replace(/^\uFEFF/, ""));
  } catch (cause) {
    faults.push(`it must be JSON: ${(cause as Error).message}`);
  }
  if (faults.length === 0) {
    const { assignments = {}, ...rest } = isRecord(given) ? given : {};
    check("", isRecord(given) ? rest : given, course, faults, ["assignments"]);
    checkAssignments(assignments, known, faults);
  }
  if (faults.length > 0)
    throw new Refusal(
      `Cannot read the course: course.json is not right:\n${faults.map((line) => `  ${line}`).join("\n")}`,
      2,
    );
  const own = given as Partial<CourseFile>;
  return {
    ...courseDefaults,
    ...own,
    late: { ...courseDefaults.late, ...own.late },
    limits: { ...courseDefaults.limits, ...own.limits },
    assignments: (own.assignments ?? {}) as Readonly<Record<string, AssignmentSettings>>,
  };
}

function checkAssignments(given: unknown, known: readonly string[], faults: string[]): void {
  if (!isRecord(given)) {
    faults.push(`assignments must be an object, got ${told(given)}`);
    return;
  }
  for (const [key, settings] of Object.entries(given)) {
    const path = `assignments.${key}`;
    if (!name.fits(key)) faults.push(`${path}: the name of an assignment must be ${name.words}`);
    else if (!known.includes(key)) {
      const advice = known.length === 0 ? "there is none" : `there are ${[...known].sort().join(", ")}`;
      faults.push(`${path} must be the name of a folder in source; ${advice}`);
    }
    const { extensions = {}, ...rest } = isRecord(settings) ? settings : {};
    check(path, isRecord(settings) ? rest : settings, assignment, faults, ["extensions"]);
    if (!isRecord(extensions))
      faults.push(
        `${path}.extensions must be an object of students and their deadlines, got ${told(extensions)}`,
      );
    // A student's id is the instructor's own word, in the instructor's own file: it may be named.
    else
      for (const [student, due] of Object.entries(extensions))
        if (!deadline.fits(due))
          faults.push(`${path}.extensions.${student} must be ${deadline.words}, got ${told(due)}`);
  }
}

function check(
  path: string,
  given: unknown,
  shapes: Shapes,
  faults: string[],
  more: readonly string[] = [],
): void {
  if (!isRecord(given)) {
    faults.push(`${path || "it"} must be an object, got ${told(given)}`);
    return;
  }
  for (const [key, value] of Object.entries(given)) {
    const where = path === "" ? key : `${path}.${key}`;
    const shape = Object.hasOwn(shapes, key) ? shapes[key] : undefined;
    if (shape === undefined)
      faults.push(`${where} is not known; the keys here are ${[...Object.keys(shapes), ...more].join(", ")}`);
    else if (!isShape(shape)) check(where, value, shape, faults);
    else if (!shape.fits(value)) faults.push(`${where} must be ${shape.words}, got ${told(value)}`);
  }
}

const isShape = (value: Shape | Shapes): value is Shape => typeof value.fits === "function";

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const told = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
