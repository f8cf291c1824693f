import type { TestResult } from "../gradebook/cellResult.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";
import type { GradingLimits } from "../settings/courseFile.ts";
import type { OpenSession } from "./host/openSession.ts";
import type { StudentGone } from "./student/studentProcesses.ts";
import type { StudentRun } from "./studentRun.ts";

/**
 * Runs tests where no answer runs: what an answer declares is called through a pipe, and what comes back is compared
 * here.
 *
 * @param names that answers declare
 */
export async function judgeTests(
  tests: readonly JudgeTest[],
  { session, run: runHere }: OpenSession,
  names: readonly string[],
  student: StudentRun,
  limits: GradingLimits,
): Promise<TestResult[]> {
  const results: TestResult[] = [];
  let broken = "";
  for (const { title, hidden, hint, source } of tests) {
    const began = performance.now();
    const ended = (status: TestResult["status"], message?: string): void => {
      const ms = performance.now() - began;
      results.push({ title, hidden, status, ...(message && { message }), ...(hint && { hint }), ms });
    };
    try {
      const given = student.values(names);
      if (given) {
        for (const name of names) {
          if (Object.hasOwn(given.values, name)) session.set(name, given.values[name]);
          else session.forget(name);
        }
        broken =
          given.ran.flatMap(({ failure }) => (failure ? [`${failure.name}: ${failure.message}`] : []))[0] ??
          "";
      }
    } catch (error) {
      const gone = student.gone;
      if (student.isInfraError) ended("infra-error", gone ? whyGone(gone)[1] : String(error));
      else if (gone) ended(...whyGone(gone));
      else ended("crashed", `what came back is no answer: ${(error as Error).message}`);
      continue;
    }
    if (student.gone) {
      ended(...whyGone(student.gone));
      continue;
    }
    student.allow(limits.testSeconds);
    const { failure } = await runHere({ id: title, source });
    const { gone } = student;
    if (gone) ended(...whyGone(gone));
    else if (!failure) ended("pass");
    else if (student.threw(failure.name, failure.message) || broken) {
      const words = broken || `${failure.name}: ${failure.message}`;
      ended(outOfMemory.test(words) ? "memory" : "error", words);
    } else ended("fail", failure.message);
  }
  return results;
}

const outOfMemory = /Array buffer allocation failed|Invalid array buffer length/;

function whyGone({ end }: StudentGone): [status: TestResult["status"], message: string] {
  if (end === "timeout") return ["timeout", "the answer took too long, and was stopped"];
  switch (end.why) {
    case "cpu":
      return ["timeout", "the answer took too long, and was stopped"];
    case "memory":
      return ["memory", "the answer took more memory than it may"];
    case "sandbox":
      return ["infra-error", end.words || "the sandbox could not be started"];
    case "too-long":
      return ["memory", "the answer gave back more than can be read"];
    case "exit":
      return ["crashed", "the answer ended its process"];
    case "crash":
      return ["crashed", end.words.split("\n")[0] || "the process of the answer broke down"];
  }
}
