/** What no good client sends. The kernel drops or refuses it, says so on stderr, and goes on. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { integer, type Rng, seeded } from "generation-loss";
import { toFrames } from "../../kernel/jupyter/protocol/wire.ts";
import type { Content } from "../../kernel/jupyter/shared/message.ts";
import { findJupyter, skipWithout } from "./tools/jupyter.ts";
import { executeContent, Peer, type PeerChannel } from "./tools/peer.ts";
import { resultOf, streamOf } from "./tools/shown.ts";

const jupyter = await findJupyter();
/** How many messages the fuzz sends. */
const fuzzMessages = Number(process.env.FUZZ_MESSAGES ?? 5000);
const fuzzSeed = Number(process.env.FUZZ_SEED ?? 1);

const channels = ["shell", "control", "stdin"] as const;
const text = (value: string): Uint8Array => Buffer.from(value);

describe("a kernel under hostile messages", { skip: skipWithout(jupyter) }, () => {
  let peer: Peer;
  before(async () => {
    if ("reason" in jupyter) return;
    peer = await Peer.start(jupyter, { env: { GENLOSS_TYPES: "off" } });
    await peer.execute("let keep = 42");
  });
  after(() => peer?.close());

  /** The kernel runs cells, has its state, and answers on every channel. */
  async function isWell(): Promise<void> {
    assert.equal(resultOf(await peer.execute("keep")), "42");
    assert.equal(
      (await peer.ask("kernel_info_request", {}, { channel: "control" })).reply.content.status,
      "ok",
    );
    assert.equal(await peer.beat(), "ping");
  }

  const request = (content: Content = executeContent("keep = -1")): Uint8Array[] => {
    const header = peer.header("execute_request");
    const message = { identities: [], header, parentHeader: undefined, metadata: {}, content, buffers: [] };
    return toFrames(message, peer.signing);
  };
  const signed = (parts: readonly string[]): Uint8Array[] => {
    const frames = toFrames(
      {
        identities: [],
        header: {} as never,
        parentHeader: undefined,
        metadata: {},
        content: {},
        buffers: [],
      },
      peer.signing,
    );
    return [...frames.slice(0, 2), ...parts.map(text)];
  };

  const hostile: Readonly<Record<string, () => readonly Uint8Array[]>> = {
    "a wrong signature": () => request().with(1, text("0".repeat(64))),
    "a signature of another length": () => request().with(1, text("abc")),
    "a signature of another key": () => {
      const header = peer.header("execute_request");
      const message = {
        identities: [],
        header,
        parentHeader: undefined,
        metadata: {},
        content: {},
        buffers: [],
      };
      return toFrames(message, { key: "other", hash: "sha256" });
    },
    "no delimiter": () => request().slice(1),
    "an empty frame": () => [text("")],
    "the delimiter alone": () => [text("<IDS|MSG>")],
    "truncated frames": () => request().slice(0, 4),
    "parts that are not JSON": () => signed(["{", "nonsense", "\u0000", "]"]),
    "parts that are no objects": () => signed(["1", "[]", "null", '"x"']),
    "bytes that are not UTF-8": () => [
      ...request().slice(0, 2),
      Buffer.from([0xff, 0xfe, 0x00]),
      ...request().slice(3),
    ],
    "a changed content": () => request().with(5, text(JSON.stringify(executeContent("keep = -2")))),
  };

  for (const [what, frames] of Object.entries(hostile)) {
    test(`drops ${what}`, async () => {
      const before = peer.words.length;
      for (const channel of channels) peer.sendFrames(channel, frames());
      await isWell();
      await peer.until(
        () => (peer.words.slice(before).match(/was dropped/g) ?? []).length >= 3,
        "three words on stderr",
      );
    });
  }

  test("refuses requests whose content makes no sense, in words", async () => {
    for (const content of [
      {},
      { code: { toString: 1 } },
      { code: 7 },
      { code: "1", user_expressions: { a: { toString: 1 } } },
    ]) {
      const { reply } = await peer.ask("execute_request", content);
      assert.equal(reply.content.status, "error");
      assert.match(String(reply.content.evalue), /^Cannot answer execute_request: \w+ must be /);
    }
    for (const type of ["complete_request", "inspect_request", "is_complete_request"])
      assert.equal((await peer.ask(type, { code: [] })).reply.content.status, "error", type);
    await isWell();
  });

  test("survives messages of a wrong type on every channel", async () => {
    for (const channel of channels) {
      for (const type of [
        "",
        "__proto__",
        "constructor_request",
        "comm_frob",
        "execute_reply",
        "status",
        "🙂_request",
      ])
        peer.send(type, { a: 1 }, { channel });
    }
    await isWell();
  });

  test("shows a line of 100 MB whole, and goes on", async () => {
    const exchange = await peer.execute("console.log('y'.repeat(100_000_000))");
    assert.equal(streamOf(exchange).length, 100_000_001);
    exchange.published.length = 0;
    await isWell();
  });

  test("ends a text without end with a visible word", async () => {
    const exchange = await peer.execute("for (let i = 0; i < 140; i++) console.log('z'.repeat(1_000_000))");
    assert.equal(streamOf(exchange).length, 128_000_000);
    assert.match(
      streamOf(exchange, "stderr"),
      /not shown from here on: this cell has written 128 million characters/,
    );
    exchange.published.length = 0;
    await isWell();
  });

  test(`answers after ${fuzzMessages} random and mutated messages (seed ${fuzzSeed})`, async () => {
    const rng = seeded(fuzzSeed);
    for (let sent = 0; sent < fuzzMessages; sent++) {
      const channel = channels[integer(channels.length, rng)] as PeerChannel;
      peer.sendFrames(channel, mutated(rng));
      if (sent % 500 === 499) await isWellAgain();
    }
    await isWellAgain();
  });

  /** Interrupts and failing cells among the messages give back what waits: that is as it should be. */
  async function isWellAgain(): Promise<void> {
    for (let asked = 0; asked < 200; asked++) {
      const { reply } = await peer.execute("keep");
      if (reply.content.status === "ok") break;
    }
    await isWell();
  }

  /** A message of a random type with odd content; every second one has bytes or frames changed. */
  function mutated(rng: Rng): Uint8Array[] {
    const header = {
      ...peer.header(one(rng, types)),
      ...(integer(8, rng) === 0 && { [one(rng, names)]: odd(rng, 2) }),
    };
    const message = {
      identities: [],
      header: header as never,
      parentHeader: undefined,
      metadata: one(rng, [{}, { cellId: odd(rng, 1) }]) as Content,
      content: Object.fromEntries(
        Array.from({ length: integer(6, rng) }, () => [one(rng, names), odd(rng, 3)]),
      ),
      buffers: integer(10, rng) === 0 ? [Buffer.alloc(integer(1000, rng))] : [],
    };
    const frames = toFrames(message, peer.signing);
    if (integer(2, rng) === 0) return frames;
    const at = integer(frames.length, rng);
    switch (integer(5, rng)) {
      case 0:
        return frames.slice(0, at);
      case 1:
        return frames.toSpliced(at, 1);
      case 2:
        return frames.toSpliced(at, 0, Buffer.alloc(integer(64, rng), integer(256, rng)));
      case 3:
        return [...frames, ...frames];
      default: {
        const changed = Buffer.from(frames[at] ?? []);
        if (changed.length > 0) changed[integer(changed.length, rng)] = integer(256, rng);
        return frames.with(at, changed);
      }
    }
  }
});

const one = <T>(rng: Rng, items: readonly T[]): T => items[integer(items.length, rng)] as T;

/** All but shutdown_request, which is obeyed. */
const types = [
  "execute_request",
  "complete_request",
  "inspect_request",
  "is_complete_request",
  "history_request",
  "comm_info_request",
  "kernel_info_request",
  "connect_request",
  "interrupt_request",
  "debug_request",
  "input_reply",
  "comm_open",
  "comm_msg",
  "comm_close",
  "frob_request",
  "",
];
const names =
  "code silent store_history user_expressions allow_stdin stop_on_error cursor_pos detail_level comm_id target_name data hist_access_type pattern n session start stop output value msg_id msg_type __proto__ toString".split(
    " ",
  );

/** A value that a field may not expect. */
function odd(rng: Rng, depth: number): unknown {
  const plain = [
    null,
    true,
    0,
    -1,
    1e308,
    "",
    "1",
    "keep",
    "x".repeat(10_000),
    "let = (",
    "🙂\ud800",
    "*",
    "[",
    "__proto__",
  ];
  const kind = integer(depth > 0 ? 4 : 2, rng);
  if (kind < 2) return one(rng, plain);
  if (kind === 2) return Array.from({ length: integer(4, rng) }, () => odd(rng, depth - 1));
  return Object.fromEntries(
    Array.from({ length: integer(4, rng) }, () => [one(rng, names), odd(rng, depth - 1)]),
  );
}

test("without a key messages go unsigned, and are answered", { skip: skipWithout(jupyter) }, async () => {
  if ("reason" in jupyter) return;
  const peer = await Peer.start(jupyter, { key: "" });
  try {
    const exchange = await peer.execute("6 * 7");
    assert.equal(resultOf(exchange), "42");
  } finally {
    await peer.close();
  }
});
