/** What persons gave. A comment alone has no score. */
const manualMarks: string = `CREATE TABLE manual_marks (
  student TEXT NOT NULL, assignment TEXT NOT NULL, notebook TEXT NOT NULL, grade_id TEXT NOT NULL, score REAL,
  comment TEXT NOT NULL, rubric TEXT NOT NULL, reason TEXT NOT NULL, answer_sha TEXT NOT NULL, by TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (student, assignment, notebook, grade_id)
) STRICT;
`;

/** The tables of a gradebook. Lists and records stand as JSON in columns that no query reads into. */
export const schema: string = `
CREATE TABLE students (
  id TEXT PRIMARY KEY, first_name TEXT NOT NULL, last_name TEXT NOT NULL, email TEXT NOT NULL, lms TEXT NOT NULL
) STRICT;
CREATE TABLE graded_cells (
  assignment TEXT NOT NULL, notebook TEXT NOT NULL, grade_id TEXT NOT NULL, kind TEXT NOT NULL, place INTEGER NOT NULL,
  title TEXT NOT NULL, points REAL NOT NULL, tests_sha TEXT NOT NULL,
  PRIMARY KEY (assignment, notebook, grade_id)
) STRICT;
CREATE TABLE attempts (
  id INTEGER PRIMARY KEY, student TEXT NOT NULL, assignment TEXT NOT NULL, submitted_at TEXT, time_source TEXT,
  received_at TEXT NOT NULL, way TEXT NOT NULL, receipt TEXT NOT NULL UNIQUE, is_read INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE files (
  attempt INTEGER NOT NULL REFERENCES attempts, name TEXT NOT NULL, notebook TEXT, sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL, problem TEXT,
  PRIMARY KEY (attempt, name)
) STRICT;
CREATE TABLE unmatched (
  receipt TEXT PRIMARY KEY, who TEXT NOT NULL, assignment TEXT, submitted_at TEXT, received_at TEXT NOT NULL,
  way TEXT NOT NULL, reason TEXT NOT NULL, rest TEXT NOT NULL
) STRICT;
CREATE TABLE results (
  assignment TEXT NOT NULL, notebook TEXT NOT NULL, grade_id TEXT NOT NULL, sha256 TEXT NOT NULL, tests_sha TEXT NOT NULL,
  variant TEXT NOT NULL, status TEXT NOT NULL, score REAL NOT NULL, points REAL NOT NULL, tests TEXT NOT NULL,
  output TEXT NOT NULL, repairs TEXT NOT NULL, ms REAL NOT NULL, level TEXT NOT NULL, version TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (assignment, notebook, grade_id, sha256, tests_sha, variant)
) STRICT;
${manualMarks}CREATE TABLE rubric_items (
  id TEXT PRIMARY KEY, assignment TEXT NOT NULL, notebook TEXT NOT NULL, grade_id TEXT NOT NULL, text TEXT NOT NULL,
  points REAL NOT NULL
) STRICT;
CREATE TABLE audit (
  number INTEGER PRIMARY KEY, at TEXT NOT NULL, what TEXT NOT NULL, hash TEXT NOT NULL
) STRICT;
`;

/** What makes of a file of an earlier version one of the next, by the earlier one's number. */
export const upgrades: Readonly<Record<number, string>> = {
  // Each mark had a score.
  1: `ALTER TABLE manual_marks RENAME TO earlier_marks;
${manualMarks}
INSERT INTO manual_marks SELECT * FROM earlier_marks;
DROP TABLE earlier_marks;`,
};
