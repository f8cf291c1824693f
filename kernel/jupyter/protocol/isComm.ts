import type { Message } from "../shared/message.ts";

/** Whether a request is a widget's. */
export const isComm = ({ header }: Message): boolean => /^comm_(?:open|msg|close)$/.test(header.msg_type);
