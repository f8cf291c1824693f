import { type Diagnostic, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import type { CellDiagnostic } from "../../../../kernel/check/cellDiagnostics.ts";
import type { Asked } from "./asked.ts";

/** Who types is not told of what is half written. */
const patience = 500;

/**
 * Marks what TypeScript finds wrong, and lists it below, where it can be read without a pointer. A cell with mistakes runs all the
 * same.
 */
export function mistakes(ask: Asked, notes: HTMLElement): Extension {
  const status = document.createElement("p");
  status.role = "status";
  const list = document.createElement("ul");
  notes.replaceChildren(status, list);
  return [
    ViewPlugin.define((view) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      let isGone = false;
      const look = async (): Promise<void> => {
        const { doc } = view.state;
        const found = await ask(doc.toString(), { about: "mistakes" }).catch(() => undefined);
        if (isGone || view.state.doc !== doc || found === undefined) return;
        view.dispatch(
          setDiagnostics(
            view.state,
            found.map((each) => diagnosticOf(view, each)),
          ),
        );
        say(status, countOf(found));
        list.replaceChildren(...found.map((each) => line(view, each)));
      };
      const later = (wait: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => void look(), wait);
      };
      later(0);
      // Any cell above counts, as the reader has it.
      const changed = (): void => later(patience);
      document.addEventListener("live-change", changed);
      return {
        update({ docChanged }: ViewUpdate) {
          if (docChanged) later(patience);
        },
        destroy() {
          isGone = true;
          clearTimeout(timer);
          document.removeEventListener("live-change", changed);
        },
      };
    }),
  ];
}

function countOf(found: readonly CellDiagnostic[]): string {
  if (found.length === 0) return "Types: nothing against it.";
  const errors = found.length === 1 ? "1 thing" : `${found.length} things`;
  return `Types: ${errors} to look at. The cell runs all the same.`;
}

/** What is said already is not said again. */
function say(status: HTMLElement, words: string): void {
  if (status.textContent !== words) status.textContent = words;
}

function diagnosticOf(
  view: EditorView,
  { line, column, length, message, category }: CellDiagnostic,
): Diagnostic {
  const { doc } = view.state;
  const from = Math.min(doc.line(Math.min(line, doc.lines)).from + column - 1, doc.length);
  return { from, to: Math.min(from + length, doc.length), severity: category, message };
}

/** A button that leads to the place. */
function line(view: EditorView, each: CellDiagnostic): HTMLElement {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = `Line ${each.line}: ${each.message}`;
  button.addEventListener("click", () => {
    const { from, to } = diagnosticOf(view, each);
    view.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
    view.focus();
  });
  item.append(button);
  return item;
}
