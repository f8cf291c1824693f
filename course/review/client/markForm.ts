import { readScore } from "../readScore.ts";
import { rubricScore } from "../rubricScore.ts";
import { button } from "./button.ts";
import { rubricEditor } from "./rubricEditor.ts";

export interface MarkControl {
  /** Saves what stands in the form now. */
  save(): Promise<boolean>;
  /** Waits until all is saved. @returns whether it is */
  flush(): Promise<boolean>;
}

interface Outcome {
  readonly saved?: "mark" | "comment" | "draft";
  readonly version?: string;
  readonly at?: string;
  readonly missing?: string;
  readonly conflict?: string;
  readonly fault?: string;
}

/** Rest after a key before a comment is saved, in ms. */
const restMs = 600;

/** Keeps a form and the gradebook alike: what is given is saved at once, one request after the other. */
export function markForm(form: HTMLFormElement): MarkControl {
  const { dataset } = document.querySelector<HTMLElement>("main") as HTMLElement;
  const address = `${dataset.address}/mark`;
  const points = Number(dataset.points);
  const score = byId<HTMLInputElement>("score");
  const comment = byId<HTMLTextAreaElement>("comment");
  const reason = document.querySelector<HTMLTextAreaElement>("#reason");
  const [saved, fault, conflict] = ["saved", "fault", "conflict"].map((id) => byId(id)) as [
    HTMLElement,
    HTMLElement,
    HTMLElement,
  ];
  let seen = dataset.seen ?? "";
  /** What the gradebook has, and what waits to be sent. */
  let kept = content();
  let timer = 0;
  let sending: Promise<boolean> = Promise.resolve(true);
  let isBlocked = false;

  function content(): string {
    const read = readScore(score.value, points);
    return JSON.stringify({
      answerSha: dataset.sha ?? "",
      score: "score" in read ? read.score : null,
      comment: comment.value,
      rubric: ticked().map(({ dataset }) => dataset.id),
      reason: reason?.value ?? "",
    });
  }

  function ticked(): HTMLElement[] {
    return [...form.querySelectorAll<HTMLElement>("#rubric li[data-id]")].filter(
      (line) => line.querySelector<HTMLInputElement>("input[name=rubric]")?.checked,
    );
  }

  const sumOf = (): number | undefined =>
    rubricScore(
      ticked().map(({ dataset }) => Number(dataset.points)),
      points,
    );

  /** Says what the ticked items add up to, where the points differ. */
  function tellSum(): void {
    const sum = sumOf();
    const read = readScore(score.value, points);
    const differs = sum !== undefined && "score" in read && read.score !== sum;
    byId("sum").textContent = differs ? `The items add up to ${sum}.` : "";
  }

  function changed(isAtOnce: boolean): void {
    tellSum();
    clearTimeout(timer);
    const read = readScore(score.value, points);
    fault.textContent = "fault" in read ? read.fault : "";
    score.setAttribute("aria-invalid", String("fault" in read));
    if (content() !== kept) {
      saved.textContent = "…";
      sessionStorage.setItem(address, JSON.stringify({ ...JSON.parse(content()), typed: score.value }));
    }
    if (isAtOnce) void save();
    else timer = window.setTimeout(() => void save(), restMs);
  }

  function save(isAgain = false): Promise<boolean> {
    clearTimeout(timer);
    sending = sending.then(() => send(isAgain));
    return sending;
  }

  async function send(isAgain: boolean): Promise<boolean> {
    if ("fault" in readScore(score.value, points)) {
      saved.textContent = "Not saved: the points are none.";
      return false;
    }
    if (isBlocked) return false;
    const body = content();
    if (body === kept && !isAgain) return true;
    saved.textContent = "Saving …";
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ ...JSON.parse(body), seen }),
        // Goes out also when the page is being left; a browser takes 64 kB so.
        keepalive: body.length < 50_000,
      });
      return took((await response.json()) as Outcome, body);
    } catch {
      saved.textContent =
        "Not saved: the review does not answer. Is genloss course review still running? Save tries again.";
      return false;
    }
  }

  function took(outcome: Outcome, body: string): boolean {
    if (outcome.conflict !== undefined) {
      showConflict(outcome.conflict, outcome.version ?? "");
      return false;
    }
    if (outcome.fault !== undefined) {
      saved.textContent = `Not saved: ${outcome.fault}`;
      return false;
    }
    kept = body;
    if (content() === kept) sessionStorage.removeItem(address);
    seen = outcome.version ?? "";
    byId("back").hidden = outcome.saved === "draft" && outcome.missing === "";
    saved.classList.toggle("done", outcome.saved !== "draft");
    const time = new Date(outcome.at ?? "").toLocaleTimeString();
    if (outcome.saved === "mark") saved.textContent = `✓ Saved ${time}.`;
    else if (outcome.saved === "comment")
      saved.textContent = `✓ Comment saved ${time}. The tests’ mark stands.`;
    else saved.textContent = outcome.missing ? `Kept. ${outcome.missing}` : "Not marked.";
    for (const notice of document.querySelectorAll<HTMLElement>("form > p.notice")) notice.hidden = true;
    return true;
  }

  function showConflict(words: string, version: string): void {
    isBlocked = true;
    saved.textContent = "Not saved.";
    const keep = button("Keep theirs", () => {
      sessionStorage.removeItem(address);
      kept = content();
      location.reload();
    });
    const replace = button("Put mine in its place", () => {
      [isBlocked, seen, conflict.hidden] = [false, version, true];
      void save(true);
    });
    const line = document.createElement("p");
    line.textContent = `${words}.`;
    conflict.replaceChildren(line, keep, " ", replace);
    conflict.hidden = false;
    keep.focus();
  }

  /** What was typed when the page was left, if nobody answered that it is saved. */
  function restore(): void {
    const text = sessionStorage.getItem(address);
    if (text === null) return;
    const left = JSON.parse(text) as { typed: string; comment: string; reason: string; rubric: string[] };
    [score.value, comment.value] = [left.typed, left.comment];
    if (reason) reason.value = left.reason;
    for (const line of form.querySelectorAll<HTMLElement>("#rubric li[data-id]"))
      (line.querySelector("input") as HTMLInputElement).checked = left.rubric.includes(line.dataset.id ?? "");
    changed(true);
  }

  /** Points follow from the items whenever a tick changes. */
  function follow(): void {
    score.value = String(sumOf() ?? "");
    changed(true);
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save(true);
  });
  form.addEventListener("change", (event) => {
    if ((event.target as HTMLInputElement).name === "rubric") follow();
  });
  score.addEventListener("input", () => changed(false));
  for (const field of [comment, reason]) field?.addEventListener("input", () => changed(false));
  for (const field of [score, comment, reason])
    field?.addEventListener("blur", () => content() !== kept && changed(true));
  for (const each of form.querySelectorAll<HTMLElement>("[data-score]"))
    each.addEventListener("click", () => {
      score.value = each.dataset.score ?? "";
      changed(true);
    });
  for (const each of form.querySelectorAll<HTMLElement>("[data-comment]"))
    each.addEventListener("click", () => {
      const before = comment.value.trimEnd();
      comment.value = `${before}${before === "" ? "" : "\n"}${each.dataset.comment}`;
      changed(true);
    });
  byId("back").addEventListener("click", () => {
    for (const line of ticked()) (line.querySelector("input") as HTMLInputElement).checked = false;
    for (const field of [score, comment, reason]) if (field) field.value = "";
    changed(true);
  });
  addEventListener("pagehide", () => void save());
  rubricEditor(form, {
    address: dataset.rubric ?? "",
    limit: points,
    ticked: follow,
    edited: () => location.reload(),
    flush: save,
  });
  restore();
  tellSum();
  return { save: () => save(true), flush: () => save() };
}

const byId = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
