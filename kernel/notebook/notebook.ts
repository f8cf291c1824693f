/** The parts of the notebook format (nbformat 4.5) that this project reads and writes. */

/** A value in every form it can be shown in: MIME type to content. JSON types hold objects, the rest hold text. */
export type MimeBundle = Readonly<Record<string, unknown>>;

export interface StreamOutput {
  readonly output_type: "stream";
  readonly name: "stdout" | "stderr";
  readonly text: string;
}

export interface DisplayOutput {
  readonly output_type: "display_data";
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ResultOutput {
  readonly output_type: "execute_result";
  readonly execution_count: number | null;
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface ErrorOutput {
  readonly output_type: "error";
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export type Output = StreamOutput | DisplayOutput | ResultOutput | ErrorOutput;

export interface CellMetadata {
  readonly tags?: readonly string[];
  readonly [key: string]: unknown;
}

interface CellBase {
  /** Stable name of the cell, unique in its notebook. */
  readonly id: string;
  readonly source: string;
  readonly metadata: CellMetadata;
}

export interface MarkdownCell extends CellBase {
  readonly cell_type: "markdown";
  /** Pictures pasted into the text: name to MIME bundle. */
  readonly attachments?: Readonly<Record<string, unknown>>;
}

export interface RawCell extends CellBase {
  readonly cell_type: "raw";
  readonly attachments?: Readonly<Record<string, unknown>>;
}

export interface CodeCell extends CellBase {
  readonly cell_type: "code";
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

export type Cell = MarkdownCell | RawCell | CodeCell;

/** A notebook in memory: every text joined, every optional part present. */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}
