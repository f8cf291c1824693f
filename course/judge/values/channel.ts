import { randomBytes } from "node:crypto";
import { Carrier } from "./carrier.ts";
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
  | { readonly do: "call"; readonly number: number; readonly how: "call" | "new"; readonly args: Portable }
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
        settle: (number) => this.#ask({ do: "settle", number }, []),
      },
      streams,
    );
  }

  /** Asks for something beyond calls. */
  ask(what: unknown): unknown {
    return this.#ask({ do: "ask", what }, []);
  }

  #ask(request: Request, known: object[]): unknown {
    const id = randomBytes(16).toString("hex");
    this.#pipe.write(JSON.stringify({ id, ...request }));
    for (;;) {
      const message = JSON.parse(this.#pipe.read()) as Answer & Request & { readonly id?: string };
      if (message.to === id) return this.#take(message, known);
      if (typeof message.id === "string") this.#pipe.write(JSON.stringify(this.answer(message.id, message)));
    }
  }

  #take({ value, error, changes = [], objects = [] }: Answer, known: object[]): unknown {
    const { carrier } = this;
    carrier.unpackObjects(objects, known);
    carrier.applyChanges(changes, known);
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
    const isPromise = request.do === "settle" && this.carrier.given(request.number) instanceof Promise;
    return this.#outcome(id, came, known, () => {
      if (isPromise) throw new Error("Cannot wait for this promise here: the test that made it stands still");
      return this.#do(request, known);
    });
  }

  /** Answers the next request of the other side, and waits for its promises. */
  async serve(): Promise<void> {
    const message = JSON.parse(this.#pipe.read()) as Request & { readonly id: string };
    let answer: Answer;
    if (message.do === "call") answer = this.answer(message.id, message);
    else {
      const known: object[] = [];
      try {
        const value = await this.#do(message, known);
        answer = this.#outcome(message.id, [], known, () => value);
      } catch (error) {
        answer = this.#outcome(message.id, [], known, () => {
          throw error;
        });
      }
    }
    this.#pipe.write(JSON.stringify(answer));
  }

  #do(request: Request, known: object[]): unknown {
    const { carrier } = this;
    if (request.do === "ask") return this.#answerAsk(request.what);
    const given = carrier.given(request.number);
    if (request.do === "settle") return given;
    const args = carrier.unpack(request.args, known);
    const callee = given as (...args: unknown[]) => unknown;
    return request.how === "new" ? Reflect.construct(callee, args) : callee(...args);
  }

  #outcome(to: string, came: readonly PortableObject[], known: object[], run: () => unknown): Answer {
    const { carrier } = this;
    let part: { readonly value: Portable } | { readonly error: Portable };
    let changed: ReturnType<Carrier["packChanges"]> | undefined;
    try {
      const value = run();
      changed = carrier.packChanges(came, known);
      part = { value: carrier.pack([value], known) };
    } catch (error) {
      part = { error: this.#packError(error, known) };
    }
    return {
      to,
      ...part,
      ...(changed && (changed.changes.length > 0 || changed.objects.length > 0) && changed),
    };
  }

  #packError(error: unknown, known: object[]): Portable {
    const before = known.length;
    try {
      return this.carrier.pack([error], known);
    } catch {
      known.length = before;
      return this.carrier.pack([new Error(`${(error as Error)?.name}: ${(error as Error)?.message}`)], known);
    }
  }
}
