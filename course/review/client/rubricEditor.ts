import { askToRemove } from "./askToRemove.ts";
import { button } from "./button.ts";
import { itemLine } from "./itemLine.ts";
import { sent } from "./sent.ts";

interface RubricHost {
  /** Where an item is sent. */
  readonly address: string;
  /** The most points of an item, either way. */
  readonly limit: number;
  /** An item was added, and ticked. */
  ticked(): void;
  /** An item was changed or removed, and marks with it. */
  edited(): void;
  flush(): Promise<boolean>;
}

/** Adds rubric items, changes and removes them, in a line of the list. */
export function rubricEditor(form: HTMLFormElement, host: RubricHost): void {
  const list = form.querySelector("#rubric") as HTMLElement;
  form.querySelector("#add")?.addEventListener("click", () => edit());
  list.addEventListener("click", (event) => {
    const pressed = (event.target as Element).closest(".edit");
    if (pressed) edit(pressed.closest("li") as HTMLElement);
  });

  /** @param line the item to change; none for a new one */
  function edit(line?: HTMLElement): void {
    if (list.querySelector(".editing")) return;
    const editor = document.createElement("li");
    editor.className = "editing";
    const text = field("What it is for", line?.querySelector(".text")?.textContent ?? "");
    const points = field(`Points, −${host.limit} … ${host.limit}`, line?.dataset.points ?? "");
    const ask = Object.assign(document.createElement("div"), { className: "ask" });
    const fault = Object.assign(document.createElement("p"), { className: "fault" });
    fault.setAttribute("role", "alert");
    const close = (): void => {
      editor.remove();
      if (line) line.hidden = false;
      (line?.querySelector<HTMLElement>(".edit") ?? form.querySelector<HTMLElement>("#add"))?.focus();
    };
    const isKept = async (): Promise<boolean> => {
      fault.textContent = "";
      if (await host.flush()) return true;
      fault.textContent = "What stands in the form cannot be saved, so nothing was done.";
      return false;
    };
    const keep = async (): Promise<void> => {
      const worth = Number(points.input.value.trim().replace(",", ".").replace("−", "-") || Number.NaN);
      const given = { ...(line && { id: line.dataset.id }), text: text.input.value, points: worth };
      if (!(await isKept())) return;
      const { item, fault: words } = await sent(host.address, given);
      if (!item) {
        fault.textContent = words ?? "Not kept.";
        return;
      }
      if (line) return host.edited();
      editor.remove();
      list.append(itemLine(item, list.children.length));
      host.ticked();
    };
    const remove = async (): Promise<void> => {
      if (!(await isKept())) return;
      await askToRemove(ask, fault, {
        address: `${host.address}/remove`,
        id: line?.dataset.id ?? "",
        removed: host.edited,
      });
    };
    editor.append(text.label, points.label);
    const uses = Number(line?.dataset.uses ?? 0);
    if (uses > 0) editor.append(note(uses));
    editor.append(
      button("Keep the item", () => void keep()),
      button("Cancel", close),
    );
    if (line) editor.append(button("Remove the item", () => void remove()));
    editor.append(ask, fault);
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.stopPropagation();
        close();
      }
      if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      event.stopPropagation();
      void keep();
    });
    if (line) {
      line.hidden = true;
      line.after(editor);
    } else list.append(editor);
    text.input.focus();
  }
}

function field(words: string, value: string): { label: HTMLLabelElement; input: HTMLInputElement } {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.value = value;
  label.append(`${words} `, input);
  return { label, input };
}

/** What a change of an item reaches. */
function note(uses: number): HTMLElement {
  const textContent = `${uses} ${uses === 1 ? "answer has" : "answers have"} it. Points that are what items add up to change with it.`;
  return Object.assign(document.createElement("small"), { textContent });
}
