import type { Comm, Comms } from "../../session/comms.ts";
import { type Control, type ControlSpec, controlText, type MakeControl } from "../../session/controls.ts";
import type { Scopes } from "../../session/scopes.ts";
import type { Content } from "../shared/message.ts";

/** The widget protocol of ipywidgets 8: models are comms of this target, named by module and version. */
const target = "jupyter.widget";
const metadata = { version: "2.1.0" };
const base = { _model_module: "@jupyter-widgets/base", _model_module_version: "2.0.0" };
const module = { _model_module: "@jupyter-widgets/controls", _model_module_version: "2.0.0" };
const moduleView = { _view_module: "@jupyter-widgets/controls", _view_module_version: "2.0.0" };
const viewMime = "application/vnd.jupyter.widget-view+json";

/** Where controls are. */
export interface WidgetHost {
  display(value: unknown): void;
  /** Told what a listener threw, in the cell that gave the listener. */
  fail(error: unknown): void;
  /** The cell that the running code belongs to. */
  cell(): unknown;
  /** The function as code of the cell that gives it. */
  readonly bind: Scopes["bind"];
}

/** Controls that front ends with ipywidgets draw; others show the value as text. */
export function widgetControl(comms: Comms, { display, fail, cell, bind }: WidgetHost): MakeControl {
  const model = (state: Content): Comm => comms.open(target, { state, buffer_paths: [] }, metadata);

  return <Value>(spec: ControlSpec<Value>): Control<Value> => {
    const { model: name, state, label, key, initial, read, write } = spec;
    const layout = model({ ...base, _model_name: "LayoutModel", _view_name: "LayoutView" });
    const comm = model({
      ...module,
      ...moduleView,
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
        const asCell = bind(async (value: Value) => {
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
      "text/plain": controlText(label, current),
      [viewMime]: { version_major: 2, version_minor: 0, model_id: comm.id },
    });
    display({ [Symbol.for("Jupyter.display")]: view });
    return own;
  };
}
