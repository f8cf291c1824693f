import { randomUUID } from "node:crypto";
import { Answerer } from "./answerer.ts";
import type { Answer, Request } from "./channelMessages.ts";
import { Given } from "./given.ts";
import { Packer } from "./packer.ts";
import type { SeededStreams } from "./seededStreams.ts";
import { type OtherSide, Unpacker } from "./unpacker.ts";

/** A pipe of lines: `read` waits for the next one. */
export interface LinePipe {
  write(line: string): void;
  /** @throws {Error} if there will be none */
  read(): string;
}

/**
 * One side of a conversation through a pipe: it asks and waits, and meanwhile answers what the other side asks. Both
 * sides wait by standing still, so that a test calls an answer as if it stood beside it.
 */
export class Channel {
  /** The newest error that the other side has thrown. */
  thrown: unknown;
  readonly #pipe: LinePipe;
  readonly #given = new Given();
  readonly #packer: Packer;
  readonly #unpacker: Unpacker;
  readonly #answerer: Answerer;
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
    this.#packer = new Packer(this.#given, streams);
    const otherSide: OtherSide = {
      call: (number, how, args) => {
        const known: object[] = [];
        return this.#ask({ do: "call", number, how, args: this.#packer.pack(args, known) }, known);
      },
      settle: (number) => this.#settle(number),
    };
    this.#unpacker = new Unpacker(this.#given, otherSide, streams);
    this.#answerer = new Answerer(this.#given, this.#packer, this.#unpacker, answerAsk);
  }

  /** Has objects of this side hold what they held before the other side changed any. */
  undoChanges(): void {
    this.#unpacker.undoChanges();
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
    return request.do === "settle" && this.#given.holds(request.number, Promise);
  }

  #send(request: Request): string {
    const id = randomUUID();
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
    const sent = known.length;
    this.#unpacker.unpackObjects(objects, known);
    this.#unpacker.applyChanges(changes, known, sent);
    if (error) {
      [this.thrown] = this.#unpacker.unpack(error, known);
      throw this.thrown;
    }
    return value && this.#unpacker.unpack(value, known)[0];
  }

  /** What to answer, where nothing has to be waited for. */
  answer(id: string, request: Request): Answer {
    const known: object[] = [];
    const came = request.do === "call" ? request.args.objects : [];
    return this.#answerer.outcome(id, came, known, request, () => {
      if (this.#isPromise(request))
        throw new Error("Cannot wait for this promise here: the test that made it stands still");
      return this.#answerer.do(request, known);
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
      const value = await this.#answerer.do(message, known);
      run = () => value;
    } catch (error) {
      run = () => {
        throw error;
      };
    }
    return this.#answerer.outcome(message.id, [], known, message, run);
  }
}
