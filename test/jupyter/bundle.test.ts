/** The kernel from a bundle of its sources does what they do, and never what they did. In a copy, which is edited. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { type Command, executeContent, Peer } from "./tools/peer.ts";
import { contentsOf, errorOf, partOf, resultOf, streamOf } from "./tools/shown.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "bundled-kernel-"));
const bundles = join(copy, "kernel/.bundle");
const edited = join(copy, "kernel/jupyter/protocol/kernelInfo.ts");
const env = { GENLOSS_SOURCES: "", JUPYTER_DATA_DIR: join(copy, "data") };
const kernel: Command = {
  argv: [process.execPath, "--no-warnings", join(copy, "kernel/jupyter/launch.mjs"), "{connection_file}"],
  env,
};
after(() => rmSync(copy, { recursive: true, force: true }));
before(async () => {
  cpSync(join(root, "kernel"), join(copy, "kernel"), {
    recursive: true,
    filter: (path) => !path.includes(".bundle"),
  });
  cpSync(join(root, "package.json"), join(copy, "package.json"));
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  await pause(2500); // a source that is younger is not trusted
});

/** Makes a bundle as a kernel does a while after its launch. @returns its name */
function make(): string | undefined {
  const maker = join(copy, "kernel/jupyter/bundle/bundleProcess.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--no-warnings", maker], {
    encoding: "utf8",
  });
  assert.deepEqual([status, stdout, stderr], [0, "", ""]);
  return current();
}

function current(): string | undefined {
  const file = join(bundles, "current.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { id: string }).id : undefined;
}

/** The bundle that a kernel runs; undefined if it runs the sources. */
function bundleOf(peer: Peer): string | undefined {
  return readdirSync(bundles).find((id) => {
    const users = join(bundles, id, "users");
    return existsSync(users) && readdirSync(users).some((mark) => mark.startsWith(`${peer.process.pid}@`));
  });
}

async function withKernel(use: (peer: Peer) => Promise<void>): Promise<void> {
  const peer = await Peer.start(kernel);
  try {
    await use(peer);
  } finally {
    await peer.close();
  }
}

const bannerOf = async (peer: Peer): Promise<string> =>
  String((await peer.ask("kernel_info_request", {})).reply.content.banner);

test("all threads of a kernel run from a bundle, and find what stands beside their sources", async () => {
  const id = make();
  assert.ok(id !== undefined);
  await withKernel(async (peer) => {
    assert.equal(bundleOf(peer), id);
    assert.match(await bannerOf(peer), /^TypeScript \d/);
    assert.equal(resultOf(await peer.execute("const answer: number = 6 * 7; answer")), "42");
    const failed = await peer.execute("null.x");
    assert.match(errorOf(failed) ?? "", /^TypeError: /);
    const traceback = (contentsOf(failed, "error")[0]?.traceback as string[]).join("\n");
    assert.doesNotMatch(traceback, /\.bundle|\.mjs/, "frames of the kernel's own are not shown");
    assert.equal(streamOf(await peer.execute("process._rawDebug('x'); console.log('written')")), "written\n");
    // The one module of ours that cells import: it and the kernel share who shows what.
    const shown = await peer.execute('import { display } from "tslab"; display.html("<b>bold</b>");');
    assert.equal(errorOf(shown), undefined);
    assert.equal(partOf(contentsOf(shown, "display_data")[0], "data")["text/html"], "<b>bold</b>");
    const chart = await peer.execute(
      "({ [Symbol.for('Jupyter.display')]: () => ({ 'application/vnd.vegalite.v5+json': { mark: 'bar', data: { values: [{ a: 1 }] }, encoding: { x: { field: 'a' } } } }) })",
    );
    assert.equal(errorOf(chart), undefined);
    const { reply } = await peer.ask("complete_request", { code: "answer.toFi", cursor_pos: 11 });
    assert.deepEqual(reply.content.matches, ["toFixed"]);
    const { reply: complete } = await peer.ask("is_complete_request", { code: "function f() {" });
    assert.equal(complete.content.status, "incomplete");
  });
});

test("an endless cell is stopped", () =>
  withKernel(async (peer) => {
    assert.equal(bundleOf(peer), current());
    const endless = peer.send("execute_request", executeContent("while (true) {}"));
    await peer.until(() => endless.published.length >= 2, "the cell's start");
    await peer.ask("interrupt_request", {}, { channel: "control" });
    assert.equal((await peer.whole(endless)).reply.content.status, "error");
    assert.equal(resultOf(await peer.execute("1 + 1")), "2");
  }));

test("an error of the kernel's own names the line of the source", () => {
  const { stderr } = spawnSync(process.execPath, [...kernel.argv.slice(1, -1), join(copy, "absent.json")], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  assert.match(stderr, /kernel\/jupyter\/protocol\/connection\.ts:\d+:\d+/);
  assert.doesNotMatch(stderr, /\.mjs:\d/);
});

test("after an edit the edited source runs, also one of the same size and age; then a new bundle takes the old one's place", async () => {
  const old = current();
  const text = readFileSync(edited, "utf8");
  const age = new Date(Date.now() - 100_000);
  utimesSync(edited, age, age);
  await pause(2500);
  const first = make();
  assert.notEqual(first, old, "it was touched");
  writeFileSync(edited, text.replace("banner: `TypeScript", "banner: `typeScript"));
  utimesSync(edited, age, age);
  await withKernel(async (peer) => {
    assert.equal(bundleOf(peer), undefined);
    assert.match(await bannerOf(peer), /^typeScript \d/);
    // It makes the next one by itself, and removes what nobody runs.
    await peer.until(() => current() !== first && !existsSync(join(bundles, first ?? "")), "another bundle");
  });
  await withKernel(async (peer) => {
    assert.equal(bundleOf(peer), current());
    assert.match(await bannerOf(peer), /^typeScript \d/);
  });
});

test("a bundle that a kernel runs stays while it does", async () => {
  const held = current() ?? "";
  await withKernel(async (peer) => {
    assert.equal(bundleOf(peer), held);
    writeFileSync(edited, `${readFileSync(edited, "utf8")}\n`);
    await pause(2500);
    assert.notEqual(make(), held);
    assert.ok(existsSync(join(bundles, held)));
    const { reply } = await peer.ask("complete_request", { code: "[1].flatM", cursor_pos: 9 });
    assert.deepEqual(reply.content.matches, ["flatMap"], "a thread that starts now");
  });
  make();
  assert.ok(!existsSync(join(bundles, held)));
});

test("a source that was written just now is in no bundle", () => {
  writeFileSync(edited, `${readFileSync(edited, "utf8")}\n`);
  const before = current();
  assert.equal(make(), before);
  assert.deepEqual(
    readdirSync(bundles).filter((name) => name !== "current.json"),
    [before],
  );
});

test("where no bundle can be written, the sources run", async () => {
  rmSync(bundles, { recursive: true });
  writeFileSync(bundles, "");
  assert.equal(spawnSync(process.execPath, [join(copy, "kernel/jupyter/bundle/bundleProcess.ts")]).status, 0);
  const peer = await Peer.start(kernel);
  try {
    assert.equal(resultOf(await peer.execute("6 * 7")), "42");
    assert.equal(peer.words, "");
  } finally {
    await peer.close();
  }
});
