import type { Answer, Request } from "./channelMessages.ts";
import type { Given } from "./given.ts";
import { ownerOf } from "./methodsOf.ts";
import type { Packer } from "./packer.ts";
import type { Portable, PortableObject } from "./portable.ts";
import type { Unpacker } from "./unpacker.ts";

/** Does what the other side asks, and packs what comes of it. */
export class Answerer {
  readonly #given: Given;
  readonly #packer: Packer;
  readonly #unpacker: Unpacker;
  readonly #answerAsk: (what: unknown) => unknown;

  /** @param answerAsk answers what the other side asks for beyond calls */
  constructor(given: Given, packer: Packer, unpacker: Unpacker, answerAsk: (what: unknown) => unknown) {
    this.#given = given;
    this.#packer = packer;
    this.#unpacker = unpacker;
    this.#answerAsk = answerAsk;
  }

  /** Does what is asked. @param known objects of the call that both sides have */
  do(request: Request, known: object[]): unknown {
    if (request.do === "ask") return this.#answerAsk(request.what);
    const given = this.#given.at(request.number);
    if (request.do === "settle") return given;
    const args = this.#unpacker.unpack(request.args, known);
    const callee = given as (...args: unknown[]) => unknown;
    if (request.how === "new") return Reflect.construct(callee, args);
    if (request.how === "call") return callee(...args);
    return valuesOf(callee, args);
  }

  /**
   * The answer to a request: what doing it brought or threw, and what it changed.
   *
   * @param came what objects of the call held as they came
   */
  outcome(
    to: string,
    came: readonly PortableObject[],
    known: object[],
    request: Request,
    run: () => unknown,
  ): Answer {
    let [value, error, failed]: [unknown, unknown, boolean] = [undefined, undefined, false];
    try {
      value = run();
    } catch (thrown) {
      [error, failed] = [thrown, true];
    }
    let changed: ReturnType<Packer["packChanges"]> | undefined;
    let packed = known.length;
    try {
      changed = this.#packer.packChanges(came, known);
      packed = known.length;
    } catch (thrown) {
      known.length = packed;
      if (!failed) [error, failed] = [thrown, true];
    }
    let part: { readonly value: Portable } | { readonly error: Portable } | undefined;
    try {
      // What a method has changed in its instance goes along.
      const owner = request.do === "call" && ownerOf(this.#given.at(request.number));
      const also = owner ? [owner] : [];
      part = failed
        ? { error: this.#packer.pack([error, ...also], known) }
        : { value: this.#packer.pack([value, ...also], known) };
    } catch (thrown) {
      known.length = packed;
      if (!failed) error = thrown;
    }
    return {
      to,
      ...(part ?? { error: this.#packError(error, known) }),
      ...(changed && (changed.changes.length > 0 || changed.objects.length > 0) && changed),
    };
  }

  #packError(error: unknown, known: object[]): Portable {
    const before = known.length;
    try {
      return this.#packer.pack([error], known);
    } catch {
      known.length = before;
      return this.#packer.pack([new Error(wordsOf(error))], known);
    }
  }
}

/** @param args the first arguments of all calls, the second ones, …; what comes after them; functions where each has its own */
function valuesOf(
  callee: (...args: unknown[]) => unknown,
  [columns, rest, functions]: readonly unknown[],
): unknown[] {
  if (!Array.isArray(columns) || columns.length === 0 || !columns.every(isList) || !Array.isArray(rest))
    throw new TypeError("Cannot call a function many times: its arguments must be lists");
  const each = Array.isArray(functions) ? (functions as (typeof callee)[]) : undefined;
  const more = columns.slice(1) as ArrayLike<unknown>[];
  return Array.from(columns[0] as ArrayLike<unknown>, (first, i) =>
    (each ? each[i]! : callee)(first, ...more.map((column) => column[i]), ...rest),
  );
}

const isList = (value: unknown): boolean => Array.isArray(value) || ArrayBuffer.isView(value);

/** What can be said of an error that cannot be carried. */
function wordsOf(error: unknown): string {
  try {
    return `${(error as Error).name}: ${(error as Error).message}`;
  } catch {
    return "an error that cannot be told";
  }
}
