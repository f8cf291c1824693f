import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Notebook } from "../../kernel/notebook/notebook.ts";
import { Refusal } from "../../kernel/refusal.ts";
import type { Judgement } from "../judge/cellJudge.ts";
import type { Level } from "../sandbox/sandbox.ts";
import type { FromSlot, SlotOpening, ToSlot } from "./slotMessages.ts";

/** A file to be judged, as a slot needs it. */
export interface SlotJob {
  readonly path: string;
  readonly notebook: string;
  readonly release: Notebook;
  readonly gradeIds: readonly string[];
}

export type OnJudged = (
  gradeId: string,
  judgement: Judgement,
  repairs: readonly string[],
  level: Level,
) => void;

/** A cell is tried again so many times when the judge, not the answer, has failed. */
const tries = 3;
/** What a slot may take for a cell beyond what the answer may, in s: it reads, mends and compares. */
const patience = 60;

const program = fileURLToPath(new URL("./slotProcess.ts", import.meta.url));

/** One process that judges, started anew when it is gone. */
export class Slot implements Disposable {
  readonly #opening: SlotOpening;
  #process: ChildProcess | undefined;
  #level: Level = "E";

  constructor(opening: SlotOpening) {
    this.#opening = opening;
  }

  /**
   * Judges a file. What cannot be judged is tried again, and then told as `infra-error`.
   *
   * @throws {Refusal} if this machine has no sandbox that will do
   */
  async judge(job: SlotJob, onJudged: OnJudged): Promise<void> {
    let open = [...job.gradeIds];
    for (let attempt = 1; open.length > 0; attempt += 1) {
      const left = new Set(open);
      const failed: string[] = [];
      const isLast = attempt === tries;
      const why = await this.#run({ ...job, gradeIds: open }, ({ gradeId, judgement, repairs }) => {
        left.delete(gradeId);
        if (judgement.status === "infra-error" && !isLast) failed.push(gradeId);
        else onJudged(gradeId, judgement, repairs, this.#level);
      });
      open = [...failed, ...left];
      if (!isLast) continue;
      const lost = {
        status: "infra-error",
        score: 0,
        points: 0,
        tests: [],
        output: why ?? "",
        ms: 0,
      } as const;
      for (const gradeId of open) onJudged(gradeId, lost, [], this.#level);
      return;
    }
  }

  /** @returns why the process is gone, if it is */
  async #run(
    job: SlotJob,
    onJudged: (message: Extract<FromSlot, { say: "judged" }>) => void,
  ): Promise<string | undefined> {
    const child = this.#process ?? (await this.#start());
    if (typeof child === "string") return child;
    this.#process = child;
    return new Promise((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      const end = (why?: string): void => {
        clearTimeout(timer);
        child.off("message", hear);
        child.off("exit", leave);
        if (why !== undefined) {
          child.kill("SIGKILL");
          this.#process = undefined;
        }
        resolve(why);
      };
      const wait = (): void => {
        clearTimeout(timer);
        const seconds = 2 * this.#opening.limits.cellSeconds + patience; // beside the others, and alone
        timer = setTimeout(() => end(`a judge gave no sign for ${seconds} s`), seconds * 1000);
      };
      const hear = (message: FromSlot): void => {
        wait();
        if (message.say === "opening") clearTimeout(timer);
        else if (message.say === "judged") onJudged(message);
        else if (message.say === "done") end();
      };
      const leave = (code: number | null, signal: string | null): void =>
        end(`a judge ended with ${signal ?? code}`);
      child.on("message", hear);
      child.once("exit", leave);
      wait();
      child.send({ do: "judge", ...job } satisfies ToSlot, (error) => error && end(error.message));
    });
  }

  /** @returns why there is none, if it ended before it could judge */
  async #start(): Promise<ChildProcess | string> {
    const child = fork(program, [], {
      serialization: "advanced",
      stdio: ["pipe", "ignore", "inherit", "ipc"], // it ends when its input does
      execArgv: [],
    });
    const answer = await new Promise<FromSlot | string>((resolve) => {
      child.once("message", resolve);
      child.on("error", (error) => resolve(error.message)); // it could not be started, or told
      child.once("exit", (code, signal) => resolve(`a judge ended with ${signal ?? code} as it began`));
      child.send(
        { do: "open", ...this.#opening } satisfies ToSlot,
        (error) => error && resolve(error.message),
      );
    });
    if (typeof answer !== "string" && answer.say === "ready") {
      this.#level = answer.level;
      return child;
    }
    child.kill("SIGKILL");
    if (typeof answer === "string") return answer;
    throw new Refusal(answer.say === "refused" ? answer.words : "Cannot grade", 1);
  }

  [Symbol.dispose](): void {
    this.#process?.kill("SIGKILL");
    this.#process = undefined;
  }
}
