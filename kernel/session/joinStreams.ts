import type { CellOutput } from "./cellOutput.ts";
import { StreamBuffer } from "./streamBuffer.ts";

/** Outputs on their way out of a host, small writes joined. */
export interface JoinedOutputs {
  emit(output: CellOutput): void;
  /** Sends the text that waits: at a cell's end. */
  flush(): void;
}

/** Joins what a cell writes into few outputs; each still leaves before whatever came after it. */
export function joinStreams(send: (output: CellOutput) => void): JoinedOutputs {
  const buffer = new StreamBuffer((_ticket, name, text) => send({ output_type: "stream", name, text }));
  return {
    emit(output) {
      if (output.output_type === "stream") {
        buffer.write(0, output.name, output.text);
        return;
      }
      buffer.flush();
      send(output);
    },
    flush: () => buffer.flush(),
  };
}
