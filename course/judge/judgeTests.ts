import { cellUses } from "../../kernel/compile/cellUses.ts";
import type { TestResult } from "../gradebook/cellResult.ts";
import type { JudgeTest } from "../manifest/assignmentManifest.ts";
import type { GradingLimits } from "../settings/courseFile.ts";
import type { OpenSession } from "./host/openSession.ts";
import { StudentGone } from "./student/studentProcesses.ts";
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
  using _ = keptNames(session, [...names, ...tests.flatMap(({ source }) => declaredIn(source))]);
  let broken = "";
  let missing: readonly string[] = [];
  for (const { title, hidden, hint, source } of tests) {
    const began = performance.now();
    const ended = (status: TestResult["status"], message?: string): void => {
      const ms = performance.now() - began;
      results.push({ title, hidden, status, ...(message && { message }), ...(hint && { hint }), ms });
    };
    try {
      const given = student.values(names);
      if (given) {
        missing = names.filter((name) => !Object.hasOwn(given.values, name));
        for (const name of names) {
          if (Object.hasOwn(given.values, name)) session.set(name, given.values[name]);
          else session.forget(name);
        }
        broken =
          given.ran.flatMap(({ failure }) => (failure ? [`${failure.name}: ${failure.message}`] : []))[0] ??
          "";
      }
    } catch (error) {
      const gone = student.gone ?? (error instanceof StudentGone ? error : undefined);
      if (!gone) throw error;
      if (student.isInfraError)
        ended("infra-error", gone.end === "timeout" ? "the sandbox took too long" : gone.end.words);
      else ended(...whyGone(gone));
      continue;
    }
    if (student.gone) {
      ended(...whyGone(student.gone));
      continue;
    }
    student.beginTest(limits.testSeconds);
    // A test may wait for what is never said, as for a thenable of the answer's.
    const timer = setTimeout(() => {
      student.abandon("timeout");
      session.interrupt();
    }, limits.testSeconds * 1000);
    const { failure } = await runHere({ id: title, source });
    clearTimeout(timer);
    const { gone } = student;
    if (gone) ended(...whyGone(gone));
    else if (!failure) ended("pass");
    else {
      const isMissing =
        failure.name === "ReferenceError" &&
        missing.some((name) => failure.message === `${name} is not defined`);
      const words = broken || `${failure.name}: ${failure.message}`;
      if (!broken && !isMissing && !student.threw(failure.name, failure.message))
        ended("fail", failure.message);
      else ended(outOfMemory.test(words) ? "memory" : "error", words);
    }
  }
  return results;
}

/** At the end names have the values that they have now: nobody's test sees what an answer before left. */
function keptNames(session: OpenSession["session"], names: readonly string[]): Disposable {
  const before = names.map((name) => [name, session.has(name), session.get(name)] as const);
  return {
    [Symbol.dispose]() {
      for (const [name, isThere, value] of before) {
        if (isThere) session.set(name, value);
        else session.forget(name);
      }
    },
  };
}

/** Of a test that is no program, it is said as it runs. */
function declaredIn(source: string): readonly string[] {
  try {
    return [...cellUses(source).declares];
  } catch {
    return [];
  }
}

const outOfMemory = /Array buffer allocation failed|Invalid array buffer length/;

function whyGone({ end }: StudentGone): [status: TestResult["status"], message: string] {
  if (end === "timeout") return ["timeout", "the answer took too long, and was stopped"];
  switch (end.why) {
    case "cpu":
      return ["timeout", "the answer took too long, and was stopped"];
    case "memory":
      return ["memory", "the answer took more memory than it may"];
    case "too-long":
      return ["memory", "the answer gave back more than can be read"];
    case "exit":
      return ["crashed", "the answer ended its process"];
    case "sandbox": // so it looks: but the answer was running, and says what it likes
    case "crash":
      return ["crashed", end.words.split("\n")[0] || "the process of the answer broke down"];
  }
}
