import { controlType } from "../../../kernel/page/controlType.ts";
import type { EditProgram, OpenEditor } from "../live/edit.ts";
import type { LiveResult, LiveRuns } from "../live/liveRuns.ts";
import type { RunProgram } from "../live/run.ts";
import { keepChange, keptChange } from "./keptChanges.ts";
import { later } from "./later.ts";
import { linkedChange, linkToChange } from "./linkedChange.ts";
import { liveButton as button } from "./liveButton.ts";
import { loadScript } from "./loadScript.ts";
import { runWords } from "./runWords.ts";

interface Loaded {
  genlossRun?: RunProgram;
  genlossEdit?: EditProgram;
}

const codeOf = (cell: HTMLElement): HTMLElement | null => cell.querySelector<HTMLElement>(".code code");

/** What all cells of a page share. */
export interface LiveCellPage {
  runs(): Promise<LiveRuns>;
  /** Opens the answers that a check is for, where the reader has some from another day. */
  openAnswers(check: HTMLElement): Promise<void>;
  /** Address of the editor. */
  readonly edit: string;
  /** Told where a reader has put a control of a cell. */
  onMove(id: string, control: string, value: unknown): void;
}

/** A cell's buttons, and what comes of them. */
export class LiveCell {
  readonly id: string;
  /** The book's. */
  readonly given: string;
  readonly #cell: HTMLElement;
  readonly #page: LiveCellPage;
  /** Whether it is the check of an exercise. */
  readonly #isCheck: boolean;
  readonly #run = button("Run", "run");
  readonly #edit = button("Edit", "edit");
  readonly #reset = button("Reset", "reset");
  readonly #stop = button("Stop", "stop");
  readonly #link = button("Copy link", "link");
  readonly #state = document.createElement("p");
  readonly #outputs = document.createElement("div");
  /** As it stands in the editor. */
  #source: string;
  #editor: OpenEditor | undefined;

  constructor(id: string, cell: HTMLElement, given: string, page: LiveCellPage) {
    [this.id, this.#cell, this.given, this.#page] = [id, cell, given, page];
    this.#isCheck = cell.closest(".check") !== null;
    if (this.#isCheck) this.#run.textContent = "Check";
    this.#source = given;
    this.#offerKept();
    for (const later of [this.#reset, this.#stop, this.#link]) later.hidden = true;
    this.#state.className = "live-state";
    this.#state.role = "status";
    this.#outputs.className = "outputs live-outputs";
    this.#outputs.hidden = true;
    const bar = document.createElement("div");
    bar.className = "live-bar";
    bar.append(this.#run, this.#stop, this.#edit, this.#reset, this.#link, this.#state);
    (cell.querySelector(".code")?.parentElement ?? cell).after(bar, this.#outputs);
    this.#run.addEventListener("click", () => void this.#start());
    this.#edit.addEventListener("click", () => void this.#open());
    this.#reset.addEventListener("click", () => this.#editor?.set(this.given));
    this.#stop.addEventListener("click", () => void this.#end());
    this.#link.addEventListener("click", () => this.#copyLink());
    if (linkedChange(id) !== undefined) this.#announceLink();
  }

  /** Whether an answer to an exercise goes there. */
  get isAnswer(): boolean {
    return this.#cell.dataset.starter !== undefined;
  }

  /** Whether it runs as the reader has changed it. */
  get isChanged(): boolean {
    return this.#source !== this.given;
  }

  /** As the reader has it, be it open or kept from another day. */
  get source(): string {
    return this.#editor ? this.#source : (keptChange(this.id, this.given) ?? this.given);
  }

  /** Puts this in its place. */
  take(source: string): void {
    if (this.#editor) this.#editor.set(source);
    else keepChange(this.id, this.given, source);
    this.#offerKept();
  }

  /** Opens what the reader had made of it, if it is not open yet: what is seen is what runs. */
  async openKept(): Promise<void> {
    const isOthers = linkedChange(this.id) !== undefined;
    if (!this.#editor && !isOthers && this.source !== this.given) await this.#open(false);
  }

  #offerKept(): void {
    this.#edit.textContent = this.source === this.given ? "Edit" : "Edit yours";
  }

  #tell(what: string): void {
    this.#cell.dispatchEvent(new Event(`live-${what}`, { bubbles: true }));
  }

  /** What comes from somebody else is shown before it runs. */
  #announceLink(): void {
    for (
      let fold = this.#cell.closest("details");
      fold;
      fold = fold.parentElement?.closest("details") ?? null
    )
      fold.open = true;
    for (const fold of this.#cell.querySelectorAll("details")) fold.open = true;
    this.#edit.textContent = "Edit what the link brings";
    this.#say("Your link brings a change of this cell. Nothing of it has run: look at it first.");
    this.#cell.scrollIntoView({ block: "center" });
  }

  /** Shows what it has given so far. @param isChange whether that matters only where something is shown */
  show(outputs: LiveResult["outputs"], isChange = false): void {
    if (isChange && this.#outputs.hidden) return;
    program().showOutputs(this.#outputs, outputs, (control, value) =>
      this.#page.onMove(this.id, control, value),
    );
  }

  /** Runs it because something that it stands on is another now; what it showed stays until it is done. */
  async follow(): Promise<void> {
    if (!this.#isCheck) await this.#start(true);
  }

  /** @param isQuiet whether nothing is shown before its end */
  async #start(isQuiet = false): Promise<void> {
    if (this.#run.ariaDisabled === "true") return;
    this.#run.ariaDisabled = "true";
    this.#say("Loading what runs the cells …");
    // A cell that is done at once needs no button to stop it.
    const soon = setTimeout(() => {
      this.#stop.hidden = false;
    }, 1000);
    const show = later((outputs: LiveResult["outputs"]) => this.show(outputs));
    try {
      if (this.#isCheck) await this.#page.openAnswers(this.#cell);
      this.#tell("start");
      const runs = await this.#page.runs();
      const result = await runs.run(this.id, {
        onCell: (at, of) =>
          this.#say(at < of ? `Running the cells that it needs: ${at} of ${of - 1} …` : "Running …"),
        onOutput: isQuiet ? () => {} : show,
      });
      show.cancel();
      this.#finish(result);
    } catch (error) {
      this.#say(`It could not be run: ${(error as Error).message}`);
    } finally {
      clearTimeout(soon);
      this.#stop.hidden = true;
      this.#run.ariaDisabled = null;
    }
  }

  #finish(result: LiveResult): void {
    const { outcome, id, outputs, isSame } = result;
    const isOwn = id === this.id;
    // What the book prints already is not shown again.
    if (isOwn && outcome.status !== "gone") this.show(isSame && !outputs.some(isControl) ? [] : outputs);
    if (this.#isCheck && isOwn && outcome.status === "ok") this.#tell("passed");
    this.#say(runWords(result, isOwn, this.#isCheck ? this.#cell : undefined));
  }

  async #end(): Promise<void> {
    await (await this.#page.runs()).stop();
  }

  async #open(toType = true): Promise<void> {
    if (this.#editor) return this.#editor.focus();
    this.#say("Loading the editor …");
    try {
      await loadScript(this.#page.edit);
    } catch (error) {
      return this.#say(`The editor could not be loaded: ${(error as Error).message}`);
    }
    this.#say("");
    const code = codeOf(this.#cell)?.closest<HTMLElement>(".with-copy");
    const place = document.createElement("div");
    place.className = "editor";
    code?.after(place);
    if (code) code.hidden = true;
    const start = linkedChange(this.id) ?? keptChange(this.id, this.given) ?? this.given;
    this.#editor = (globalThis as Loaded).genlossEdit?.open(place, {
      id: this.id,
      runs: this.#page.runs,
      source: start,
      label:
        "Code of the cell. Control and Enter run it, Escape leaves it, F1 says what stands at the cursor.",
      onChange: (source) => this.#change(source),
      onRun: () => void this.#start(),
      onLeave: () => this.#run.focus(),
    });
    if (start !== this.given) this.#pass(start);
    this.#edit.hidden = true;
    this.#reset.hidden = false;
    this.#link.hidden = false;
    if (toType) this.#editor?.focus();
  }

  #change(source: string): void {
    keepChange(this.id, this.given, source);
    this.#pass(source);
  }

  /** From now on the cell is this. A change that a link brought is kept once the reader goes on with it. */
  #pass(source: string): void {
    this.#source = source;
    this.#tell("change");
    void this.#page.runs().then((runs) => runs.change(this.id, source.trimEnd()));
  }

  #copyLink(): void {
    navigator.clipboard.writeText(linkToChange(this.id, this.#source)).then(
      () =>
        this.#say(
          "Copied: a link to this page with your cell in it. Whoever opens it sees it, and nothing runs by itself.",
        ),
      () => this.#say("The browser does not allow copying."),
    );
  }

  #say(words: string): void {
    this.#state.textContent = words;
  }
}

const isControl = (output: LiveResult["outputs"][number]): boolean =>
  "data" in output && controlType in output.data;

const program = (): RunProgram => (globalThis as Loaded).genlossRun as RunProgram;
