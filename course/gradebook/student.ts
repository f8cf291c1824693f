/** Somebody who hands in. */
export interface Student {
  /** As in nbgrader: the folder of the student's submissions. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  /** What other systems call the student, by their column: "ID", "SIS User ID", "SIS Login ID", "ID number", … */
  readonly lms: Readonly<Record<string, string>>;
}
