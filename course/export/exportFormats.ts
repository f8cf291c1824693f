/** What can be made of the marks of a course. */
export const exportFormats = [
  "nbgrader",
  "canvas",
  "moodle",
  "gradescope",
  "lti",
  "dolos",
  "summary",
] as const;

export type ExportFormat = (typeof exportFormats)[number];
