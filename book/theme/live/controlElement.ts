import type { PageControl } from "../../../kernel/page/pageControls.ts";

/** Told where a reader has put a control. */
export type OnMove = (control: string, value: unknown) => void;

/** A control of a cell, to be moved. */
export function controlElement({ id, kind, label, state, value }: PageControl, onMove: OnMove): HTMLElement {
  const place = document.createElement("label");
  place.className = "control";
  const options = state._options_labels as readonly string[] | undefined;
  const field = document.createElement(options ? "select" : "input");
  const told = document.createElement("output");
  if (field instanceof HTMLSelectElement) {
    for (const [at, option] of (options ?? []).entries()) field.add(new Option(option, String(at)));
    field.value = String(value);
  } else {
    field.type = kind === "Checkbox" ? "checkbox" : kind === "FloatSlider" ? "range" : "number";
    for (const name of ["min", "max", "step"] as const)
      if (Math.abs(Number(state[name] ?? Number.NaN)) < Number.MAX_VALUE) field[name] = String(state[name]);
    if (field.type === "number" && !field.step) field.step = "any";
    field.checked = value === true;
    field.value = String(value);
    if (field.type === "range") told.textContent = field.value;
  }
  const say = (): void => {
    if (field.type === "range") told.textContent = field.value;
    const isOn = field instanceof HTMLInputElement && field.type === "checkbox";
    onMove(id, isOn ? field.checked : Number(field.value));
  };
  field.addEventListener(field.type === "number" ? "change" : "input", say);
  place.append(label ?? "", " ", field, told);
  if (label === undefined) field.ariaLabel = "Control";
  return place;
}
