import type { CellOutput } from "../../session/cellOutput.ts";
import { type CellScope, cellScope } from "../../session/cellScope.ts";
import { OutputQueue } from "../../session/outputQueue.ts";
import type { FrontLink } from "./frontLink.ts";

/** A cell, or a widget's message, and the request it answers. */
export interface RequestScope extends CellScope {
  readonly ticket: number;
  readonly allowStdin: boolean;
}

export type ScopedRequest = Pick<RequestScope, "ticket" | "id" | "source" | "allowStdin">;

/** The scope of a request; what is shown in it leaves over the link. */
export function requestScope(
  { ticket, id, source, allowStdin }: ScopedRequest,
  link: FrontLink,
): RequestScope {
  const emit = (output: CellOutput): void => {
    if (output.output_type === "stream") {
      link.print({ ticket, name: output.name, text: output.text });
      return;
    }
    const { output_type: messageType, ...content } = output;
    const isDisplay = messageType === "display_data" || messageType === "update_display_data";
    if (isDisplay && !link.hasRoom()) return;
    // Clients read `transient` of a display without asking whether it is there.
    const whole = messageType === "display_data" ? { transient: {}, ...content } : content;
    link.tell({ type: "publish", ticket, messageType, content: whole });
  };
  return { ...cellScope(id, source, new OutputQueue(emit)), ticket, allowStdin };
}
