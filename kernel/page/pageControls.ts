import type { CellScope } from "../session/cellScope.ts";
import { type Control, type ControlSpec, controlText, type MakeControl } from "../session/controls.ts";
import type { DisplayHandle } from "../session/displayHandle.ts";
import type { Scopes } from "../session/scopes.ts";
import { controlType } from "./controlType.ts";

/** A control, as its page is told of it. */
export interface PageControl {
  readonly id: number;
  /** As ipywidgets call it: `FloatSlider`, `Dropdown`, `Checkbox`, `FloatText`, `BoundedFloatText`. */
  readonly kind: string;
  readonly label: string | undefined;
  readonly state: Readonly<Record<string, unknown>>;
  /** Where its handle stands: of a choice the place of the option. */
  readonly value: unknown;
}

/** Where controls are. */
export interface ControlHost {
  display(value: unknown): DisplayHandle;
  /** Told what a listener threw, in the cell that gave the listener. */
  fail(error: unknown): void;
  /** The cell that the running code belongs to. */
  cell(): CellScope;
  /** The function as code of the cell that gives it. */
  readonly bind: Scopes["bind"];
}

/** The controls of a page's cells, which its reader moves. */
export class PageControls {
  readonly #moves: ((value: unknown) => Promise<void>)[] = [];
  readonly make: MakeControl;

  constructor(host: ControlHost) {
    this.make = (spec) => this.#make(spec, host);
  }

  /** A reader has moved one: its value, and whoever listens, follow. */
  async move(id: number, value: unknown): Promise<void> {
    await this.#moves[id]?.(value);
  }

  #make<Value>(spec: ControlSpec<Value>, { display, fail, cell, bind }: ControlHost): Control<Value> {
    const { model: kind, state, label, initial, read, write } = spec;
    const listeners: ((value: Value) => Promise<void>)[] = [];
    const home = cell();
    let current = initial;
    const id = this.#moves.length;
    this.#moves.push(async (value) => {
      current = read(value);
      for (const listener of listeners) await listener(current);
    });
    const view = {
      [Symbol.for("Jupyter.display")]: () => {
        const control: PageControl = { id, kind, label, state, value: write(current) };
        return { "text/plain": controlText(label, current), [controlType]: control };
      },
    };
    const handle = display(view);
    const own: Control<Value> = {
      get value() {
        return current;
      },
      set value(value) {
        current = value;
        handle.update(view);
      },
      onChange(listener) {
        listeners.push(
          bind(async (value: Value) => {
            try {
              await listener(value);
            } catch (error) {
              fail(error);
            }
          }),
        );
        return own;
      },
      // A cell that makes a control and ends in it shows it once; a later one shows it again.
      ...{
        [Symbol.for("Jupyter.display")]: () =>
          cell() === home ? {} : view[Symbol.for("Jupyter.display")]!(),
      },
    };
    return own;
  }
}
