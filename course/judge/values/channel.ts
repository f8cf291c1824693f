import { randomBytes } from "node:crypto";
import { Carrier, type HowCalled } from "./carrier.ts";
import { ownerOf } from "./methodsOf.ts";
import type { Portable, PortableObject } from "./portable.ts";
import type { SeededStreams } from "./seededStreams.ts";

/** A pipe of lines: `read` waits for the next one. */
export interface LinePipe {
  write(line: string): void;
  /** @throws {Error} if there will be none */
  read(): string;
}

/** What one side asks of the other. */
export type Request =
  | { readonly do: "call"; readonly number: number; readonly how: HowCalled; readonly args: Portable }
  | { readonly do: "settle"; readonly number: number }
  /** Anything else, by whoever uses the channel. */
  | { readonly do: "ask"; readonly what: unknown };

interface Answer {
  readonly to: string;
  readonly value?: Portable;
  readonly error?: Portable;
  readonly changes?: readonly (readonly [number, PortableObject])[];
  readonly objects?: readonly PortableObject[];
}

/**
 * One side of a conversation through a pipe: it asks and waits, and meanwhile answers what the other side asks. Both
 * sides wait by standing still, so that a test calls an answer as if it stood beside it.
 */
export class Channel {
  readonly carrier: Carrier;
  /** The newest error that the other side has thrown. */
  thrown: unknown;
  readonly #pipe: LinePipe;
  readonly #answerAsk: (what: unknown) => unknown;
  /** Whether it answers more than it asks. */
  #serves = false;
  /** Requests to wait for promises of this side that came while it stood still. */
  readonly #later: (Request & { readonly id: string })[] = [];
  #turn: Promise<unknown> = Promise.resolve();
  /** Answers that wait for promises of this side, while it serves. */
  #owed: Promise<unknown> = Promise.resolve();
  /** Answers to requests that wait further out, by the request's id; undefined until they come. */
  readonly #waiting = new Map<string, Answer | undefined>();

  /** @param answerAsk answers what the other side asks for beyond calls; its value is carried as it is */
  constructor(pipe: LinePipe, streams: SeededStreams, answerAsk: (what: unknown) => unknown) {
    this.#pipe = pipe;
    this.#answerAsk = answerAsk;
    this.carrier = new Carrier(
      {
        call: (number, how, args) => {
          const known: object[] = [];
          return this.#ask({ do: "call", number, how, args: this.carrier.pack(args, known) }, known);
        },
        settle: (number) => this.#settle(number),
      },
      streams,
    );
  }

  /** Asks for something beyond calls. */
  ask(what: unknown): unknown {
    return this.#ask({ do: "ask", what }, []);
  }

  #ask(request: Request, known: object[]): unknown {
    const id = this.#send(request);
    for (;;) {
      const heard = this.#hear(id);
      if ("to" in heard) return this.#take(heard, known);
      if (!this.#serves && this.#isPromise(heard)) this.#later.push(heard);
      else this.#pipe.write(JSON.stringify(this.answer(heard.id, heard)));
    }
  }

  /** Asks for what a promise of the other side brings, which may wait for promises of this side: one after the other. */
  #settle(number: number): Promise<unknown> {
    if (this.#serves) return this.#waitFor(number);
    const turn = this.#turn.then(() => this.#waitFor(number));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #waitFor(number: number): Promise<unknown> {
    for (const request of this.#later.splice(0)) await this.#reply(request);
    const id = this.#send({ do: "settle", number });
    for (;;) {
      const heard = this.#hear(id);
      if ("to" in heard) return this.#take(heard, []);
      // Who serves stands still until it is told: what it owes waits for that. The other side keeps its promises first.
      const replied = this.#reply(heard);
      if (this.#serves) this.#owed = Promise.all([this.#owed, replied]);
      else await replied;
    }
  }

  #isPromise(request: Request): boolean {
    return request.do === "settle" && this.carrier.hasGiven(request.number, Promise);
  }

  #send(request: Request): string {
    const id = randomBytes(16).toString("hex");
    this.#pipe.write(JSON.stringify({ id, ...request }));
    this.#waiting.set(id, undefined);
    return id;
  }

  /** The answer to a request, or what is asked meanwhile. */
  #hear(id: string): Answer | (Request & { readonly id: string }) {
    for (;;) {
      const known = this.#waiting.get(id);
      if (known) {
        this.#waiting.delete(id);
        return known;
      }
      const message = JSON.parse(this.#pipe.read()) as Partial<Answer> & Request & { readonly id?: string };
      if (typeof message.id === "string") return { ...message, id: message.id };
      if (typeof message.to === "string" && this.#waiting.has(message.to))
        this.#waiting.set(message.to, message as Answer);
    }
  }

  #take({ value, error, changes = [], objects = [] }: Answer, known: object[]): unknown {
    const { carrier } = this;
    const sent = known.length;
    carrier.unpackObjects(objects, known);
    carrier.applyChanges(changes, known, sent);
    if (error) {
      [this.thrown] = carrier.unpack(error, known);
      throw this.thrown;
    }
    return value && carrier.unpack(value, known)[0];
  }

  /** What to answer, where nothing has to be waited for. */
  answer(id: string, request: Request): Answer {
    const known: object[] = [];
    const came = request.do === "call" ? request.args.objects : [];
    return this.#outcome(id, came, known, request, () => {
      if (this.#isPromise(request))
        throw new Error("Cannot wait for this promise here: the test that made it stands still");
      return this.#do(request, known);
    });
  }

  /** Answers the next request of the other side, and waits for its promises. */
  async serve(): Promise<void> {
    this.#serves = true;
    for (let owed: unknown; owed !== this.#owed; ) {
      owed = this.#owed;
      await owed;
    }
    const message = JSON.parse(this.#pipe.read()) as Request & { readonly id: string };
    await this.#reply(message);
  }

  async #reply(message: Request & { readonly id: string }): Promise<void> {
    // A call is answered before any promise goes on: it may ask the other side, which waits for this answer.
    const answer =
      message.do === "call" ? this.answer(message.id, message) : await this.#answerLater(message);
    this.#pipe.write(JSON.stringify(answer));
  }

  async #answerLater(message: Request & { readonly id: string }): Promise<Answer> {
    const known: object[] = [];
    let run: () => unknown;
    try {
      const value = await this.#do(message, known);
      run = () => value;
    } catch (error) {
      run = () => {
        throw error;
      };
    }
    return this.#outcome(message.id, [], known, message, run);
  }

  #do(request: Request, known: object[]): unknown {
    const { carrier } = this;
    if (request.do === "ask") return this.#answerAsk(request.what);
    const given = carrier.given(request.number);
    if (request.do === "settle") return given;
    const args = carrier.unpack(request.args, known);
    const callee = given as (...args: unknown[]) => unknown;
    if (request.how === "new") return Reflect.construct(callee, args);
    if (request.how === "call") return callee(...args);
    return valuesOf(callee, args);
  }

  #outcome(
    to: string,
    came: readonly PortableObject[],
    known: object[],
    request: Request,
    run: () => unknown,
  ): Answer {
    const { carrier } = this;
    let [value, error, failed]: [unknown, unknown, boolean] = [undefined, undefined, false];
    try {
      value = run();
    } catch (thrown) {
      [error, failed] = [thrown, true];
    }
    let changed: ReturnType<Carrier["packChanges"]> | undefined;
    let packed = known.length;
    try {
      changed = carrier.packChanges(came, known);
      packed = known.length;
    } catch (thrown) {
      known.length = packed;
      if (!failed) [error, failed] = [thrown, true];
    }
    let part: { readonly value: Portable } | { readonly error: Portable } | undefined;
    try {
      // What a method has changed in its instance goes along.
      const owner = request.do === "call" && ownerOf(carrier.given(request.number));
      const also = owner ? [owner] : [];
      part = failed
        ? { error: carrier.pack([error, ...also], known) }
        : { value: carrier.pack([value, ...also], known) };
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
      return this.carrier.pack([error], known);
    } catch {
      known.length = before;
      return this.carrier.pack([new Error(wordsOf(error))], known);
    }
  }
}

/** @param args the inputs, what comes after each, and functions where each input has its own */
function valuesOf(
  callee: (...args: unknown[]) => unknown,
  [inputs, rest, functions]: readonly unknown[],
): unknown[] {
  if (!(Array.isArray(inputs) || ArrayBuffer.isView(inputs)) || !Array.isArray(rest))
    throw new TypeError("Cannot call a function for each input: inputs must be a list");
  const each = Array.isArray(functions) ? (functions as (typeof callee)[]) : undefined;
  return Array.from(inputs as ArrayLike<unknown>, (input, i) => (each ? each[i]! : callee)(input, ...rest));
}

/** What can be said of an error that cannot be carried. */
function wordsOf(error: unknown): string {
  try {
    return `${(error as Error).name}: ${(error as Error).message}`;
  } catch {
    return "an error that cannot be told";
  }
}
