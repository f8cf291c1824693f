import type { Descriptors } from "../../node/takeDescriptors.ts";
import { logLine } from "../shared/logLine.ts";
import { DescriptorReader } from "./descriptorReader.ts";

type Name = "stdout" | "stderr";

/** Where text that came by a descriptor goes. */
export interface DescriptorHost {
  /** Whether the cells' thread has said more than was heard so far. */
  isBehind(): boolean;
  /** Takes the text that the cells' thread has written up to now. */
  catchUp(): void;
  print(name: Name, text: string, ticket?: number): void;
}

/** What children and native code write to descriptors 1 and 2, in order with what the cells' thread says. */
export class DescriptorOutputs {
  readonly #readers: readonly DescriptorReader[];
  readonly #host: DescriptorHost;
  /** What was written while messages were under way that may have to come before it. */
  readonly #early: { readonly name: Name; readonly text: string }[] = [];

  constructor(descriptors: Descriptors | undefined, host: DescriptorHost) {
    this.#host = host;
    this.#readers = (["stdout", "stderr"] as const).flatMap((name) => {
      const descriptor = descriptors?.[name];
      return descriptor === undefined
        ? []
        : [new DescriptorReader(descriptor, name, (...written) => this.#print(...written), logLine)];
    });
  }

  /** Prints what has been written by now. @param ticket whose it is, if that is known */
  drain(ticket?: number): void {
    for (const reader of this.#readers) reader.drain();
    for (const { name, text } of this.#early.splice(0)) this.#host.print(name, text, ticket);
  }

  /** Prints what had to wait, once nothing is under way any more. */
  settle(): void {
    if (this.#early.length > 0 && !this.#host.isBehind()) this.drain();
  }

  #print(name: Name, text: string): void {
    if (this.#host.isBehind()) {
      this.#early.push({ name, text });
      return;
    }
    this.#host.catchUp();
    this.#host.print(name, text);
  }
}
