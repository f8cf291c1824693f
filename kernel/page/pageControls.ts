import type { CellScope } from "../session/cellScope.ts";
import { type Control, type ControlSpec, controlText, type MakeControl } from "../session/controls.ts";
import type { DisplayHandle } from "../session/displayHandle.ts";
import type { Scopes } from "../session/scopes.ts";
import { controlType } from "./controlType.ts";

/** A control, as its page is told of it. */
export interface PageControl {
  /** The same whenever its cell runs. */
  readonly id: string;
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

/** What a control was when it was made last: a cell that has changed makes another. */
const specText = ({ model, state, label, initial, write }: ControlSpec<never>): string =>
  JSON.stringify([model, state, label, write(initial)]);

/**
 * The controls of a page's cells, which its reader moves. Where a cell runs again, or in another worker, each of its controls
 * stands where the reader has left it.
 */
export class PageControls {
  readonly #moves = new Map<string, (value: unknown) => Promise<void>>();
  readonly #left = new Map<string, unknown>();
  readonly #specs = new Map<string, string>();
  readonly #counts = new WeakMap<CellScope, number>();
  readonly make: MakeControl;

  constructor(host: ControlHost) {
    this.make = (spec) => this.#make(spec, host);
  }

  /** A reader has moved one: its value, and whoever listens, follow; one that is not there yet begins there. */
  async move(id: string, value: unknown): Promise<void> {
    this.#left.set(id, value);
    await this.#moves.get(id)?.(value);
  }

  /** The first of a cell, the second, and so on. */
  #nameOf(home: CellScope, spec: string): string {
    const count = (this.#counts.get(home) ?? 0) + 1;
    this.#counts.set(home, count);
    const id = `${home.id} ${count}`;
    if ((this.#specs.get(id) ?? spec) !== spec) this.#left.delete(id);
    this.#specs.set(id, spec);
    return id;
  }

  #make<Value>(spec: ControlSpec<Value>, { display, fail, cell, bind }: ControlHost): Control<Value> {
    const { model: kind, state, label, initial, read, write } = spec;
    const listeners: ((value: Value) => Promise<void>)[] = [];
    const left = this.#left;
    const home = cell();
    const id = this.#nameOf(home, specText(spec as unknown as ControlSpec<never>));
    let current = this.#left.has(id) ? read(this.#left.get(id)) : initial;
    this.#moves.set(id, async (value) => {
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
        left.set(id, write(value));
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
