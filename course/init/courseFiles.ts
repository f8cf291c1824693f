import { nbgraderConfig } from "../nbgraderConfig.ts";

export interface NewCourse {
  readonly id: string;
  readonly title: string;
  readonly kernel: string;
  readonly timeZone: string;
  /** Titles by name. */
  readonly assignments: ReadonlyMap<string, string>;
}

/** What a course has beside its sources, by path. What it is silent about has its default. */
export function courseFiles({ id, title, kernel, timeZone, assignments }: NewCourse): Map<string, string> {
  const settings = {
    ...{ id, title, kernel, timeZone },
    assignments: Object.fromEntries([...assignments].map(([name, words]) => [name, { title: words }])),
  };
  const nbgraderSettings = {
    ...{ courseId: id, kernelName: kernel, timeoutSeconds: 120, release: "nbgrader-release" },
  };
  return new Map([
    ["course.json", `${JSON.stringify(settings, null, 2)}\n`],
    ["nbgrader_config.py", nbgraderConfig(nbgraderSettings)],
    // Names, marks and secrets do not belong into a repository, and what can be made anew need not be there.
    [".gitignore", "private/\nsubmitted/\nfeedback/\nexports/\nautograded/\ngradebook.db\n/grades.csv\n"],
  ]);
}
