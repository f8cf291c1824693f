/**
 * Values as they go through a pipe: JSON, whose objects stand in a list and are named by their place in it, so that
 * cycles, and one object in two places, arrive as they left.
 */
export interface Portable {
  /** Objects that the other side does not have yet from this call; their places go on where its objects end. */
  readonly objects: readonly PortableObject[];
  readonly values: readonly PortableValue[];
}

/** A primitive as JSON has it, what JSON lacks, or the place of an object. */
export type PortableValue =
  | string
  | number
  | boolean
  | null
  | readonly ["undefined"]
  | readonly ["hole"]
  | readonly ["number", string]
  | readonly ["bigint", string]
  | readonly ["object", number];

export type PortableEntry = readonly [key: string, value: PortableValue];

export type PortableObject =
  /** A longer list of numbers alone is their bytes, in base64. */
  | { readonly kind: "array"; readonly items: readonly PortableValue[] | string }
  | { readonly kind: "object" | "bare"; readonly entries: readonly PortableEntry[] }
  | { readonly kind: "error"; readonly name: string; readonly entries: readonly PortableEntry[] }
  | { readonly kind: "map"; readonly pairs: readonly (readonly [PortableValue, PortableValue])[] }
  | { readonly kind: "set"; readonly items: readonly PortableValue[] }
  | { readonly kind: "date"; readonly time: PortableValue }
  | { readonly kind: "regexp"; readonly source: string; readonly flags: string }
  | { readonly kind: "numbers"; readonly type: string; readonly base64: string }
  | PortableStream
  /** Of a class: what it holds, its methods among it; these run where it came from. */
  | {
      readonly kind: "instance";
      readonly number: number;
      readonly name: string;
      readonly entries: readonly PortableEntry[];
    }
  | { readonly kind: "function"; readonly number: number; readonly name: string; readonly length: number }
  | { readonly kind: "promise"; readonly number: number }
  /** A function, promise or instance that the receiver had given. */
  | { readonly kind: "yours"; readonly number: number };

/** A seeded stream of random numbers: made anew from its name, and set to where it stood. */
export interface PortableStream {
  readonly kind: "stream";
  readonly seed: number;
  readonly path: readonly (string | number)[];
  readonly state: readonly number[];
}
