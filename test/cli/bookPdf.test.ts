import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { fingerprint } from "./tools/fingerprint.ts";
import { folderWith } from "./tools/folderWith.ts";

const genloss = fileURLToPath(new URL("../../cli/genloss.mjs", import.meta.url));

for (const [what, args, env, says] of [
  ["a file of somebody's", ["--pdf", "mine.pdf"], {}, /mine\.pdf must be new, empty, or a PDF that genloss/],
  ["a folder", ["--pdf", "."], {}, /Cannot write \.: it is a folder/],
  ["nothing", ["--pdf", ""], {}, /--pdf must name a file, got ""/],
  ["a book that is served", ["--serve", "--pdf", "new.pdf"], {}, /--pdf must be given without --serve/],
  [
    "no browser",
    ["--pdf", "new.pdf"],
    { CHROMIUM: "/no/such" },
    /CHROMIUM=\/no\/such, which cannot be started/,
  ],
] as const)
  test(`genloss book --pdf refuses ${what} before it builds anything`, () => {
    const folder = folderWith({ "mine.pdf": "%PDF-1.4\nmine\n%%EOF\n" });
    const before = fingerprint(folder);
    const { status, stdout, stderr } = spawnSync(process.execPath, [genloss, "book", ...args], {
      cwd: folder,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    assert.equal(status, 2, stderr);
    assert.match(stderr, says);
    assert.doesNotMatch(stderr, /\n\s+at /);
    assert.equal(stdout, "");
    assert.deepEqual(fingerprint(folder), before);
  });
