type Content = Readonly<Record<string, unknown>>;

/** A channel between a value of the notebook and its view in the front end. */
export interface Comm {
  readonly id: string;
  send(data: Content, buffers?: readonly Uint8Array[]): void;
  close(data?: Content): void;
  /** Called for each message from the front end. */
  onMessage: ((data: Content, buffers: readonly Uint8Array[]) => void | Promise<void>) | undefined;
  onClose: (() => void) | undefined;
}

type Publish = (
  messageType: "comm_open" | "comm_msg" | "comm_close",
  content: Content,
  metadata?: Content,
  buffers?: readonly Uint8Array[],
) => void;

type Target = (comm: Comm, data: Content) => void | Promise<void>;

/** The comms of a kernel: opened by cells, or by the front end for a target that a cell has registered. */
export class Comms {
  readonly #publish: Publish;
  readonly #open = new Map<string, Comm>();
  readonly #targets = new Map<string, Target>();

  constructor(publish: Publish) {
    this.#publish = publish;
  }

  /** Opens a comm from this side. */
  open(target: string, data: Content, metadata: Content = {}): Comm {
    const comm = this.#comm(globalThis.crypto.randomUUID());
    this.#publish("comm_open", { comm_id: comm.id, target_name: target, data }, metadata);
    return comm;
  }

  /** Lets front ends open comms of that name. */
  register(target: string, open: Target): void {
    this.#targets.set(target, open);
  }

  /** A message from the front end. An unknown target is closed again, an unknown comm is passed over. */
  async receive(
    kind: "comm_open" | "comm_msg" | "comm_close",
    content: Content,
    buffers: readonly Uint8Array[],
  ): Promise<void> {
    const id = String(content.comm_id);
    const data = (content.data ?? {}) as Content;
    if (kind === "comm_open") {
      const target = this.#targets.get(String(content.target_name));
      if (target) await target(this.#comm(id), data);
      else this.#publish("comm_close", { comm_id: id, data: {} });
      return;
    }
    const comm = this.#open.get(id);
    if (kind === "comm_msg") await comm?.onMessage?.(data, buffers);
    else {
      this.#open.delete(id);
      comm?.onClose?.();
    }
  }

  #comm(id: string): Comm {
    const comm: Comm = {
      id,
      send: (data, buffers) => this.#publish("comm_msg", { comm_id: id, data }, {}, buffers),
      close: (data = {}) => {
        this.#open.delete(id);
        this.#publish("comm_close", { comm_id: id, data });
      },
      onMessage: undefined,
      onClose: undefined,
    };
    this.#open.set(id, comm);
    return comm;
  }
}
