import type { AssignmentManifest, ManifestNotebook } from "../manifest/assignmentManifest.ts";
import type { CourseFile } from "../settings/courseFile.ts";
import { variantNotebook } from "./variantNotebook.ts";

/** A notebook of an assignment as one student got it. */
export interface OwnNotebook extends ManifestNotebook {
  /** Stands for the student's numbers, in results: one for all exercises of the notebook. "" where it has none. */
  readonly variant: string;
}

/** Which numbers a student has in a notebook, as results name them; "" where all have the same. */
export type VariantOf = (assignment: string, student: string, notebook: string) => string;

/**
 * The notebooks of a course as each student got them. They follow from the course's own files, and from nothing that was
 * handed in: whatever looks for a student's results asks here, as grading does.
 */
export class HandedOut {
  readonly #course: Pick<CourseFile, "assignments">;
  readonly #manifestOf: (assignment: string) => AssignmentManifest;
  readonly #secret: () => Buffer;
  readonly #manifests = new Map<string, AssignmentManifest>();
  readonly #own = new Map<string, OwnNotebook>();

  /**
   * @param manifestOf asked once for each assignment, when it is needed
   * @param secret of the course; asked only where students have numbers of their own
   */
  constructor(
    course: Pick<CourseFile, "assignments">,
    manifestOf: (assignment: string) => AssignmentManifest,
    secret: () => Buffer,
  ) {
    this.#course = course;
    this.#manifestOf = manifestOf;
    this.#secret = secret;
  }

  /**
   * A student's notebook; undefined if the assignment has none of this name.
   *
   * @throws {Refusal} (exit code 2) if the assignment's manifest, or the secret that it takes, cannot be read
   */
  notebook(assignment: string, student: string, name: string): OwnNotebook | undefined {
    const isVaried = this.#isVaried(assignment);
    const key = JSON.stringify([assignment, isVaried ? student : "", name]);
    const known = this.#own.get(key);
    if (known) return known;
    const given = this.#manifest(assignment).notebooks.find((notebook) => notebook.name === name);
    if (!given) return undefined;
    const { notebook: release, id: variant } = isVaried
      ? variantNotebook(given.release, name, { secret: this.#secret(), assignment, student })
      : { notebook: given.release, id: "" };
    const own = { ...given, release, variant };
    this.#own.set(key, own);
    return own;
  }

  /** See {@link VariantOf}. An assignment without variants needs no manifest for it. */
  readonly variantOf: VariantOf = (assignment, student, name) =>
    this.#isVaried(assignment) ? (this.notebook(assignment, student, name)?.variant ?? "") : "";

  #isVaried(assignment: string): boolean {
    return this.#course.assignments[assignment]?.variants ?? false;
  }

  #manifest(assignment: string): AssignmentManifest {
    const known = this.#manifests.get(assignment) ?? this.#manifestOf(assignment);
    this.#manifests.set(assignment, known);
    return known;
  }
}
