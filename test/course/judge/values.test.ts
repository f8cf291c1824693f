import assert from "node:assert/strict";
import { after, suite, test } from "node:test";
import { Channel } from "../../../course/judge/values/channel.ts";
import { seededStreams } from "../../../course/judge/values/seededStreams.ts";
import { seeded, valuesAt, valuesAtTuples } from "../../../lib/index.ts";
import { openFarSide } from "./tools/openFarSide.ts";

const far = openFarSide();
after(() => far[Symbol.dispose]());

/** What the far side gives back for a value that goes there. */
const echo = far.value("(value) => value") as <T>(value: T) => T;
/** The same, but made anew there, so that it is no object of this side. */
const copy = far.value("(value) => ({ value: structuredClone(value) })") as <T>(value: T) => { value: T };

suite("values arrive as they left", () => {
  const plain: Readonly<Record<string, unknown>> = {
    numbers: [0, -0, 1.5, 5e-324, Number.MAX_VALUE, Number.NaN, Number.POSITIVE_INFINITY, -Infinity],
    "many numbers": Array.from({ length: 40 }, (_, i) =>
      i === 3 ? -0 : i === 4 ? Number.NaN : i === 5 ? -Infinity : i / 3,
    ),
    "many numbers and a word": [...Array.from({ length: 40 }, (_, i) => i), "word"],
    bigints: [0n, -1n, 2n ** 200n],
    words: ["", "ä€😀", "\u2028\0\n", "\ud800", '"id":"x"'],
    "truth and nothing": [true, false, null, undefined],
    nested: { a: [{ b: [[]] }, { c: {} }], undefined },
    dates: [new Date(0), new Date(Number.NaN)],
    expressions: [/a+/giu, /\//],
    maps: new Map<unknown, unknown>([
      [1, new Map([["x", new Set([1, "1"])]])],
      [{ key: true }, [Number.NaN]],
    ]),
    sets: new Set([-1, "a", undefined]),
    ...Object.fromEntries(
      [Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array].map(
        (Type) => [Type.name, Type.from([1, 2, 200])],
      ),
    ),
    Float32Array: Float32Array.of(0.5, Number.NaN, -0),
    Float64Array: Float64Array.of(Math.PI, -Infinity),
    BigInt64Array: BigInt64Array.of(-1n, 2n ** 60n),
    BigUint64Array: BigUint64Array.of(2n ** 63n),
    "part of a buffer": new Float64Array([1, 2, 3, 4]).subarray(1, 3),
    "no numbers": new Float64Array(0),
  };
  for (const [name, value] of Object.entries(plain))
    test(name, () => {
      assert.deepEqual(copy(value), { value });
    });

  test("a hole among many numbers stays one", () => {
    const there = far.value(
      "(() => { const all = Array.from({ length: 40 }, (_, i) => i); delete all[7]; return all; })()",
    );
    assert.deepEqual([there.length, 7 in there, there[8]], [40, false, 8]);
  });

  test("what is changed in many numbers is carried back, also to a word", () => {
    const change = far.value("(list, at, to) => { list[at] = to; }") as (
      list: unknown[],
      at: number,
      to: unknown,
    ) => void;
    const list: unknown[] = Array.from({ length: 40 }, (_, i) => i);
    change(list, 3, 0.5);
    assert.deepEqual(list.slice(2, 5), [2, 0.5, 4]);
    change(list, 4, "word");
    assert.deepEqual(list.slice(2, 6), [2, 0.5, "word", 5]);
    far.undoChanges();
    assert.deepEqual(
      list,
      Array.from({ length: 40 }, (_, i) => i),
    );
  });

  test("holes stay holes", () => {
    const there = far.value("[, 1, , undefined, ,]") as unknown[];
    assert.deepEqual([there.length, Object.keys(there)], [5, ["1", "3"]]);
  });

  test("cycles, and one object in two places", () => {
    const ring = far.value(
      "(() => { const a = { list: [] }; a.list.push(a, a.list); const m = new Map([[a, a]]); return { a, m }; })()",
    );
    assert.equal(ring.a.list[0], ring.a);
    assert.equal(ring.a.list[1], ring.a.list);
    assert.equal(ring.m.get(ring.a), ring.a);
    const [one, other] = far.value("(() => { const o = {}; return [o, o]; })()");
    assert.equal(one, other);
  });

  test("__proto__ is a key like others", () => {
    const there = far.value('JSON.parse(\'{"__proto__": {"isFine": true}, "constructor": 1}\')');
    assert.deepEqual(Object.keys(there), ["__proto__", "constructor"]);
    assert.equal(Object.getPrototypeOf(there), Object.prototype);
    assert.equal(there.isFine, undefined);
    assert.equal("isFine" in {}, false);
  });

  test("an object without a prototype has none", () => {
    assert.equal(Object.getPrototypeOf(far.value("Object.assign(Object.create(null), { a: 1 })")), null);
  });

  test("a symbol is refused in words", () => {
    assert.throws(() => far.value('Symbol("s")'), { name: "TypeError", message: /symbol/ });
  });
});

suite("a function at many inputs", () => {
  test("valuesAt() calls it there, in order and with one argument, and asks once", () => {
    const { counted, times } = far.value(
      "(() => { let n = 0; return { counted: (...args) => [n++, ...args], times: () => n }; })()",
    );
    const before = far.asked();
    assert.deepEqual(valuesAt(counted, [5, { a: 1 }]), [
      [0, 5],
      [1, { a: 1 }],
    ]);
    assert.equal(far.asked() - before, 1);
    assert.equal(times(), 2);
    const square = far.value("(x) => x * x") as (x: number) => number;
    const inputs = Float64Array.from({ length: 100_000 }, (_, i) => i / 3);
    assert.deepEqual(
      valuesAt(square, inputs),
      Array.from(inputs, (x) => x * x),
    );
  });

  test("further arguments go along, and each input may have a function of its own", () => {
    const [power, learners] = far.value(
      "(() => { const learner = () => { let sum = 0; return (x) => (sum += x); }; return [(x, n) => x ** n, [learner(), learner()]]; })()",
    );
    assert.deepEqual(valuesAt(power, [2, 3], 3), [8, 27]);
    const before = far.asked();
    assert.deepEqual(valuesAt(learners, [1, 10]), [1, 10]);
    assert.deepEqual(valuesAt(learners, [1, 10]), [2, 20]);
    assert.equal(far.asked() - before, 2);
  });

  test("where several arguments differ, too, and one object among them stays one", () => {
    const { counted, times } = far.value(
      "(() => { let n = 0; return { counted: (of, add, rng) => [of.n += add, rng.next(), n++], times: () => n }; })()",
    );
    const before = far.asked();
    const [sum, mine, reference] = [{ n: 0 }, seeded(4), seeded(4)];
    assert.deepEqual(
      valuesAtTuples(
        counted as (of: typeof sum, add: number, rng: unknown) => number[],
        [1, 10, 100].map((add) => [sum, add, mine] as const),
      ),
      [1, 11, 111].map((n, i) => [n, reference.next(), i]),
    );
    assert.equal(far.asked() - before, 1);
    assert.deepEqual([sum, mine.next(), times()], [{ n: 111 }, reference.next(), 3]);
  });

  test("what it throws at one of them is thrown", () => {
    const picky = far.value('(x) => { if (x > 1) throw new RangeError("too large"); return x; }');
    assert.throws(() => valuesAt(picky, [0, 1, 2]), { name: "RangeError", message: "too large" });
  });
});

suite("errors", () => {
  for (const name of [
    "Error",
    "EvalError",
    "RangeError",
    "ReferenceError",
    "SyntaxError",
    "TypeError",
    "URIError",
  ] as const)
    test(`${name} arrives as one, with its cause and what else it holds`, () => {
      const thrower = far.value(
        `() => { throw Object.assign(new ${name}("no", { cause: new TypeError("why") }), { code: "E1" }); }`,
      );
      assert.throws(thrower, (error: Error & { readonly code: string }) => {
        assert.ok(error instanceof globalThis[name]);
        assert.deepEqual([error.name, error.message, error.code], [name, "no", "E1"]);
        assert.ok(error.cause instanceof TypeError);
        return true;
      });
    });

  test("a class of one's own keeps its name", () => {
    const thrower = far.value(
      '() => { throw new (class Odd extends RangeError { name = "Odd"; })("so"); }',
    ) as () => void;
    assert.throws(thrower, { name: "Odd", message: "so" });
  });

  test("what is thrown need not be an error", () => {
    assert.throws(far.value("() => { throw [1, undefined]; }"), (thrown) => {
      assert.deepEqual(thrown, [1, undefined]);
      return true;
    });
  });

  test("an error of this side goes through the other and comes back as itself", () => {
    const mine = new RangeError("mine");
    const through = far.value("(run) => run()") as (run: () => unknown) => unknown;
    assert.throws(
      () =>
        through(() => {
          throw mine;
        }),
      { name: "RangeError", message: "mine" },
    );
  });
});

suite("functions", () => {
  test("are called both ways, nested", () => {
    const fib = far.value("(n, me) => n < 2 ? n : me(n - 1) + me(n - 2)") as (
      n: number,
      me: (n: number) => number,
    ) => number;
    const me = (n: number): number => fib(n, me);
    assert.equal(me(9), 34);
  });

  test("keep name, length and identity", () => {
    const there = far.value("function mean(a, b) {}") as object;
    assert.deepEqual([(there as () => void).name, (there as () => void).length], ["mean", 2]);
    assert.equal(echo(there), there);
    const mine = (): void => {};
    assert.equal(echo(mine), mine);
    assert.equal(far.value("(() => { const f = () => 1; return [f, f]; })()")[0]() as number, 1);
  });

  test("in what is returned go on working", () => {
    const counter = far.value("(() => { let n = 0; return { add: (k) => (n += k) }; })()");
    counter.add(2);
    assert.equal(counter.add(3), 5);
  });
});

suite("instances of classes", () => {
  const Account = far.value(`class Account {
    owner = "a"; sum = 0; #hidden = 7;
    constructor(sum = 0) { this.sum = sum; }
    pay(n) { this.sum += n; return this; }
    add(n) { this.sum += n; }
    addAndThrow(n) { this.sum += n; throw new Error("late"); }
    total() { return this.sum + this.#hidden; }
    get double() { return this.sum * 2; }
  }`);

  test("are made here and live there", () => {
    const account = new Account(5);
    assert.deepEqual([account.owner, account.sum, account.total(), account.double], ["a", 5, 12, 10]);
    assert.equal(account.constructor.name, "Account");
  });

  test("a method that returns its instance gives the same object", () => {
    const account = new Account(1);
    assert.equal(account.pay(1).pay(2), account);
  });

  test("what a method changes is seen here", () => {
    const account = new Account(1);
    account.add(4);
    assert.deepEqual([account.sum, account.double], [5, 10]);
    assert.throws(() => account.addAndThrow(1), /late/);
    assert.deepEqual([account.sum, account.double], [6, 12]);
  });

  test("methods that a class inherits", () => {
    const child = far.value(
      "new (class B extends (class A { a() { return 1; } }) { b() { return this.a() + 1; } })()",
    );
    assert.deepEqual([child.a(), child.b()], [1, 2]);
  });

  test("iterators and generators", () => {
    assert.deepEqual([...far.value("(function* () { yield 1; yield { two: 2 }; })()")], [1, { two: 2 }]);
    assert.deepEqual([...far.value("({ *[Symbol.iterator]() { yield* [1, 2]; } })")], [1, 2]);
    const walk = far.value("new (class { *[Symbol.iterator]() { yield* [3, 4]; } })()");
    assert.deepEqual([...walk, ...walk], [3, 4, 3, 4]);
    const sum = far.value("(numbers) => { let s = 0; for (const n of numbers) s += n; return s; }");
    function* mine(): Generator<number> {
      yield 4;
      yield 5;
    }
    assert.equal(sum(mine()), 9);
  });
});

suite("promises", () => {
  test("of the other side are waited for", async () => {
    const later = far.value("async (x) => { await new Promise((r) => setTimeout(r, 20)); return x + 1; }");
    assert.equal(await later(1), 2);
    assert.deepEqual(await Promise.all([later(1), later(2)]), [2, 3]);
  });

  test("of the other side are rejected", async () => {
    await assert.rejects(far.value('async () => { throw new RangeError("late"); }')(), {
      name: "RangeError",
      message: "late",
    });
  });

  test("of this side are waited for there", async () => {
    const twice = far.value("async (get) => (await get()) * 2") as (
      get: () => Promise<number>,
    ) => Promise<number>;
    const later = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return 21;
    };
    assert.equal(await twice(later), 42);
    assert.deepEqual(await Promise.all([twice(later), twice(later), twice(async () => 1)]), [42, 42, 2]);
    await assert.rejects(
      twice(async () => {
        throw new TypeError("no number");
      }),
      { name: "TypeError", message: "no number" },
    );
  });
});

suite("arguments", () => {
  const changes: readonly (readonly [string, string, () => unknown, unknown])[] = [
    ["an array", "(a) => { a.sort((x, y) => x - y); }", () => [3, 1, 2], [1, 2, 3]],
    ["a shorter array", "(a) => { a.pop(); }", () => [1, 2], [1]],
    ["an object", "(o) => { delete o.a; o.b = [1]; }", () => ({ a: 1 }), { b: [1] }],
    ["a map", "(m) => { m.set(2, {}); m.delete(1); }", () => new Map([[1, 1]]), new Map([[2, {}]])],
    ["a set", "(s) => { s.add(2); }", () => new Set([1]), new Set([1, 2])],
    ["numbers", "(n) => { n.fill(7); }", () => new Float64Array(2), Float64Array.of(7, 7)],
    [
      "an inner object",
      "(o) => { o.in.list.push(o.in.list.length); }",
      () => ({ in: { list: [] } }),
      { in: { list: [0] } },
    ],
    [
      "part of a buffer",
      "(n) => { n[0] = 9; }",
      () => new Uint16Array([1, 2, 3]).subarray(1),
      Uint16Array.of(9, 3),
    ],
  ];
  for (const [name, change, make, wanted] of changes)
    test(`${name}, changed in place, is changed here`, () => {
      const argument = make();
      far.value(change)(argument);
      assert.deepEqual(argument, wanted);
    });

  test("one that is returned is the same object", () => {
    for (const argument of [[1], { a: 1 }, new Map(), new Set(), new Float64Array(1), new Date(), /a/])
      assert.equal(echo(argument), argument);
    const inner = { deep: [{}] };
    assert.equal((far.value("(o) => o.deep[0]") as (o: unknown) => unknown)(inner), inner.deep[0]);
  });

  test("what is left as it was is not sent back, and keeps what only this side has", () => {
    const array = Object.assign([1, 2], { note: "mine" });
    echo(array);
    assert.equal(array.note, "mine");
  });

  test("a call of this side changes the other's argument", () => {
    const changed = far.value("(change) => { const a = [2, 1]; change(a); return a; }") as (
      change: (a: number[]) => void,
    ) => number[];
    assert.deepEqual(
      changed((a) => void a.sort()),
      [1, 2],
    );
  });

  test("one that is changed before the error is changed", () => {
    const argument = [1];
    assert.throws(() => far.value('(a) => { a.push(2); throw new Error("late"); }')(argument), /late/);
    assert.deepEqual(argument, [1, 2]);
  });
});

suite("seeded streams", () => {
  const draw = far.value("(rng, k) => Array.from({ length: k }, () => rng.next())") as (
    rng: unknown,
    k: number,
  ) => number[];
  const drawn = (stream: { next(): number }, k: number): number[] =>
    Array.from({ length: k }, () => stream.next());

  test("give the same numbers there, and go on here where they stood there", () => {
    const [mine, reference] = [seeded(5).split("a"), seeded(5).split("a")];
    assert.equal(mine.next(), reference.next());
    assert.deepEqual(draw(mine, 3), drawn(reference, 3));
    assert.deepEqual(drawn(mine, 2), drawn(reference, 2));
  });

  test("split there as here", () => {
    const split = far.value('(rng) => rng.split("x").split(3).next()') as (rng: unknown) => number;
    assert.equal(split(seeded(1)), seeded(1).split("x").split(3).next());
  });

  test("that come from there are ours", () => {
    const there = far.value('(() => { const rng = seeded(9).split("b"); rng.next(); return rng; })()');
    const reference = seeded(9).split("b");
    reference.next();
    assert.deepEqual(drawn(there, 2), drawn(reference, 2));
  });
});

suite("what only pretends to be a value", () => {
  test("an object that would count as a number is none", () => {
    const shrinking = far.value(
      "(() => { let n = 9; return { valueOf: () => n--, toString: () => String(n--) }; })()",
    );
    assert.throws(() => shrinking > 1, { name: "TypeError", message: /as a number/ });
    assert.throws(() => shrinking - 1, TypeError);
    const half = new (far.value("class Fraction { toString() { return '1/2'; } }"))();
    assert.equal(`${half}`, "1/2");
    assert.throws(() => half < 1, TypeError);
  });

  test("getters and proxies are read once", () => {
    const there = far.value(
      "(() => { let n = 0; return { get x() { return n++; }, p: new Proxy([1], { get: (t, k) => k === '0' ? n++ : t[k] }) }; })()",
    );
    assert.deepEqual([there.x, there.x], [0, 0]);
    assert.deepEqual([there.p[0], there.p[0]], [1, 1]);
  });

  test("an error says what it says in strings", () => {
    const thrower = far.value(
      "() => { throw Object.assign(new Error(), { name: { toString: () => 'n' }, message: { toString: () => { throw 1; } }, stack: {} }); }",
    ) as () => void;
    assert.throws(thrower, (error: Error) => {
      assert.deepEqual(
        [typeof error.name, typeof error.message, typeof error.stack],
        ["string", "string", "string"],
      );
      return true;
    });
  });
});

suite("a message that is none gives an error and changes nothing", () => {
  /** A channel whose other side answers a call of its function with this. */
  function answered(answer: (id: string, request: Record<string, unknown>) => unknown) {
    let line = "";
    let isFirst = true;
    const pipe = {
      write(text: string): void {
        const request = JSON.parse(text) as { readonly id: string };
        const value = {
          objects: [{ kind: "function", number: 0, name: "f", length: 0 }],
          values: [["object", 0]],
        };
        line = isFirst ? JSON.stringify({ to: request.id, value }) : String(answer(request.id, request));
        isFirst = false;
      },
      read(): string {
        if (line === "") throw new Error("nothing more");
        const now = line;
        line = "";
        return now;
      },
    };
    return new Channel(pipe, seededStreams(seeded), () => undefined).ask("f") as (
      ...args: unknown[]
    ) => unknown;
  }
  const object = (kind: string, more: Record<string, unknown> = {}) => ({ kind, ...more });
  const one = (value: unknown, objects: readonly unknown[] = []) => ({ value: { objects, values: [value] } });
  const change = (place: unknown, to: unknown) => ({ changes: [[place, to]], ...one(1) });
  const array = object("array", { items: [9] });

  const malformed: Readonly<Record<string, unknown>> = {
    "no JSON": "{",
    "no object": "null",
    "no value": { value: {} },
    "a bare object": one({ a: 1 }),
    "an unknown mark": one(["symbol", "s"]),
    "a place beyond the end": one(["object", 99]),
    "a place before the start": one(["object", -1]),
    "half a place": one(["object", 0.5]),
    ...Object.fromEntries(
      ["length", "map", "constructor", "__proto__"].map((name) => [
        `the place ${name}`,
        one(["object", name]),
      ]),
    ),
    "a bigint that is none": one(["bigint", "x"]),
    "an unknown kind": one(["object", 1], [object("proxy")]),
    "an array without items": one(["object", 1], [object("array")]),
    "numbers of no type": one(["object", 1], [object("numbers", { type: "constructor", base64: "" })]),
    "numbers of half an item": one(
      ["object", 1],
      [object("numbers", { type: "Float64Array", base64: "AAAA" })],
    ),
    "an error with a name that is none": one(
      ["object", 1],
      [object("error", { name: { toString: 1 }, entries: [] })],
    ),
    "a function that was never given": one(["object", 1], [object("yours", { number: 7 })]),
    "an expression that is none": one(["object", 1], [object("regexp", { source: "(", flags: "" })]),
    "a stream without a seed": one(["object", 1], [object("stream", { seed: "x", path: [], state: [] })]),
    "a change beyond the end": change(9, array),
    "a change before the start": change(-1, array),
    "a change of what an array inherits": change(
      "__proto__",
      object("object", { entries: [["isChanged", true]] }),
    ),
    "a change of another kind": change(0, object("object", { entries: [["isChanged", true]] })),
    "a change of a function": change(1, object("object", { entries: [["isChanged", true]] })),
    "a change of a date": change(2, object("object", { entries: [["isChanged", true]] })),
    "a change of an object that came along": {
      ...change(3, object("object", { entries: [["isChanged", true]] })),
      objects: [object("yours", { number: 0 })],
    },
    "a change that ends in nonsense": change(0, object("array", { items: [8, { no: "value" }] })),
    "a good change before a bad one": {
      changes: [
        [0, array],
        [9, array],
      ],
      ...one(1),
    },
  };
  for (const [name, answer] of Object.entries(malformed))
    test(name, () => {
      const call = answered((id) =>
        typeof answer === "string" ? answer : JSON.stringify({ to: id, ...(answer as object) }),
      );
      const [list, mine, day] = [[1, 2], (): void => {}, new Date(0)];
      const inherited = Object.getOwnPropertyNames(Array.prototype);
      assert.throws(() => call(list, mine, day), Error);
      assert.deepEqual(list, [1, 2]);
      for (const each of [list, mine, day, {}]) assert.equal("isChanged" in each, false);
      assert.deepEqual(Object.getOwnPropertyNames(Array.prototype), inherited);
    });

  test("an answer to what was not asked is no answer", () => {
    const call = answered(() => JSON.stringify({ to: "guess", ...one(1) }));
    assert.throws(() => call(), /nothing more/);
  });

  test("a call of what was never given, and a question, are refused in words", () => {
    for (const request of [
      { do: "call", number: 5, how: "call", args: { objects: [], values: [] } },
      { do: "settle", number: -1 },
      { do: "nothing", number: 0 },
    ]) {
      const seen: string[] = [];
      let asked = 0;
      const call = answered((id, sent) => {
        asked += 1;
        if (asked === 1) return JSON.stringify({ id: "1", ...request });
        seen.push(JSON.stringify(sent));
        return JSON.stringify({ to: id, ...one(1) });
      });
      assert.throws(() => call(), /nothing more/, JSON.stringify(request));
      assert.match(seen[0] ?? "", /"error"/);
    }
  });
});

test("what the other side has changed is put back when the conversation is over", () => {
  using other = openFarSide();
  const spoil = other.value(
    "(...all) => { for (const each of all) { if (Array.isArray(each)) each.length = 0; else if (each.clear) each.clear(); else if (each.fill) each.fill(0); else if (each.next) each.next(); else for (const k in each) delete each[k]; } }",
  ) as (...all: unknown[]) => void;
  const make = (): unknown[] => [
    [1, { a: 1 }],
    new Map([[1, 2]]),
    new Set([1]),
    Float64Array.of(1, 2),
    { a: [1] },
  ];
  const [all, stream] = [make(), seeded(3)];
  spoil(...all, stream);
  spoil(...all, stream);
  assert.deepEqual(all, [[], new Map(), new Set(), Float64Array.of(0, 0), {}]);
  other.undoChanges();
  assert.deepEqual(all, make());
  assert.equal(stream.next(), seeded(3).next());
});
