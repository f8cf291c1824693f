/** The Jupyter message, as the protocol describes it (version 5.5). */
export interface Header {
  readonly msg_id: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly msg_type: string;
  readonly version: string;
  readonly subshell_id?: string | null;
}

export type Content = Readonly<Record<string, unknown>>;

export interface Message {
  /** Routing frames: who asked. */
  readonly identities: readonly Uint8Array[];
  readonly header: Header;
  readonly parentHeader: Header | undefined;
  readonly metadata: Content;
  readonly content: Content;
  readonly buffers: readonly Uint8Array[];
}

/** The version whose messages this kernel speaks. */
export const protocolVersion = "5.5";
