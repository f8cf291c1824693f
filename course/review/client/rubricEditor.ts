interface RubricHost {
  /** Where an item is sent. */
  readonly address: string;
  /** The most points of an item, either way. */
  readonly limit: number;
  /** An item was added, and ticked. */
  ticked(): void;
  /** An item was changed, and marks with it. */
  edited(): void;
  flush(): Promise<boolean>;
}

/** Adds rubric items and changes them, in a line of the list. */
export function rubricEditor(form: HTMLFormElement, host: RubricHost): void {
  const list = form.querySelector("#rubric") as HTMLElement;
  form.querySelector("#add")?.addEventListener("click", () => edit());
  list.addEventListener("click", (event) => {
    const button = (event.target as Element).closest(".edit");
    if (button) edit(button.closest("li") as HTMLElement);
  });

  /** @param line the item to change; none for a new one */
  function edit(line?: HTMLElement): void {
    if (list.querySelector(".editing")) return;
    const editor = document.createElement("li");
    editor.className = "editing";
    const text = field("What it is for", line?.querySelector(".text")?.textContent ?? "");
    const points = field(`Points, −${host.limit} … ${host.limit}`, line?.dataset.points ?? "");
    const [ok, cancel] = ["Keep the item", "Cancel"].map((words) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      return button;
    }) as [HTMLButtonElement, HTMLButtonElement];
    const fault = document.createElement("p");
    fault.className = "fault";
    fault.setAttribute("role", "alert");
    editor.append(text.label, points.label, ok, " ", cancel, fault);
    const close = (): void => {
      editor.remove();
      if (line) line.hidden = false;
    };
    const keep = async (): Promise<void> => {
      const worth = Number(points.input.value.trim().replace(",", ".").replace("−", "-") || Number.NaN);
      const given = { ...(line && { id: line.dataset.id }), text: text.input.value, points: worth };
      if (!(await host.flush())) {
        fault.textContent = "Not kept: what stands in the form cannot be saved.";
        return;
      }
      try {
        const response = await fetch(host.address, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(given),
        });
        const outcome = (await response.json()) as {
          fault?: string;
          item?: { id: string; text: string; points: number };
        };
        if (!outcome.item) {
          fault.textContent = outcome.fault ?? "Not kept.";
          return;
        }
        if (line) return host.edited();
        editor.remove();
        list.append(lineOf(outcome.item, list.children.length));
        host.ticked();
      } catch {
        fault.textContent = "Not kept: the review does not answer.";
      }
    };
    ok.addEventListener("click", () => void keep());
    cancel.addEventListener("click", close);
    editor.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
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

/** The line of a new item, ticked, as the server writes those that are there already. */
function lineOf(
  { id, text, points }: { id: string; text: string; points: number },
  index: number,
): HTMLElement {
  const line = document.createElement("li");
  [line.dataset.id, line.dataset.points] = [id, String(points)];
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), {
    type: "checkbox",
    name: "rubric",
    value: id,
    checked: true,
  });
  const key = document.createElement("kbd");
  key.textContent = String(index + 1);
  const words = Object.assign(document.createElement("span"), { className: "text", textContent: text });
  const worth = Object.assign(document.createElement("span"), {
    className: "worth",
    textContent: points < 0 ? `−${-points}` : `+${points}`,
  });
  label.append(box, " ", ...(index < 9 ? [key] : []), " ", words, " ", worth);
  const edit = Object.assign(document.createElement("button"), {
    type: "button",
    className: "edit",
    textContent: "Edit",
  });
  edit.setAttribute("aria-label", `Edit ${text}`);
  line.append(label, " ", edit);
  return line;
}
