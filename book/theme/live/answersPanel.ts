import { liveButton } from "../client/liveButton.ts";
import { loadScript } from "../client/loadScript.ts";
import type { AnswersProgram } from "./answers.ts";
import type { ExerciseState } from "./exerciseState.ts";

/**
 * What a reader can do with all answers of a chapter: take them away as a notebook, bring them back, forget what passed.
 *
 * @param last the exercise below which it stands
 * @param addresses of the chapter's scripts, and its notebook's name
 * @returns tells anew how many have passed
 */
export function answersPanel(
  last: HTMLElement,
  states: readonly ExerciseState[],
  { answers: program = "", notebook = "", file = "" }: DOMStringMap,
): () => void {
  const [count, told] = [document.createElement("p"), document.createElement("p")];
  const chooser = document.createElement("input");
  Object.assign(chooser, { type: "file", accept: ".ipynb", hidden: true });
  const say = (words: string): void => {
    told.textContent = words;
  };
  const load = async (): Promise<AnswersProgram> => {
    await loadScript(program);
    return (globalThis as { genlossAnswers?: AnswersProgram }).genlossAnswers!;
  };
  /** What goes wrong is said, and nothing is lost. */
  const trying = async (work: () => Promise<string>): Promise<void> => {
    try {
      say(await work());
    } catch (error) {
      say((error as Error).message);
    }
  };

  const save = async (): Promise<string> => {
    const given = new Map(states.map(({ answer }) => [answer.id, answer.source]));
    download(file, await (await load()).withAnswers(notebook, given));
    const own = states.filter(({ answer: { source, given } }) => source !== given).length;
    return `${file} holds your answers to ${own} of ${states.length} exercises, and is what you hand in. Nothing else that you changed is in it.`;
  };
  const bring = async (): Promise<string> => {
    const [chosen] = chooser.files ?? [];
    chooser.value = ""; // the same file can be chosen again
    if (!chosen) return "";
    const found = await (await load()).answersIn(notebook, await chosen.text());
    const brought = states.filter(({ answer }) => (found.get(answer.id) ?? answer.source) !== answer.source);
    const lost = brought.filter(({ answer: { source, given } }) => source !== given).length;
    if (
      lost > 0 &&
      !confirm(`${chosen.name} has another answer than yours to ${exercisesOf(lost)}. Take its answers?`)
    )
      return "Your answers are as they were.";
    for (const { answer } of brought) answer.take(found.get(answer.id)!);
    for (const state of states) state.show();
    return brought.length === 0
      ? `${chosen.name} has no answer that you have not.`
      : `${chosen.name} brought answers to ${exercisesOf(brought.length)}. Nothing of them has run.`;
  };

  const forget = liveButton("Forget what passed", "forget", () => {
    for (const state of states) state.forget();
    say("Forgotten. Your answers are still there.");
  });
  chooser.addEventListener("change", () => void trying(bring));
  const panel = document.createElement("div");
  panel.className = "answers";
  const bar = document.createElement("div");
  bar.className = "answers-bar";
  bar.append(
    liveButton("Export my answers", "export", () => trying(save)),
    liveButton("Bring answers back", "bring", () => chooser.click()),
    ...[forget, chooser],
  );
  told.className = "live-state";
  told.role = "status";
  panel.append(count, bar, told);
  last.after(panel);
  const show = (): void => {
    const passed = states.filter(({ isPassed }) => isPassed).length;
    count.textContent = `${passed} of ${exercisesOf(states.length)} checked here: ${passed === 0 ? "no answer has yet passed the tests that you see" : "the tests that you see passed"}.`;
    forget.hidden = passed === 0;
  };
  show();
  return show;
}

const exercisesOf = (count: number): string => (count === 1 ? "1 exercise" : `${count} exercises`);

function download(name: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/x-ipynb+json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
