import { AsyncResource } from "node:async_hooks";
import type { Comm, Comms } from "./comms.ts";
import type { Content } from "./message.ts";

/** A control in the notebook: its value follows the user's hand. */
export interface Control<Value> {
  value: Value;
  /** Runs on every change from the front end; what it prints stands below the cell that asked. Returns the control. */
  onChange(listener: (value: Value) => void | Promise<void>): Control<Value>;
}

interface Labelled {
  readonly label?: string;
}

export interface SliderOptions extends Labelled {
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value?: number;
}

export interface ChoiceOptions<Option extends string> extends Labelled {
  readonly options: readonly Option[];
  readonly value?: Option;
}

export interface ToggleOptions extends Labelled {
  readonly value?: boolean;
}

export interface Widgets {
  /** A number between two others. @example const m = slider({ min: 10, max: 1000, value: 100, label: "M" }); m.value */
  slider(options: SliderOptions): Control<number>;
  /** One of several texts. */
  choice<Option extends string>(options: ChoiceOptions<Option>): Control<Option>;
  /** Yes or no. */
  toggle(options?: ToggleOptions): Control<boolean>;
}

/** The widget protocol of ipywidgets 8: models are comms of this target, named by module and version. */
const target = "jupyter.widget";
const metadata = { version: "2.1.0" };
const base = { _model_module: "@jupyter-widgets/base", _model_module_version: "2.0.0" };
const controls = { _model_module: "@jupyter-widgets/controls", _model_module_version: "2.0.0" };
const controlsView = { _view_module: "@jupyter-widgets/controls", _view_module_version: "2.0.0" };
const viewMime = "application/vnd.jupyter.widget-view+json";

/** Where controls are. */
export interface WidgetHost {
  display(value: unknown): void;
  /** Told what a listener threw, in the cell that gave the listener. */
  fail(error: unknown): void;
  /** The cell that the running code belongs to. */
  cell(): unknown;
}

/** Controls that front ends with ipywidgets draw; others show the value as text. */
export function widgets(comms: Comms, { display, fail, cell }: WidgetHost): Widgets {
  const model = (state: Content): Comm => comms.open(target, { state, buffer_paths: [] }, metadata);

  /** @param read from the front end's state to the value; @param write the other way */
  function control<Value>(
    name: string,
    state: Content,
    label: string | undefined,
    key: string,
    initial: Value,
    read: (raw: unknown) => Value,
    write: (value: Value) => unknown,
  ): Control<Value> {
    const layout = model({ ...base, _model_name: "LayoutModel", _view_name: "LayoutView" });
    const comm = model({
      ...controls,
      ...controlsView,
      _model_name: `${name}Model`,
      _view_name: `${name}View`,
      layout: `IPY_MODEL_${layout.id}`,
      description: label ?? "",
      ...state,
      [key]: write(initial),
    });
    const listeners: ((value: Value) => void | Promise<void>)[] = [];
    let current = initial;
    comm.onMessage = async ({ method, state: changes }) => {
      const update = (changes ?? {}) as Content;
      if (method === "request_state")
        comm.send({ method: "update", state: { [key]: write(current) }, buffer_paths: [] });
      if (method !== "update" || !(key in update)) return;
      current = read(update[key]);
      for (const listener of listeners) await listener(current);
    };
    const own: Control<Value> = {
      get value() {
        return current;
      },
      set value(value) {
        current = value;
        comm.send({ method: "update", state: { [key]: write(value) }, buffer_paths: [] });
      },
      onChange(listener) {
        // As that cell: front ends drop what answers a widget's message.
        const asCell = AsyncResource.bind(async (value: Value) => {
          try {
            await listener(value);
          } catch (error) {
            fail(error);
          }
        });
        listeners.push(asCell);
        return own;
      },
      // A cell that makes a control and ends in it shows it once; a later one shows it again.
      ...{ [Symbol.for("Jupyter.display")]: () => (cell() === home ? {} : view()) },
    };
    const home = cell();
    const view = (): Content => ({
      "text/plain": `${label ?? name}: ${String(current)}`,
      [viewMime]: { version_major: 2, version_minor: 0, model_id: comm.id },
    });
    display({ [Symbol.for("Jupyter.display")]: view });
    return own;
  }

  return {
    slider({ min, max, step = (max - min) / 100, value = min, label }) {
      if (!(min < max))
        throw new RangeError(`Cannot make a slider: max must be above min, got ${min} and ${max}`);
      if (!(value >= min && value <= max)) {
        throw new RangeError(`Cannot make a slider: value must lie between ${min} and ${max}, got ${value}`);
      }
      const state = { min, max, step, continuous_update: true, readout: true, readout_format: ".4~g" };
      return control("FloatSlider", state, label, "value", value, Number, (number) => number);
    },
    choice({ options, value = options[0], label }) {
      const known = [...options];
      const index = known.indexOf(value as (typeof known)[number]);
      if (index < 0)
        throw new RangeError(`Cannot make a choice: value must be one of ${known.join(", ")}, got ${value}`);
      return control(
        "Dropdown",
        { _options_labels: known },
        label,
        "index",
        known[index] as (typeof known)[number],
        (raw) => known[Number(raw)] as (typeof known)[number],
        (chosen) => known.indexOf(chosen),
      );
    },
    toggle({ value = false, label } = {}) {
      return control("Checkbox", { indent: false }, label, "value", value, Boolean, (on) => on);
    },
  };
}
