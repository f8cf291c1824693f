import type { Portable, PortableObject } from "./portable.ts";
import type { HowCalled } from "./unpacker.ts";

/** What one side asks of the other. */
export type Request =
  | { readonly do: "call"; readonly number: number; readonly how: HowCalled; readonly args: Portable }
  | { readonly do: "settle"; readonly number: number }
  /** Anything else, by whoever uses the channel. */
  | { readonly do: "ask"; readonly what: unknown };

/** What comes back: a value or an error, and what a call has changed of the objects that went along. */
export interface Answer {
  readonly to: string;
  readonly value?: Portable;
  readonly error?: Portable;
  readonly changes?: readonly (readonly [number, PortableObject])[];
  readonly objects?: readonly PortableObject[];
}
