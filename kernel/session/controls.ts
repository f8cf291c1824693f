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

export interface NumberOptions extends Labelled {
  readonly value: number;
  /** Default: no end on this side. */
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
}

export interface ToggleOptions extends Labelled {
  readonly value?: boolean;
}

export interface Controls {
  /** A number between two others. @example const m = slider({ min: 10, max: 1000, value: 100, label: "M" }); m.value */
  slider(options: SliderOptions): Control<number>;
  /** One of several texts. */
  choice<Option extends string>(options: ChoiceOptions<Option>): Control<Option>;
  /** A number that is typed. */
  number(options: NumberOptions): Control<number>;
  /** Yes or no. */
  toggle(options?: ToggleOptions): Control<boolean>;
}

/** A control as front ends with ipywidgets know it; other hosts take what they need. */
export interface ControlSpec<Value> {
  /** Name of the widget's model, without its last word. */
  readonly model: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly label: string | undefined;
  /** Where the value stands in the state. */
  readonly key: string;
  readonly initial: Value;
  /** From the state to the value. */
  readonly read: (raw: unknown) => Value;
  readonly write: (value: Value) => unknown;
}

/** What a control shows where nothing draws it. */
export const controlText = (label: string | undefined, value: unknown): string =>
  label === undefined ? String(value) : `${label}: ${String(value)}`;

/** How a host makes a control. */
export type MakeControl = <Value>(spec: ControlSpec<Value>) => Control<Value>;

/** The calls that make controls, with what they refuse: the same on every host. */
export function controls(make: MakeControl): Controls {
  return {
    slider({ min, max, step = (max - min) / 100, value = min, label }) {
      if (!(min < max))
        throw new RangeError(`Cannot make a slider: max must be above min, got ${min} and ${max}`);
      if (!(value >= min && value <= max)) {
        throw new RangeError(`Cannot make a slider: value must lie between ${min} and ${max}, got ${value}`);
      }
      const state = { min, max, step, continuous_update: true, readout: true, readout_format: ".4~g" };
      return make({
        model: "FloatSlider",
        state,
        label,
        key: "value",
        initial: value,
        read: Number,
        write: (number) => number,
      });
    },
    choice({ options, value = options[0], label }) {
      const known = [...options];
      const index = known.indexOf(value as (typeof known)[number]);
      if (index < 0)
        throw new RangeError(`Cannot make a choice: value must be one of ${known.join(", ")}, got ${value}`);
      return make({
        model: "Dropdown",
        state: { _options_labels: known },
        label,
        key: "index",
        initial: known[index] as (typeof known)[number],
        read: (raw) => known[Number(raw)] as (typeof known)[number],
        write: (chosen) => known.indexOf(chosen),
      });
    },
    number({ value, min = -Number.MAX_VALUE, max = Number.MAX_VALUE, step, label }) {
      if (!(min < max))
        throw new RangeError(`Cannot ask for a number: max must be above min, got ${min} and ${max}`);
      if (!(value >= min && value <= max))
        throw new RangeError(
          `Cannot ask for a number: value must lie between ${min} and ${max}, got ${value}`,
        );
      return make({
        model: "BoundedFloatText",
        state: { min, max, step: step ?? null, continuous_update: false },
        label,
        key: "value",
        initial: value,
        read: (raw) => (Number.isFinite(raw) ? Math.min(max, Math.max(min, Number(raw))) : value),
        write: (number) => number,
      });
    },
    toggle({ value = false, label } = {}) {
      return make({
        model: "Checkbox",
        state: { indent: false },
        label,
        key: "value",
        initial: value,
        read: Boolean,
        write: (on) => on,
      });
    },
  };
}
