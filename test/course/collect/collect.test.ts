/** What students handed in, in every way that it comes: nothing is lost, skipped or overwritten. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import type { Attempt } from "../../../course/gradebook/attempt.ts";
import { notebook, smallCourse } from "./tools/smallCourse.ts";

const done = notebook("one", "const add = (a: number, b: number) => a + b;");
const other = notebook("one", "const add = (a: number, b: number) => b + a;");
const two = notebook("two", "const half = (a: number) => a / 2;");
const zip = (files: Readonly<Record<string, string>>, mtime = "2026-11-28T12:00:00"): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([path, text]) => [path, [strToU8(text), { mtime }]])),
  );
const sha = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");
const ada = {
  id: "ada",
  firstName: "Ada",
  lastName: "Lovelace",
  email: "ada@x.example",
  lms: { ID: "12345" },
};
const jm = { id: "jm", firstName: "Jürgen", lastName: "Müller", email: "", lms: {} };

/** Student, way, and name → notebook or problem of each file. */
const told = (attempts: readonly Attempt[]) =>
  attempts.map(({ student, way, files }) => [
    student,
    way,
    Object.fromEntries(files.map(({ name, notebook, problem }) => [name, problem ?? notebook])),
  ]);

const moodleFiles = {
  "Ada Lovelace_71_assignsubmission_file_/one.ipynb": done,
  "Jürgen Müller_72_assignsubmission_file_/meine Lösung.ipynb": two,
  "Zoe, Jr. Smith_73_assignsubmission_file_/one.ipynb": other,
  "Zoe, Jr. Smith_73_assignsubmission_onlinetext_/onlinetext.html": "<p>hello</p>",
};
const moodleTold = [
  ["ada", "moodle", { "one.ipynb": "one" }],
  ["jm", "moodle", { "meine Lösung.ipynb": "two" }],
  ["Zoe, Jr. Smith", "moodle", { "one.ipynb": "one", "onlinetext.html": null }],
];
const canvasFiles = {
  "lovelaceada_12345_901_one.ipynb": notebook("one"),
  "lovelaceada_12345_902_one-1.ipynb": done,
  "müllerjürgen_LATE_55_903_two.ipynb": two,
  "smithzoe_56_904_one.ipynb": other,
};
const canvasTold = [
  ["ada", "canvas", { "one-1.ipynb": "one", "one.ipynb": "one-1.ipynb counts as this notebook" }],
  ["jm", "canvas", { "two.ipynb": "two" }],
  ["56", "canvas", { "one.ipynb": "one" }],
];
const under = (folder: string, files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

const sources: readonly [
  name: string,
  files: Record<string, string | Uint8Array>,
  source: string,
  expected: unknown[],
][] = [
  [
    "a folder of students",
    {
      "in/ada/one.ipynb": done,
      "in/ada/notes.txt": "n",
      "in/zoe/renamed by me.ipynb": two,
      "in/.DS_Store": "x",
    },
    "in",
    [
      ["ada", "folder", { "notes.txt": null, "one.ipynb": "one" }],
      ["zoe", "folder", { "renamed by me.ipynb": "two" }],
    ],
  ],
  [
    "a folder of loose notebooks",
    { "in/ada.ipynb": done, "in/jm_final.ipynb": two },
    "in",
    [
      ["ada", "folder", { "ada.ipynb": "one" }],
      ["jm", "folder", { "jm_final.ipynb": "two" }],
    ],
  ],
  ["one notebook", { "in/ada.ipynb": done }, "in/ada.ipynb", [["ada", "folder", { "ada.ipynb": "one" }]]],
  [
    "a folder of zips, one in another",
    {
      "in/ada.zip": zip({ "work/one.ipynb": done, "work/data.csv": "a,b" }),
      "in/jm.zip": zipSync({ "inner.zip": zip({ "two.ipynb": two }) }),
    },
    "in",
    [
      ["ada", "zip", { "ada.zip": null, "ada.zip/work/data.csv": null, "ada.zip/work/one.ipynb": "one" }],
      ["jm", "zip", { "jm.zip": null, "jm.zip/inner.zip": null, "jm.zip/inner.zip/two.ipynb": "two" }],
    ],
  ],
  [
    "nbgrader's submitted",
    {
      "in/ada/hw1/one.ipynb": done,
      "in/ada/hw1/timestamp.txt": "2026-11-29 20:00:00.000000 UTC",
      "in/jm/hw1/two.ipynb": two,
      "in/jm/hw1/.ipynb_checkpoints/two-checkpoint.ipynb": notebook("two"),
    },
    "in",
    [
      ["ada", "nbgrader", { "one.ipynb": "one", "timestamp.txt": null }],
      ["jm", "nbgrader", { ".ipynb_checkpoints/two-checkpoint.ipynb": null, "two.ipynb": "two" }],
    ],
  ],
  ["Moodle's folders", under("in", moodleFiles), "in", moodleTold],
  ["Moodle's folders in a folder", under("in/CS1-hw1-42", moodleFiles), "in", moodleTold],
  ["Moodle's zip", { "in.zip": zip(moodleFiles) }, "in.zip", moodleTold],
  ["Moodle's zip in a folder", { "in/CS1-hw1-42.zip": zip(moodleFiles) }, "in", moodleTold],
  ["Canvas' files", under("in", canvasFiles), "in", canvasTold],
  ["Canvas' zip", { "submissions.zip": zip(canvasFiles) }, "submissions.zip", canvasTold],
];

for (const [name, files, source, expected] of sources)
  test(`${name}: every student's attempt, and again it is the same`, async () => {
    const { gradebook, take, paths } = smallCourse(files, [ada, jm]);
    const report = await take(source);
    const sorted = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
    const plain = (rows: unknown[]) => sorted(rows.map((row) => row));
    assert.deepEqual(
      plain(told(gradebook.attempts())),
      plain(expected),
      JSON.stringify(report.unmatched.map(({ who, reason }) => [who, reason])),
    );
    assert.equal(report.unmatched.length, 0);
    for (const file of gradebook.attempts().flatMap((attempt) => attempt.files)) {
      assert.equal(statSync(join(paths.store, file.sha256)).size, file.bytes);
      assert.equal(statSync(join(paths.store, file.sha256)).mode & 0o777, 0o600);
    }
    const before = gradebook.attempts();
    const again = await take(source);
    assert.deepEqual(gradebook.attempts(), before);
    assert.ok(again.collected.every(({ isNew }) => !isNew));
    assert.equal(gradebook.firstBrokenEntry(), undefined);
  });

const times: readonly [
  name: string,
  files: Record<string, string | Uint8Array>,
  source: string,
  time: unknown,
][] = [
  [
    "nbgrader's own",
    { "in/ada/hw1/timestamp.txt": "2026-11-29 20:00:00.5 UTC" },
    "in",
    ["2026-11-29T20:00:00.500Z", "timestamp.txt"],
  ],
  [
    "nbgrader's with a zone",
    { "in/ada/hw1/timestamp.txt": "2026-11-29 20:00:00 Europe/Paris" },
    "in",
    ["2026-11-29T19:00:00.000Z", "timestamp.txt"],
  ],
  [
    "nbgrader's without a zone is UTC",
    { "in/ada/hw1/timestamp.txt": "2026-11-29 20:00:00" },
    "in",
    ["2026-11-29T20:00:00.000Z", "timestamp.txt"],
  ],
  [
    "one that cannot be read: the file's",
    { "in/ada/hw1/timestamp.txt": "soon" },
    "in",
    ["2026-11-27T08:00:00.000Z", "file"],
  ],
  [
    "a student's zip: what its clock showed, in the course's zone",
    { "in/ada.zip": zip({ "a.txt": "", "b.txt": "" }, "2026-07-01T12:00:00") },
    "in",
    ["2026-07-01T10:00:00.000Z", "zip entry"],
  ],
  ["Moodle says none", { "in.zip": zip(moodleFiles) }, "in.zip", [null, "none"]],
];
for (const [name, files, source, expected] of times)
  test(`when it was handed in: ${name}`, async () => {
    const { root, take } = smallCourse({ "in/ada/hw1/one.ipynb": done, ...files }, [ada]);
    for (const path of readdirSync(root, { recursive: true, encoding: "utf8" }))
      if (path.startsWith("in/")) utimesSync(join(root, path), 0, new Date("2026-11-27T08:00:00Z"));
    const report = await take(
      source,
      source === "in" && name.startsWith("a student's") ? { from: "folder" } : {},
    );
    const [found] = report.collected.filter(({ student }) => student === "ada").slice(0, 1);
    assert.deepEqual(found && [found.submittedAt, found.timeSource], expected);
  });

test("Canvas' word that it was late is kept with the attempt", async () => {
  const { gradebook, take } = smallCourse({ "in.zip": zip(canvasFiles) }, [ada, jm]);
  await take("in.zip");
  const sources = Object.fromEntries(
    gradebook.attempts().map(({ student, timeSource }) => [student, timeSource]),
  );
  assert.deepEqual(sources, { ada: "none", jm: "none, late in Canvas", "56": "none" });
});

const unreadable: readonly [name: string, content: string | Uint8Array, problem: RegExp | null][] = [
  ["0 bytes", "", /^the file is empty$/],
  ["not JSON", "hello", /^it is no notebook: its text is not JSON$/],
  ["cut off", done.slice(0, 200), /^it is no notebook/],
  ["JSON, no notebook", '{"a": 1}', /^it is JSON, but holds no cells$/],
  [
    "a notebook of another course",
    '{"cells": [{"cell_type": "code", "source": "1"}]}',
    /^it is none of the assignment's notebooks/,
  ],
  ["BOM", `\uFEFF${done}`, null],
  ["CRLF", JSON.stringify(JSON.parse(done), null, 1).replaceAll("\n", "\r\n"), null],
  ["UTF-16 with its mark", Buffer.from(`\uFEFF${done}`, "utf16le"), null],
  ["UTF-16 without", Buffer.from(done, "utf16le"), /^it is no notebook/],
  ["metadata wiped", notebook("one", "const add = 1;", false), null],
  ["binary", Uint8Array.from({ length: 999 }, (_, i) => i), /^it is no notebook/],
];
for (const [name, content, problem] of unreadable)
  test(`a file that is ${name} is an attempt, ${problem ? "with its problem" : "and is read"}`, async () => {
    const { gradebook, take, paths } = smallCourse({ "in/ada/x.ipynb": content }, [ada]);
    await take("in");
    const [file] = gradebook.attempts()[0]?.files ?? [];
    assert.ok(file);
    assert.equal(file.sha256, sha(content));
    assert.equal(statSync(join(paths.store, file.sha256)).size, Buffer.from(content as string).length);
    if (problem) assert.match(file.problem ?? "", problem);
    else assert.deepEqual([file.notebook, file.problem], ["one", null]);
  });

test("a file of 200 MB is kept and not read into memory; so are links and what nobody may read", async () => {
  const { gradebook, take, root, write } = smallCourse({}, [ada]);
  write("in/ada/big.ipynb", Buffer.alloc(200 * 2 ** 20, 32));
  write("in/ada/one.ipynb", done);
  symlinkSync("/etc/hostname", join(root, "in/ada/two.ipynb"));
  symlinkSync("/etc", join(root, "in/ada/folder"));
  write("in/ada/shut.ipynb", done);
  chmodSync(join(root, "in/ada/shut.ipynb"), 0);
  await take("in");
  const files = Object.fromEntries(gradebook.attempts()[0]!.files.map((file) => [file.name, file]));
  assert.match(files["big.ipynb"]?.problem ?? "", /larger than 128 MB/);
  assert.equal(files["big.ipynb"]?.bytes, 200 * 2 ** 20);
  assert.match(files["two.ipynb"]?.problem ?? "", /link/);
  assert.equal(files["two.ipynb"]?.sha256, sha("/etc/hostname"));
  assert.match(files.folder?.problem ?? "", /link/);
  // Root may read it all the same.
  const words = process.getuid?.() === 0 ? "" : "cannot be read";
  assert.match(files["shut.ipynb"]?.problem ?? "", new RegExp(words));
  assert.ok("one" === files["one.ipynb"]?.notebook || "one" === files["shut.ipynb"]?.notebook);
});

/** A zip, with its bytes changed by hand as no honest program writes them. */
function patched(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at !== -1; at = copy.indexOf(from, at + 1)) copy.write(to, at, "latin1");
  return copy;
}
function lying(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const central = copy.indexOf("PK\x01\x02", 0, "latin1");
  copy.writeUInt32LE(10, central + 24); // the size that it declares
  return copy;
}
function linked(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE((0o120777 << 16) >>> 0, copy.indexOf("PK\x01\x02", 0, "latin1") + 38);
  return copy;
}
function locked(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  const central = copy.indexOf("PK\x01\x02", 0, "latin1");
  copy.writeUInt16LE(copy.readUInt16LE(central + 8) | 1, central + 8);
  return copy;
}
function broken(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(12345, copy.indexOf("PK\x01\x02", 0, "latin1") + 16);
  return copy;
}
const aZip = zip({ "aaaaaaaaaa.ipynb": done });
const level3 = zipSync({ "z.zip": zipSync({ "y.zip": zip({ "one.ipynb": done }) }) });
const manyZeros = zipSync({ "zeros.bin": new Uint8Array(300 * 2 ** 20) });
const badZips: readonly [name: string, content: Uint8Array, file: string, problem: RegExp][] = [
  ["no zip", strToU8("hello"), "z.zip", /cannot be opened as a zip/],
  ["cut off", aZip.subarray(0, aZip.length - 40), "z.zip", /cannot be opened as a zip/],
  [
    "a path that leads out",
    patched(aZip, "aaaaaaaaaa.ipynb", "../../aaaa.ipynb"),
    "z.zip/../../aaaa.ipynb",
    /leads out/,
  ],
  [
    "a path from the root",
    patched(aZip, "aaaaaaaaaa.ipynb", "/aaaaaaaaa.ipynb"),
    "z.zip//aaaaaaaaa.ipynb",
    /leads out/,
  ],
  [
    "a path as Windows has it",
    patched(aZip, "aaaaaaaaaa.ipynb", "..\\..\\aaaa.ipynb"),
    "z.zip/../../aaaa.ipynb",
    /leads out/,
  ],
  ["a link", linked(aZip), "z.zip/aaaaaaaaaa.ipynb", /link/],
  ["a password", locked(aZip), "z.zip/aaaaaaaaaa.ipynb", /password/],
  ["a size that is a lie", lying(aZip), "z.zip/aaaaaaaaaa.ipynb", /cannot be unpacked/],
  ["a wrong checksum", broken(aZip), "z.zip/aaaaaaaaaa.ipynb", /checksum/],
  ["300 MB of nothing", manyZeros, "z.zip/zeros.bin", /more than 268435456 bytes/],
  ["four levels", level3, "z.zip/z.zip/y.zip", /zip in a zip in a zip/],
];
for (const [name, content, file, problem] of badZips)
  test(`a zip with ${name} is an attempt with that problem, and its bytes are kept`, async () => {
    const { gradebook, take, paths } = smallCourse({ "in/ada/z.zip": content, "in/jm/one.ipynb": done }, [
      ada,
      jm,
    ]);
    await take("in");
    const [first, second] = gradebook.attempts();
    const found = Object.fromEntries(first!.files.map((each) => [each.name, each.problem]));
    assert.match(found[file] ?? "", problem, JSON.stringify(found));
    assert.ok(statSync(join(paths.store, sha(content))).isFile());
    assert.equal(second?.files[0]?.notebook, "one"); // the others do not mind
  });

test("of two notebooks that are the same, the one with work in it counts, and both are kept", async () => {
  const { gradebook, take } = smallCourse(
    {
      "in/ada/one.ipynb": notebook("one"),
      "in/ada/one-Copy1.ipynb": done,
      "in/jm/a.ipynb": done,
      "in/jm/one.ipynb": other,
    },
    [ada, jm],
  );
  await take("in");
  assert.deepEqual(told(gradebook.attempts()), [
    ["ada", "folder", { "one-Copy1.ipynb": "one", "one.ipynb": "one-Copy1.ipynb counts as this notebook" }],
    ["jm", "folder", { "a.ipynb": "one.ipynb counts as this notebook", "one.ipynb": "one" }],
  ]);
});

test("every attempt is kept; going back to an older one is an attempt if a sure time says so", async () => {
  const { gradebook, take, write } = smallCourse({}, [ada]);
  const hand = async (content: string, time: string) => {
    write("in/ada/hw1/one.ipynb", content);
    write("in/ada/hw1/timestamp.txt", time);
    return (await take("in")).collected[0];
  };
  const first = await hand(done, "2026-11-20 10:00:00 UTC");
  const second = await hand(other, "2026-11-21 10:00:00 UTC");
  const third = await hand(done, "2026-11-22 10:00:00 UTC");
  const old = await hand(other, "2026-11-21 10:00:00 UTC");
  assert.deepEqual(
    [first, second, third, old].map((each) => [each?.attempt, each?.isNew]),
    [
      [1, true],
      [2, true],
      [3, true],
      [2, false],
    ],
  );
  assert.equal(new Set(gradebook.attempts().map(({ receipt }) => receipt)).size, 3);
  for (const { receipt } of gradebook.attempts())
    assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
});

test("a folder that was copied once more, with newer times, is no new attempt", async () => {
  const { gradebook, take, write } = smallCourse({ "in/ada/one.ipynb": done }, [ada]);
  await take("in");
  write("in/ada/one.ipynb", other);
  await take("in");
  write("in/ada/one.ipynb", done);
  await take("in");
  assert.equal(gradebook.attempts().length, 2);
});

test("what is nobody's is kept with its reason, listed, and matched later without its source", async () => {
  const files = {
    "in/Participant_9_assignsubmission_file/one.ipynb": done,
    "in/Participant_10_assignsubmission_file/one.ipynb": other,
    "in/stray.txt": "whose?",
  };
  const { gradebook, take, paths } = smallCourse(files, [ada, jm]);
  const report = await take("in");
  assert.deepEqual(report.unmatched.map(({ who, reason }) => [who, reason]).sort(), [
    ["Participant_10", "the LMS hides who it is: map it, or download again with names"],
    ["Participant_9", "the LMS hides who it is: map it, or download again with names"],
    ["stray.txt", "no student is called so: map it to one"],
  ]);
  assert.equal(gradebook.attempts().length, 0);
  for (const text of [done, other, "whose?"]) assert.ok(statSync(join(paths.store, sha(text))).isFile());
  await take("in");
  assert.equal(gradebook.unmatched().length, 3);

  const map = new Map([["Participant_9", { student: "ada", submittedAt: "2026-11-28T10:00:00.000Z" }]]);
  const matched = await take([], { map });
  assert.deepEqual(matched.unmatched.length, 2);
  const [attempt] = gradebook.attempts();
  assert.deepEqual(
    [attempt?.student, attempt?.submittedAt, attempt?.timeSource, attempt?.files[0]?.notebook],
    ["ada", "2026-11-28T10:00:00.000Z", "map", "one"],
  );
  await take("in", { map });
  assert.deepEqual([gradebook.attempts().length, gradebook.unmatched().length], [1, 2]);
  gradebook.saveStudents([{ ...jm, lms: { Identifier: "Participant 10" } }]);
  assert.equal((await take([])).unmatched.length, 1);
  assert.equal(gradebook.firstBrokenEntry(), undefined);
});

test("a map says later when an attempt was handed in", async () => {
  const { gradebook, take } = smallCourse({ "in.zip": zip(canvasFiles) }, [ada, jm]);
  await take("in.zip");
  await take("in.zip", {
    map: new Map([["müllerjürgen_55", { student: "jm", submittedAt: "2026-11-30T08:00:00.000Z" }]]),
  });
  await take("in.zip");
  const found = gradebook.attempts().find(({ student }) => student === "jm");
  assert.deepEqual([found?.submittedAt, found?.timeSource], ["2026-11-30T08:00:00.000Z", "map"]);
});

test("nbgrader's folders of other assignments: asked for one, the others are counted; asked for none, all are taken", async () => {
  const files = { "in/ada/hw1/one.ipynb": done, "in/ada/hw2/one.ipynb": other, "in/ada/hw3/one.ipynb": two };
  const one = smallCourse(files, [ada]);
  const asked = await one.take("in");
  assert.deepEqual([asked.collected.length, asked.others], [1, 1]);
  assert.equal(asked.unmatched[0]?.reason, "no assignment is called as its folder is");
  const all = smallCourse(files, [ada]);
  const report = await all.take("in", { assignment: undefined });
  assert.deepEqual(
    report.collected.map(({ assignment }) => assignment),
    ["hw1", "hw2"],
  );
  const lost = smallCourse({ "in/ada/one.ipynb": done }, [ada]);
  const none = await lost.take("in", { assignment: undefined });
  assert.match(none.unmatched[0]?.reason ?? "", /--assignment/);
  lost.write("in2/ada/one.ipynb", other);
  assert.equal((await lost.take("in2", { assignment: "hw2" })).unmatched.length, 1, "said of in2 alone");
  assert.equal((await lost.take("in")).unmatched.length, 0);
  assert.deepEqual(
    lost.gradebook.attempts().map(({ assignment }) => assignment),
    ["hw2", "hw1"],
  );
});

test("a file twice in a zip, and two students of one name, are all kept", async () => {
  const doubled = patched(zip({ "one.ipynb": done, "two.ipynb": other }), "two.ipynb", "one.ipynb");
  const { gradebook, take } = smallCourse({ "in/ada/z.zip": doubled }, [ada]);
  await take("in");
  assert.deepEqual(told(gradebook.attempts())[0]?.[2], {
    "z.zip": null,
    "z.zip/one (2).ipynb": "one",
    "z.zip/one.ipynb": "z.zip/one (2).ipynb counts as this notebook",
  });
  const namesakes = smallCourse(
    {
      "in/Jo Doe_1_assignsubmission_file/one.ipynb": done,
      "in/Jo Doe_2_assignsubmission_file/one.ipynb": other,
    },
    [ada],
  );
  const report = await namesakes.take("in");
  assert.deepEqual([report.collected.length, report.unmatched.length], [1, 1]);
});
