import type { Rng } from "../rng.ts";

/**
 * The generator behind `seeded`: Chris Doty-Humphrey's sfc32, 128 bits of state, one addition chain per word.
 * The state is readable inside the library, so that a loop that fills an array may keep it in registers.
 */
export class Sfc32 implements Rng {
  readonly seed: number;
  readonly path: readonly (string | number)[];
  readonly state: Int32Array;

  constructor(seed: number, path: readonly (string | number)[]) {
    this.seed = seed;
    this.path = Object.freeze([...path]);
    this.state = hash128(JSON.stringify([seed, ...path]));
    for (let i = 0; i < 20; i += 1) this.bits(); // spread every bit of the hash over the whole state
  }

  bits(): number {
    const s = this.state;
    const sum = (s[0]! + s[1]! + s[3]!) | 0;
    s[3] = s[3]! + 1; // the counter: no state lies on a cycle shorter than 2³²
    s[0] = s[1]! ^ (s[1]! >>> 9);
    s[1] = s[2]! + (s[2]! << 3);
    s[2] = ((s[2]! << 21) | (s[2]! >>> 11)) + sum;
    return sum >>> 0;
  }

  next(): number {
    const high = this.bits() >>> 5; // 27 bits
    const low = this.bits() >>> 6; // 26 bits
    return (high * 2 ** 26 + low) * 2 ** -53;
  }

  split(label: string | number): Rng {
    if (typeof label === "number" && !Number.isFinite(label)) {
      throw new RangeError(
        `Cannot split a random stream: label must be a finite number or a text, got ${label}`,
      );
    }
    return new Sfc32(this.seed, [...this.path, label]);
  }
}

/** Four 32-bit words from a text: four lanes of multiply-and-rotate, then each lane stirred into the others. */
function hash128(text: string): Int32Array {
  const lanes = new Int32Array([0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667]); // golden ratio, π, e, √2
  const odd = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
  for (let i = 0; i < text.length; i += 1) {
    for (let lane = 0; lane < 4; lane += 1) {
      const mixed = Math.imul(lanes[lane]! ^ text.charCodeAt(i), odd[lane]!);
      lanes[lane] = ((mixed << 13) | (mixed >>> 19)) + lanes[(lane + 1) % 4]!;
    }
  }
  for (let round = 0; round < 8; round += 1) {
    const lane = round % 4;
    const from = lanes[(lane + 3) % 4]!;
    let word = lanes[lane]! ^ from ^ (from >>> 15);
    word = Math.imul(word ^ (word >>> 16), odd[(lane + 1) % 4]!);
    word = Math.imul(word ^ (word >>> 13), odd[(lane + 2) % 4]!);
    lanes[lane] = word ^ (word >>> 16);
  }
  return lanes;
}
