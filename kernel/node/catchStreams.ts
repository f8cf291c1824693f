import type { OutputQueue } from "../session/outputQueue.ts";

/**
 * Sends what is written to stdout and stderr to the outputs of the cell that writes.
 *
 * @param outputsNow asked at every write; undefined lets the text go where it went before
 * @returns the way back
 */
export function catchStreams(outputsNow: () => OutputQueue | undefined): () => void {
  const restore = (["stdout", "stderr"] as const).map((name) => {
    const stream = process[name];
    const before = stream.write;
    const decoder = new TextDecoder(); // a character may come in two pieces
    const write = (chunk: Uint8Array | string, ...rest: unknown[]): boolean => {
      const outputs = outputsNow();
      if (!outputs) return Reflect.apply(before, stream, [chunk, ...rest]) as boolean;
      const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
      if (text !== "") outputs.push({ output_type: "stream", name, text });
      const written = rest.find((argument) => typeof argument === "function") as (() => void) | undefined;
      if (written) queueMicrotask(written);
      return true;
    };
    stream.write = write as typeof stream.write;
    return () => {
      stream.write = before;
    };
  });
  return () => {
    for (const back of restore) back();
  };
}
