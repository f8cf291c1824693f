import type { PortableStream } from "./portable.ts";

/** A seeded stream as the library makes it. */
interface Stream {
  readonly seed: number;
  readonly path: readonly (string | number)[];
  readonly state: Int32Array;
  split(label: string | number): Stream;
}

/** How seeded streams are carried: through calls each number that is drawn would cost a way there and back. */
export interface SeededStreams {
  /** What names the stream and where it stands; undefined for anything else. */
  pack(value: object): PortableStream | undefined;
  unpack(stream: PortableStream): object;
  /** Sets a stream to where another stands. */
  move(stream: object, to: PortableStream): void;
}

/** @param seeded the library's, as cells import it */
export function seededStreams(seeded: (seed: number) => unknown): SeededStreams {
  const made = Object.getPrototypeOf(seeded(0) as object) as object;
  const move = (stream: object, { state }: PortableStream): void => (stream as Stream).state.set(state);
  return {
    pack(value) {
      if (Object.getPrototypeOf(value) !== made) return undefined;
      const { seed, path, state } = value as Stream;
      return { kind: "stream", seed, path: [...path], state: [...state] };
    },
    unpack(stream) {
      let found = seeded(stream.seed) as Stream;
      for (const label of stream.path) found = found.split(label);
      move(found, stream);
      return found;
    },
    move,
  };
}

/** Where the assignment's cells import no streams. */
export const noStreams: SeededStreams = {
  pack: () => undefined,
  unpack() {
    throw new TypeError("Cannot carry a value: no seeded streams are known here");
  },
  move() {},
};
