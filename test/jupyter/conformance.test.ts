import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { onceMore } from "../tools/onceMore.ts";
import { ProgramFailed, runProgram } from "../tools/runProgram.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";

/** Every method of jupyter_kernel_test: 12 of KernelTests, one of IopubWelcomeTests. */
const methods = [
  "test_kernel_info",
  "test_execute_stdout",
  "test_execute_stderr",
  "test_completion",
  "test_is_complete",
  "test_pager",
  "test_error",
  "test_execute_result",
  "test_display_data",
  "test_history",
  "test_inspect",
  "test_clear_output",
  "test_recv_iopub_welcome_msg",
];

const jupyter = await findJupyter();

describe("jupyter_kernel_test", { skip: skipWithout(jupyter) }, () => {
  let outcomes = new Map<string, string>();
  let words = "";

  before(async () => {
    if ("reason" in jupyter) return;
    const script = fileURLToPath(new URL("./conformance.py", import.meta.url));
    const run = () => runProgram(jupyter.program("python"), [script]);
    const { stdout, stderr } = await onceMore({ diagnostic: (line) => console.error(line) }, run).catch(
      (error) => {
        if (error instanceof ProgramFailed) return error; // a method that failed
        throw error;
      },
    );
    words = stderr;
    const lines = stdout.matchAll(/^(passed|failed|skipped) (\w+)$/gm);
    // A failed sub-test is said before the whole: the first word stands.
    outcomes = new Map([...lines].reverse().map(([, outcome = "", name = ""]) => [name, outcome]));
  });

  for (const method of methods) test(method, () => assert.equal(outcomes.get(method), "passed", words));

  test("has no methods beyond these 13", () =>
    assert.deepEqual([...outcomes.keys()].sort(), methods.toSorted()));
});
