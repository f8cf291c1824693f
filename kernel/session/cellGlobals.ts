import { type Controls, controls, type MakeControl } from "./controls.ts";
import { type DisplayServices, displayServices, type ServiceHost } from "./displayServices.ts";
import type { OutputQueue } from "./outputQueue.ts";
import { stillControl } from "./stillControl.ts";

/** The names that every cell knows, on every host; `globalDeclarations` says what they are. */
export interface CellGlobals extends DisplayServices, Controls {
  /** A line that the user types. */
  input(prompt?: unknown): Promise<string>;
  /** A line that the user types and nobody sees. */
  password(prompt?: unknown): Promise<string>;
}

/** What the names of cells need from where the cells run. What a host lacks, they do without or refuse in words. */
export interface GlobalsHost extends ServiceHost {
  /** Makes a control that a hand can move; without it each keeps the value that its cell gives. */
  readonly control?: MakeControl;
  /** Asks whoever sits there; without it cells are told that nobody answers. */
  ask?(prompt: string, isPassword: boolean): Promise<string>;
}

/** @param outputsNow where the running code's outputs belong */
export function cellGlobals(host: GlobalsHost, outputsNow: () => OutputQueue): CellGlobals {
  const services = displayServices(host, outputsNow);
  const ask = async (prompt: unknown, isPassword: boolean): Promise<string> => {
    if (host.ask) return host.ask(String(prompt), isPassword);
    throw new Error("Cannot ask for input: this front end does not answer questions");
  };
  return {
    ...services,
    ...controls(host.control ?? stillControl(services.display)),
    input: (prompt = "") => ask(prompt, false),
    password: (prompt = "") => ask(prompt, true),
  };
}
