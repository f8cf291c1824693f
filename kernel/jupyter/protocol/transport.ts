import { setImmediate } from "node:timers/promises";
import { Router, XPublisher } from "zeromq";
import { logLine } from "../shared/logLine.ts";
import type { Channel, Connection } from "./connection.ts";

export type SocketChannel = Exclude<Channel, "hb">;

export interface Transport {
  /** Begins to hand over what clients send. */
  listen(handlers: Handlers): void;
  /** Sends after everything that was given before on the same channel; nothing is dropped. */
  send(channel: SocketChannel, frames: readonly Uint8Array[]): void;
  /** Resolves when everything given so far has left for the wire. */
  flush(): Promise<void>;
  /**
   * Resolves when ZeroMQ has nothing left to do in this thread. A thread that ends before that may take the whole process
   * with it: what ZeroMQ then says of a socket finds no JavaScript any more, and is an abort.
   */
  close(): Promise<void>;
}

export interface Handlers {
  onFrames(channel: "shell" | "control" | "stdin", frames: Uint8Array[]): void;
  /** A client has subscribed to the output channel. */
  onSubscription(topic: Uint8Array): void;
}

/** Opens the kernel's five sockets: the only file of the kernel that knows ZeroMQ. */
export async function openTransport(connection: Connection): Promise<Transport> {
  // A page that wakes up connects again before its old connection counts as lost: the new one takes over. Without
  // that, ZeroMQ refuses the second peer of one name, and every later one. 0 is "no limit": a message waits in
  // memory, it is never dropped for a slow reader.
  const reachable = { sendHighWaterMark: 0, receiveHighWaterMark: 0, linger: 1000, handover: true };
  const routers = {
    shell: new Router(reachable),
    control: new Router(reachable),
    stdin: new Router(reachable),
  };
  const iopub = new XPublisher({ sendHighWaterMark: 0, linger: 1000, verbosity: "allSubs" });
  const heartbeat = new Router({ linger: 0 });
  const sockets = { ...routers, iopub };

  await Promise.all([
    ...Object.entries(sockets).map(([channel, socket]) =>
      socket.bind(connection.address(channel as Channel)),
    ),
    heartbeat.bind(connection.address("hb")),
  ]);

  // zeromq allows one send at a time on a socket.
  const turns = new Map<SocketChannel, Promise<void>>();
  const loops: Promise<void>[] = [];
  let isClosed = false;
  const untilClosed = (loop: () => Promise<void>): void => void loops.push(loop().catch(ignoreClosed));
  return {
    listen(handlers) {
      for (const [channel, socket] of Object.entries(routers)) {
        untilClosed(async () => {
          for await (const frames of socket) {
            try {
              handlers.onFrames(channel as "shell", frames);
            } catch (error) {
              logLine(`A message on ${channel} failed: ${(error as Error).stack}`); // the channel goes on
            }
          }
        });
      }
      untilClosed(async () => {
        for await (const [frame] of iopub) if (frame?.[0] === 1) handlers.onSubscription(frame.subarray(1));
      });
      untilClosed(async () => {
        for await (const frames of heartbeat) await heartbeat.send(frames);
      });
    },
    send(channel, frames) {
      const turn = (turns.get(channel) ?? Promise.resolve())
        .then(() => (isClosed ? undefined : sockets[channel].send(frames as Uint8Array[])))
        .catch(ignoreClosed);
      turns.set(channel, turn);
    },
    async flush() {
      await Promise.all(turns.values());
    },
    async close() {
      isClosed = true;
      for (const socket of [...Object.values(sockets), heartbeat]) socket.close();
      await Promise.all([...loops, ...turns.values()]);
      await setImmediate(); // a promise of ZeroMQ's goes on within its own call, which has to return first
    },
  };
}

/** A socket that closes while it is read or written ends the loop; that is how the kernel stops. */
function ignoreClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== "EAGAIN" && error.code !== "EBADF" && error.code !== "ENOTSOCK")
    logLine(String(error.stack));
}
