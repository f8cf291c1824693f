/** A file to be judged, with those of its cells that have no result yet. */
export interface GradingJob {
  readonly student: string;
  readonly notebook: string;
  readonly sha256: string;
  readonly gradeIds: readonly string[];
}
