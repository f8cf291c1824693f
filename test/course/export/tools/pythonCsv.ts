import { spawnSync } from "node:child_process";
import type { TestContext } from "node:test";

const script = `
import csv, io, json, sys
text = sys.stdin.buffer.read().decode("utf-8-sig")
json.dump(list(csv.reader(io.StringIO(text, newline=""), delimiter=sys.argv[1], strict=True)), sys.stdout)
`;

/** A CSV text as Python reads it; undefined, and the test is skipped, where there is no Python. */
export function pythonCsv(t: TestContext, text: string, delimiter = ","): string[][] | undefined {
  const { status, stdout, stderr, error } = spawnSync("python3", ["-c", script, delimiter], {
    input: text,
    encoding: "utf8",
  });
  if (error) {
    if (process.env.CI) throw error;
    t.skip(`no python3: ${error.message}`);
    return undefined;
  }
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}
