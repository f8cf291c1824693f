import { type Control, type ControlSpec, controlText, type MakeControl } from "./controls.ts";

/** Makes controls where no hand can move them: each keeps the value that the cell gives it, and shows it. */
export const stillControl =
  (display: (value: unknown) => void): MakeControl =>
  <Value>({ label, initial }: ControlSpec<Value>): Control<Value> => {
    const control: Control<Value> = {
      value: initial,
      onChange: () => control,
      // Shown where it is made, and not once more where the cell ends in it.
      ...{ [Symbol.for("Jupyter.display")]: () => ({}) },
    };
    display({ [Symbol.for("Jupyter.display")]: () => ({ "text/plain": controlText(label, control.value) }) });
    return control;
  };
