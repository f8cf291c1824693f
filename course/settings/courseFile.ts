/** What `course.json` says, whole: what it leaves out has its default. */
export interface CourseFile {
  /** Short name, as nbgrader's exchange and files of ours use it. */
  readonly id: string;
  readonly title: string;
  /** What Jupyter calls the kernel. */
  readonly kernel: string;
  /** Where deadlines without an offset are meant, such as "Europe/Paris". */
  readonly timeZone: string;
  readonly late: LatePolicy;
  /** Of several attempts, the one that counts. */
  readonly attempts: "last" | "best";
  /** Whether a graded cell gives its points whole or not at all, as in nbgrader, or a share for each test that passes. */
  readonly credit: "all" | "per-test";
  readonly limits: GradingLimits;
  /** The least level of the sandbox with which marks are made. */
  readonly sandbox: "A" | "B" | "C" | "D" | "E";
  readonly assignments: Readonly<Record<string, AssignmentSettings>>;
}

export interface LatePolicy {
  /** Minutes after the deadline that cost nothing. */
  readonly graceMinutes: number;
  /** Percent of the points that each day begun costs. */
  readonly percentPerDay: number;
  /** Days after which nothing is accepted; none: always accepted. */
  readonly mostDays?: number;
}

/** What one test of a submission may take. */
export interface GradingLimits {
  /** Wall clock of one test, in s. */
  readonly testSeconds: number;
  /** Wall clock of a graded cell: what it stands on, the answer, and all tests, in s. */
  readonly cellSeconds: number;
  readonly memoryMegabytes: number;
  /** What a cell may print, in characters; what is beyond is cut off. */
  readonly outputCharacters: number;
}

export interface AssignmentSettings {
  readonly title?: string;
  /** Deadline, ISO 8601; one without an offset is meant in the course's time zone. */
  readonly due?: string;
  /** Deadlines of single students, by id. */
  readonly extensions?: Readonly<Record<string, string>>;
  /** Whether each student gets numbers of their own. */
  readonly variants?: boolean;
  readonly attempts?: "last" | "best";
  readonly credit?: "all" | "per-test";
}
