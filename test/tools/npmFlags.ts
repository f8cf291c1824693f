/** For what a test installs beside the project: no scripts, no trace in a lock file, no talk. */
export const npmFlags: readonly string[] = [
  "--ignore-scripts",
  "--no-save",
  "--no-package-lock",
  "--no-audit",
  "--no-fund",
  "--loglevel=error",
];
