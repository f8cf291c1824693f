// What cells call to show things, asked directly.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CellOutput } from "../../../kernel/session/cellOutput.ts";
import {
  type DisplayServices,
  displayServices,
  type ServiceHost,
} from "../../../kernel/session/displayServices.ts";
import { OutputQueue } from "../../../kernel/session/outputQueue.ts";

type Shown = CellOutput & {
  readonly data?: Record<string, string>;
  readonly transient?: { display_id: string };
};

/** What was shown when these calls are done. */
async function shown(call: (services: DisplayServices) => unknown, host: ServiceHost = {}): Promise<Shown[]> {
  const seen: Shown[] = [];
  const outputs = new OutputQueue((output) => seen.push(output as Shown));
  await call(displayServices(host, () => outputs));
  await outputs.drain();
  return seen;
}
const texts = (seen: readonly Shown[]): (string | undefined)[] =>
  seen.map(({ data }) => data?.["text/plain"]);

describe("display()", () => {
  test("shows each value under an id of its own, and updates stand under that id", async () => {
    const seen = await shown(({ display }) => {
      const first = display(1);
      display(2);
      first.update(3);
    });
    assert.deepEqual(texts(seen), ["1", "2", "3"]);
    assert.deepEqual(
      seen.map(({ output_type }) => output_type),
      ["display_data", "display_data", "update_display_data"],
    );
    const [a, b, c] = seen.map(({ transient }) => transient?.display_id);
    assert.ok(a && b && a !== b);
    assert.equal(c, a);
  });

  test("gives other ids than another session, as after a restart", async () => {
    const ids = await Promise.all(
      [1, 2].map(async () => (await shown(({ display }) => display(1)))[0]?.transient),
    );
    assert.notDeepEqual(ids[0], ids[1]);
  });

  test("shows a bundle as it stands with { raw: true }, later too, and refuses what is none", async () => {
    const seen = await shown(({ display }) =>
      display({ "text/html": "<b>" }, { raw: true }).update({ "text/html": "<i>" }),
    );
    assert.deepEqual(
      seen.map(({ data }) => data?.["text/html"]),
      ["<b>", "<i>"],
    );
    for (const value of ["<b>", null, [1], undefined, 5])
      await assert.rejects(
        shown(({ display }) => display(value, { raw: true })),
        /^TypeError: Cannot display: with \{ raw: true \} the value must be an object of MIME types/,
      );
  });

  test("shows nothing for undefined, and nothing of its handle", async () => {
    assert.deepEqual(await shown(({ display }) => display(undefined)), []);
    assert.deepEqual(texts(await shown(({ display }) => display(display(1)))), ["1"]);
  });
});

test("clearOutput() waits for the next output only where it is told to", async () => {
  const seen = await shown(({ clearOutput }) => {
    clearOutput();
    clearOutput(true);
    clearOutput("yes" as never);
  });
  assert.deepEqual(
    seen.map((output) => output.output_type === "clear_output" && output.wait),
    [false, true, false],
  );
});

describe("progress()", () => {
  const bars = async (
    items: Iterable<unknown>,
    options?: { label?: string; total?: number },
    take = Number.POSITIVE_INFINITY,
  ): Promise<Shown[]> =>
    shown(({ progress }) => {
      let taken = 0;
      for (const _ of progress(items, options)) {
        taken += 1;
        if (taken >= take) break;
      }
    });
  for (const [what, items, options, first, last] of [
    ["an array", [1, 2, 3], {}, "0/3", "3/3"],
    ["a text", "abcd", {}, "0/4", "4/4"],
    ["a set", new Set([1, 2]), { label: "sets" }, "sets 0/2", "sets 2/2"],
    ["what does not say", [1, 2].values(), {}, "0", "2"],
    ["what is told", [1, 2].values(), { total: 5, label: "epochs" }, "epochs 0/5", "epochs 2/5"],
    ["nothing", [], {}, "0/0", "0/0"],
  ] as const)
    test(`counts ${what}`, async () => {
      const seen = await bars(items, options);
      assert.deepEqual([texts(seen)[0], texts(seen).at(-1)], [first, last]);
      assert.equal(new Set(seen.map(({ transient }) => transient?.display_id)).size, 1, "one bar that moves");
    });

  test("passes the items on, and tells how far a loop came that broke off", async () => {
    const seen: unknown[] = [];
    await shown(({ progress }) => {
      for (const item of progress("abc")) seen.push(item);
    });
    assert.deepEqual(seen, ["a", "b", "c"]);
    assert.equal(texts(await bars([1, 2, 3, 4], {}, 3)).at(-1), "2/4", "the third was not done");
  });

  test("escapes its label, and is a bar where the number of items is known", async () => {
    const html = async (items: Iterable<number>): Promise<string | undefined> =>
      (await bars(items, { label: "a < b & c" })).at(-1)?.data?.["text/html"];
    assert.equal(
      await html([1, 2]),
      '<label>a &lt; b &amp; c 2/2 <progress max="2" value="2"></progress></label>',
    );
    assert.equal(await html([1].values()), "<label>a &lt; b &amp; c 1 <progress></progress></label>");
    assert.match((await html([])) ?? "", /max="1" value="0"/);
  });

  test("moves ten times a second and no more", async (t) => {
    let now = 0;
    t.mock.method(Date, "now", () => now);
    const seen = await shown(({ progress }) => {
      for (const _ of progress(Array.from({ length: 1000 }))) now += 10; // ten seconds in all
    });
    assert.ok(seen.length > 80 && seen.length <= 103, `${seen.length} times`);
  });
});

describe("Deno's names", () => {
  test("show what Deno's notebooks show: text, HTML, Markdown, pictures", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
    const files: Record<string, Uint8Array> = { "a.svg": new TextEncoder().encode(svg) };
    const seen = await shown(
      async ({ display, Deno: { jupyter } }) => {
        await jupyter.display({ "text/plain": "raw" }, { raw: true });
        display(jupyter.html`<b>${1}</b>`);
        display(jupyter.md`# ${"Title"}`);
        display(jupyter.svg`${svg}`);
        display(jupyter.image("a.svg"));
      },
      { readFile: (path) => files[path] ?? assert.fail(path) },
    );
    assert.deepEqual(texts(seen), ["raw", "1", "# Title", "A drawing", "Image a.svg"]);
    assert.equal(seen[2]?.data?.["text/markdown"], "# Title");
    assert.deepEqual(
      [3, 4].map((i) => seen[i]?.data?.["image/svg+xml"]),
      [svg, svg],
    );
  });

  test("update the display of an id", async () => {
    const seen = await shown(async ({ Deno: { jupyter } }) => {
      await jupyter.display(1, { display_id: "own" });
      await jupyter.display(2, { display_id: "own", update: true });
    });
    assert.deepEqual(
      seen.map(({ output_type, transient }) => `${output_type} ${transient?.display_id}`),
      ["display_data own", "update_display_data own"],
    );
  });

  test("broadcast outputs as outputs, all else to the front end, and say where there is none", async () => {
    const told: unknown[] = [];
    const seen = await shown(
      async ({ Deno: { jupyter } }) => {
        await jupyter.broadcast("display_data", { data: {} }, { metadata: { a: 1 } });
        await jupyter.broadcast("stream", { name: "stdout", text: "x" });
        await jupyter.broadcast("comm_msg", { b: 2 }, { metadata: { c: 3 } });
      },
      { broadcast: (...given) => told.push(given) },
    );
    assert.deepEqual(seen, [
      { output_type: "display_data", data: {}, metadata: { a: 1 } },
      { output_type: "stream", name: "stdout", text: "x" },
    ]);
    assert.deepEqual(told, [["comm_msg", { b: 2 }, { c: 3 }, []]]);
    await assert.rejects(
      shown(({ Deno: { jupyter } }) => jupyter.broadcast("comm_msg", {})),
      /Cannot broadcast "comm_msg": no front end listens here/,
    );
  });

  test("say of all others that they are Deno's, and what does it here", async () => {
    await shown(
      ({ Deno }) => {
        const names = Deno as unknown as Record<string, unknown>;
        assert.throws(() => names.readFile, /^Error: Deno\.readFile is Deno's; try this$/);
        assert.equal(names.then, undefined, "it may be awaited");
        assert.equal(JSON.stringify(names), '{"jupyter":{}}');
      },
      { wordOnDeno: () => "; try this" },
    );
  });
});
