/** What WebDriver BiDi says of a value, as far as it is used here: text comes back, all else is our own JSON. */
interface Evaluated {
  readonly type: "success" | "exception";
  readonly result?: { readonly type: string; readonly value?: unknown };
  readonly exceptionDetails?: { readonly text: string };
}

interface LogEntry {
  readonly level: string;
  readonly text: string | null;
}

type Answer = { readonly id: number } & (
  | { readonly type: "success"; readonly result: unknown }
  | { readonly type: "error"; readonly error: string; readonly message: string }
);
type Event = { readonly type: "event"; readonly method: string; readonly params: unknown };

/**
 * A browser over WebDriver BiDi, as far as a test that asks a page needs it. Playwright drives Chromium; of Firefox it
 * wants newer than the version with extended support, and Puppeteer would bring 55 MB for the four commands below.
 *
 * @see https://www.w3.org/TR/webdriver-bidi/
 */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  #sent = 0;
  /** What pages logged as an error, and errors that they did not catch. */
  readonly errors: string[] = [];

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => this.#receive(JSON.parse(String(data))));
    socket.addEventListener("close", () => {
      for (const { reject } of this.#waiting.values()) reject(new Error("The browser has ended"));
    });
  }

  /** @param address as the browser says it: `ws://127.0.0.1:PORT` */
  static async connect(address: string): Promise<Bidi> {
    const socket = new WebSocket(`${address}/session`);
    await new Promise<void>((done, fail) => {
      socket.addEventListener("open", () => done());
      socket.addEventListener("error", () => fail(new Error(`Cannot connect to ${address}`)));
    });
    const bidi = new Bidi(socket);
    await bidi.#ask("session.new", { capabilities: {} });
    await bidi.#ask("session.subscribe", { events: ["log.entryAdded"] });
    return bidi;
  }

  /** Opens a page of its own, loaded, with storage of its own. */
  async open(url: string): Promise<BidiPage> {
    const { userContext } = (await this.#ask("browser.createUserContext", {})) as { userContext: string };
    const { context } = (await this.#ask("browsingContext.create", { type: "tab", userContext })) as {
      context: string;
    };
    await this.#ask("browsingContext.navigate", { context, url, wait: "complete" });
    return {
      evaluate: (expression) => this.#evaluate(context, expression),
      close: async () => void (await this.#ask("browser.removeUserContext", { userContext })),
    };
  }

  close(): void {
    this.#socket.close();
  }

  async #evaluate(context: string, expression: string): Promise<unknown> {
    const { result, exceptionDetails } = (await this.#ask("script.evaluate", {
      expression: `(async () => JSON.stringify(await (${expression})))()`,
      target: { context },
      awaitPromise: true,
    })) as Evaluated;
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return typeof result?.value === "string" ? JSON.parse(result.value) : undefined;
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    this.#sent += 1;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(this.#sent, answer);
    this.#socket.send(JSON.stringify({ id: this.#sent, method, params }));
    return answer.promise;
  }

  #receive(message: Answer | Event): void {
    if (message.type === "event") {
      const { level, text } = message.params as LogEntry;
      if (message.method === "log.entryAdded" && level === "error") this.errors.push(text ?? "");
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.type === "success") waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${message.error}: ${message.message}`));
  }
}

/** A page, as far as both browsers give it in the same words. */
export interface BidiPage {
  /** The value of an expression, awaited; it travels as JSON. */
  evaluate(expression: string): Promise<unknown>;
  close(): Promise<void>;
}
