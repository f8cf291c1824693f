import { readFileSync } from "node:fs";
import { Refusal } from "../../refusal.ts";
import type { Signing } from "./wire.ts";

export type Channel = "shell" | "control" | "stdin" | "iopub" | "hb";

export interface Connection {
  readonly signing: Signing;
  /** ZeroMQ address of a channel. */
  address(channel: Channel): string;
}

/**
 * Reads the connection file that Jupyter writes for a kernel.
 *
 * @throws {Refusal} (exit code 2) if it cannot be read or lacks a port
 */
export function readConnection(path: string): Connection {
  let file: Record<string, unknown>;
  try {
    file = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Refusal(`Cannot read the connection file ${path}: ${(cause as Error).message}`, 2, { cause });
  }
  const { transport = "tcp", ip = "127.0.0.1", key = "", signature_scheme: scheme = "hmac-sha256" } = file;
  if (transport !== "tcp" && transport !== "ipc") {
    throw new Refusal(`Cannot connect: transport must be tcp or ipc, got ${JSON.stringify(transport)}`, 2);
  }
  if (!String(scheme).startsWith("hmac-")) {
    throw new Refusal(`Cannot connect: signature_scheme must be an HMAC, got ${JSON.stringify(scheme)}`, 2);
  }
  return {
    signing: { key: String(key), hash: String(scheme).slice("hmac-".length) },
    address(channel) {
      const port = file[`${channel}_port`];
      if (typeof port !== "number")
        throw new Refusal(`Cannot connect: ${channel}_port must be a number, got ${port}`, 2);
      return transport === "tcp" ? `tcp://${ip}:${port}` : `ipc://${ip}-${port}`;
    },
  };
}
