import { CellRunner } from "../../kernel/run/cellRunner.ts";
import { trialCell } from "../exercise/trialCell.ts";
import type { TestResult } from "../gradebook/cellResult.ts";
import type { JudgedCell, JudgeTest, ManifestNotebook } from "../manifest/assignmentManifest.ts";
import type { Judgement, OpenJudge, TrialJudge } from "./trialJudge.ts";

/**
 * A judge for what an instructor wrote: answers and tests share a process, as in a notebook, with nothing around it. It is
 * not for students' answers, which could change what a test does.
 *
 * @param path where the notebooks stand: imports resolve from there
 */
export const trustedJudge =
  (pathOf: (notebook: ManifestNotebook) => string, testSeconds: number): OpenJudge =>
  async (notebook, cell) =>
    new TrustedJudge(notebook, cell, pathOf(notebook), testSeconds * 1000);

class TrustedJudge implements TrialJudge {
  readonly #cells: readonly { readonly id: string; readonly source: string }[];
  readonly #path: string;
  readonly #testMs: number;
  #runner: CellRunner | undefined;
  #answers = "";
  #failed: string | undefined;
  #count = 0;

  constructor({ release }: ManifestNotebook, { id, standsOn }: JudgedCell, path: string, testMs: number) {
    this.#cells = release.cells.filter((cell) => cell.id !== id && standsOn.includes(cell.id));
    this.#path = path;
    this.#testMs = testMs;
  }

  async judge(answers: ReadonlyMap<string, string>, tests: readonly JudgeTest[]): Promise<Judgement> {
    const key = JSON.stringify([...answers]);
    if (!this.#runner || this.#runner.isDead || key !== this.#answers) await this.#start(answers, key);
    const results: TestResult[] = [];
    for (const { title, hidden, source } of tests) {
      const began = performance.now();
      const message = this.#failed ?? (await this.#run(source, this.#testMs)) ?? this.#pointsByValue();
      const status = message === undefined ? "pass" : "fail";
      results.push({
        title,
        hidden,
        status,
        ...(message !== undefined && { message }),
        ms: performance.now() - began,
      });
    }
    const passed = results.every(({ status }) => status === "pass");
    return { status: passed ? "pass" : "fail", tests: results };
  }

  /** A process of its own for each answer: none sees what another left behind. */
  async #start(answers: ReadonlyMap<string, string>, key: string): Promise<void> {
    await this[Symbol.asyncDispose]();
    this.#runner = new CellRunner({ path: this.#path });
    this.#answers = key;
    this.#failed = undefined;
    for (const { id, source } of this.#cells) {
      const message = await this.#run(answers.get(id) ?? source, 600_000);
      if (message !== undefined && !answers.has(id)) throw new Error(`cell ${id} failed: ${message}`);
      if (message !== undefined) this.#failed ??= message;
    }
  }

  async #run(source: string, mostMs: number): Promise<string | undefined> {
    if (!this.#runner || this.#runner.isDead) return "the process of the answer is gone";
    this.#count += 1;
    const outcome = await this.#runner.run(trialCell(this.#id, source), mostMs);
    return outcome.status === "error" ? `${outcome.failure.name}: ${outcome.failure.message}` : undefined;
  }

  get #id(): string {
    return `trial-${this.#count}`;
  }

  /** nbgrader takes a number at the end of a test for points; who relies on it must be told that nobody does here. */
  #pointsByValue(): string | undefined {
    for (const output of this.#runner?.outputs.of(this.#id) ?? []) {
      if (output.output_type !== "execute_result") continue;
      const text = [output.data["text/plain"]].flat().join("").trim();
      if (text !== "" && Number.isFinite(Number(text)))
        return `it ends in the value ${text}, which gives no points here; throw an error instead, and for a share of the points set "credit": "per-test" in course.json`;
    }
    return undefined;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#runner?.kill();
    this.#runner = undefined;
  }
}
