import type { Message } from "../shared/message.ts";
import { isComm } from "./isComm.ts";
import type { Publisher } from "./publisher.ts";

/** The requests that wait for their turn: cells and widget messages, in order. */
export class WaitingRequests {
  #queue: Message[] = [];

  add(request: Message): void {
    this.#queue.push(request);
  }

  /** The next one, which waits no longer. */
  take(): Message | undefined {
    return this.#queue.shift();
  }

  /** Gives back the cells, unrun; what widgets say stays. @param count the number of the newest cell */
  giveBackCells(publisher: Publisher, count: number): void {
    const waiting = this.#queue;
    this.#queue = waiting.filter(isComm);
    for (const request of waiting.filter((each) => !isComm(each))) {
      publisher.status(request, "busy");
      publisher.send("shell", request, "execute_reply", { status: "aborted", execution_count: count });
      publisher.status(request, "idle");
    }
  }

  /** Forgets all: nothing runs any more. */
  clear(): void {
    this.#queue = [];
  }
}
