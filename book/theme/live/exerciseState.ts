import { passedDigest } from "../../live/passedDigest.ts";
import type { LiveCell } from "../client/liveCell.ts";
import { keepPassed, keptPassed } from "./keptPassed.ts";

/** Whether the answer to an exercise has passed the tests that its reader sees, in this browser. */
export class ExerciseState {
  readonly answer: LiveCell;
  readonly #digest: string;
  readonly #checks: readonly HTMLElement[];
  readonly #others: readonly LiveCell[];
  readonly #mark = document.createElement("span");
  readonly #onChange: () => void;
  /** Checks that have nothing against the answer as it was then. */
  readonly #by = new Map<HTMLElement, string>();
  #passed: string | undefined;

  /**
   * @param others cells whose change makes a check another one: all but answers
   * @param onChange called when what is said has changed
   */
  constructor(section: HTMLElement, answer: LiveCell, others: readonly LiveCell[], onChange: () => void) {
    [this.answer, this.#others, this.#onChange] = [answer, others, onChange];
    this.#digest = section.dataset.digest ?? "";
    this.#checks = [...section.querySelectorAll<HTMLElement>(".cell[data-tests]")];
    this.#passed = keptPassed(answer.id);
    this.#mark.className = "exercise-state";
    section.querySelector(".difficulty")?.append(this.#mark);
    for (const check of this.#checks) this.#watch(check);
    section.addEventListener("live-change", () => this.show());
    this.show();
  }

  get isPassed(): boolean {
    return this.#passed !== undefined && this.#passed === this.#now();
  }

  forget(): void {
    this.#passed = undefined;
    this.#by.clear();
    keepPassed(this.answer.id, undefined);
    this.show();
  }

  show(): void {
    const words = this.isPassed
      ? "✓ the tests that you see passed here"
      : "changed since its tests passed here";
    this.#mark.textContent = this.#passed === undefined ? "" : ` · ${words}`;
    this.#onChange();
  }

  #watch(check: HTMLElement): void {
    let tried = "";
    check.addEventListener("live-start", () => {
      tried = this.#now();
    });
    check.addEventListener("live-passed", () => {
      // An answer that was changed meanwhile, or tests of the reader's own, say nothing.
      if (tried !== this.#now() || this.#others.some(({ isChanged }) => isChanged)) return;
      this.#by.set(check, tried);
      if (this.#checks.some((each) => this.#by.get(each) !== tried)) return;
      this.#passed = tried;
      keepPassed(this.answer.id, tried);
      this.show();
    });
  }

  #now(): string {
    return passedDigest(this.#digest, this.answer.source);
  }
}
