export interface CourseSettings {
  /** nbgrader's exchange keeps what belongs to it under this name. */
  readonly courseId: string;
  /** What Jupyter calls the kernel. */
  readonly kernelName: string;
  /** Longest time that one cell of a submission may take, in seconds. */
  readonly timeoutSeconds: number;
  /** Where nbgrader puts what it releases, if not in "release", which the course kit fills. */
  readonly release?: string;
}

/** The text of `nbgrader_config.py`: what nbgrader must be told of TypeScript and of this course. */
export function nbgraderConfig({ courseId, timeoutSeconds, release }: CourseSettings): string {
  return `c = get_config()

c.CourseDirectory.course_id = "${courseId}"
${release === undefined ? "" : releaseLines(release)}
# What stands where a solution stood. nbgrader's own words for the regions, BEGIN SOLUTION and BEGIN HIDDEN TESTS,
# hold: here they stand behind //. In these notebooks a value for the unsolved exercise follows the region.
c.ClearSolutions.code_stub = {
    "typescript": "// your code here",
    "python": "# YOUR CODE HERE\\nraise NotImplementedError()",
}

# Wrong answers, which tests must reject, stand beside the notebooks and are not for students.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.wrong.ts"]

# A cell that takes longer is stopped and counts as failed; the cells after it are graded. In seconds.
c.ExecutePreprocessor.timeout = ${timeoutSeconds}
c.ExecutePreprocessor.interrupt_on_timeout = True
`;
}

const releaseLines = (folder: string): string => `
# nbgrader passes over an assignment whose release it finds, and then knows nothing of it. The folder "release" is filled
# by genloss course release; what nbgrader makes of the same source is the same, cell for cell, and goes here.
c.CourseDirectory.release_directory = "${folder}"
`;
