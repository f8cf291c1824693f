import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { countsPerNamespace } from "../../../course/sandbox/countsPerNamespace.ts";
import { fillCompileCache } from "../../../course/sandbox/fillCompileCache.ts";
import { defaultLimits } from "../../../course/sandbox/sandboxLimits.ts";
import { descendants } from "../../tools/descendants.ts";
import { asNobody } from "./tools/asNobody.ts";
import { levelA, noLevelA } from "./tools/levelA.ts";
import { runScript } from "./tools/runScript.ts";

const isRoot = process.getuid?.() === 0;
const fs = 'import fs from "node:fs";';
const endless = fileURLToPath(new URL("tools/endless.mjs", import.meta.url));
/** A program that computes without end, and says when it has begun. */
const forever = {
  program: [process.execPath, "/endless.mjs"],
  readable: [{ from: endless, at: "/endless.mjs" }],
  env: {},
  limits: defaultLimits,
  slot: 0,
};

describe("level A", { skip: noLevelA }, () => {
  test("requests come in at 0, replies go out at 3, and what is printed stays apart", async () => {
    const script = `${fs} process.stdin.on("data", (text) => {
      fs.writeSync(3, text); console.log("out"); console.error("err"); });`;
    const { said, printed, errors, end } = await runScript(levelA(), script, { input: "a request" });
    assert.deepEqual(
      { said, printed, errors, end },
      { said: "a request", printed: "out\n", errors: "err\n", end: "exit" },
    );
  });

  test("the environment holds what the request names, and where one is", async () => {
    const script = `${fs} fs.writeSync(3, JSON.stringify(process.env))`;
    assert.deepEqual(JSON.parse((await runScript(levelA(), script)).said), { PWD: "/" });
    const { said } = await runScript(levelA(), script, { env: { SEED: "7", NAME: "a b" } });
    assert.deepEqual(JSON.parse(said), { SEED: "7", NAME: "a b", PWD: "/" });
  });

  test("nothing of the machine is there but node, its libraries and what is named", async () => {
    const script = `${fs}
      const list = (path) => fs.readdirSync(path, { withFileTypes: true }).flatMap((entry) =>
        path === "/" && entry.name === "proc" ? [] :
        entry.isDirectory() ? [path + entry.name + "/", ...list(path + entry.name + "/")] : [path + entry.name]);
      fs.writeSync(3, JSON.stringify(list("/")))`;
    const named = [{ from: endless, at: "/named/endless.mjs" }];
    const { said, errors } = await runScript(levelA({ permissions: false }), script, { readable: named });
    assert.equal(errors, "");
    const paths = JSON.parse(said) as string[];
    const files = paths.filter((path) => !path.endsWith("/"));
    const other = files.filter((path) => !/^\/(?:usr\/)?lib(?:64)?\/.*\.so/.test(path));
    const programs = isRoot ? ["/usr/bin/node"] : ["/usr/bin/node", "/usr/bin/prlimit"];
    assert.deepEqual(other.sort(), ["/named/endless.mjs", ...programs, "/w/script.mjs"]);
    assert.ok(files.length < 20, `${files.length} files`);
  });

  test("nothing can be written but to a small temporary folder", async () => {
    const script = `${fs}
      const tried = ["/x", "/w/x", "/w/script.mjs", "/usr/x", "/named/x", "/tmp/x"].map((path) => {
        try { fs.writeFileSync(path, "x"); return "written"; } catch (error) { return error.code; } });
      fs.writeSync(3, tried.join(" "))`;
    const folder = mkdtempSync(join(tmpdir(), "named-"));
    chmodSync(folder, 0o777); // who may write here outside may not inside
    try {
      const { said } = await runScript(levelA({ permissions: false }), script, {
        readable: [{ from: folder, at: "/named" }],
      });
      assert.equal(said, "EROFS EROFS EROFS EROFS EROFS written");
      assert.deepEqual(readdirSync(folder), []);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("one process is to be seen, the program itself, and the machine has no name", async () => {
    const script = `${fs} import os from "node:os";
      const seen = fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name));
      fs.writeSync(3, JSON.stringify([process.pid, seen, os.hostname(), Object.keys(os.networkInterfaces()),
        fs.readFileSync("/proc/1/environ", "utf8")]))`;
    const { said } = await runScript(levelA({ permissions: false }), script);
    assert.deepEqual(JSON.parse(said), [1, ["1"], "sandbox", ["lo"], "PWD=/\0"]);
  });

  for (const [what, script, limits, end] of [
    ["processor time", "for (;;);", { cpuSeconds: 1 }, "cpu"],
    [
      "buffers",
      "const all = []; for (;;) all.push(Buffer.alloc(2 ** 25, 1));",
      { dataBytes: 768 * 2 ** 20 },
      "memory",
    ],
    [
      "objects",
      "const all = []; for (;;) all.push(new Array(2 ** 20).fill(0.5));",
      { heapMegabytes: 64 },
      "memory",
    ],
    [
      "objects, where the memory of the process is less than V8's",
      "const all = []; for (;;) all.push(new Array(2 ** 20).fill(0.5));",
      { dataBytes: 768 * 2 ** 20, heapMegabytes: 2048 },
      "memory",
    ],
    ["an error", 'throw new Error("mine")', {}, "exit"],
    ["a crash", "process.abort()", {}, "crash"],
    ["an early exit", "process.exit(0)", {}, "exit"],
  ] as const) {
    test(`${what}: the end is told as "${end}"`, async () => {
      const run = await runScript(levelA(), script, { limits });
      assert.equal(run.end, end, `code ${run.code}: ${run.errors}`);
    });
  }

  test("limits of files hold", async () => {
    const script = `${fs}
      let open = 0;
      try { for (;; open++) fs.openSync("/w/script.mjs"); } catch (error) { fs.writeSync(3, error.code + " "); }
      fs.closeSync(open + 1); fs.closeSync(open + 2);
      try { fs.writeFileSync("/tmp/large", Buffer.alloc(3_000_000)); } catch (error) { fs.writeSync(3, error.code); }`;
    const limits = { openFiles: 40, fileBytes: 2_000_000 };
    const { said, errors } = await runScript(levelA({ permissions: false }), script, { limits });
    assert.match(said, /^EMFILE (?:EFBIG|ENOSPC)$/, errors);
  });

  test("every slot has a user of its own", {
    skip: !isRoot && "only root can give a slot its own user",
  }, async () => {
    const script = `${fs} fs.writeSync(3, [process.getuid(), process.getgid(), process.getgroups()].join())`;
    const users = [0, 1, 399].map((slot) => runScript(levelA(), script, { slot }));
    assert.deepEqual(
      (await Promise.all(users)).map(({ said }) => said),
      ["60600,60600,60600", "60601,60601,60601", "60999,60999,60999"],
    );
  });

  test("sandboxes of one user that run together have a limit of processes each", {
    skip: !countsPerNamespace("5.14") && "an older Linux counts by user",
  }, () => {
    // Of 24 processes and threads each: a limit that they shared would not hold the programs that started.
    const counts = asNobody("togetherEntry.ts") as number[];
    assert.equal(counts.length, 4);
    assert.ok(Math.max(...counts) < 24, `${counts}`);
    const processes = counts.reduce((sum, count) => sum + 1 + count, 0);
    assert.ok(processes > 24, `${counts}`);
  });

  test("kill() ends all that was started, at once", async () => {
    const child = levelA().launch(forever);
    await once(child.stdio[3] as Readable, "data");
    const started = [child.pid!, ...descendants(child.pid!)];
    assert.ok(started.length >= 2, "bubblewrap and node");
    assert.equal(child.kill(), true);
    await once(child, "close");
    assert.deepEqual(await leftOf(started), []);
    assert.equal(child.kill(), false);
  });

  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    test(`all ends with its parent that is ended by ${signal}`, async () => {
      const entry = fileURLToPath(new URL("tools/parentEntry.ts", import.meta.url));
      const parent = spawn(process.execPath, [entry], { stdio: ["ignore", "pipe", "inherit"] });
      const [pid] = (await once(parent.stdout, "data")).map(Number);
      const started = [pid!, ...descendants(pid!)];
      assert.ok(started.length >= 2, "bubblewrap and node");
      parent.kill(signal);
      await once(parent, "close");
      assert.deepEqual(await leftOf(started), []);
    });
  }

  test("a compile cache is filled once, read in every slot, and written by none", async () => {
    const folder = mkdtempSync(join(tmpdir(), "compile-cache-"));
    const at = "/endless.mjs";
    const inside = (): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
    try {
      const script = `${folder}.mjs`;
      const request = { ...forever, program: [process.execPath, at], readable: [{ from: script, at }] };
      writeFileSync(script, 'import module from "node:module"; console.log(module.getCompileCacheDir());');
      await fillCompileCache(levelA(), request, folder);
      const filled = inside();
      assert.ok(filled.length >= 2, `a folder of this Node, and a file: ${filled}`);
      const check = `${fs} import module from "node:module";
        let written = "";
        try { fs.writeFileSync(module.getCompileCacheDir() + "/x", "x"); } catch (error) { written = error.code; }
        const files = fs.readdirSync(module.getCompileCacheDir());
        const read = files.map((name) => fs.readFileSync(module.getCompileCacheDir() + "/" + name).length > 0);
        fs.writeSync(3, JSON.stringify([read.includes(true), written]))`;
      for (const slot of [0, 5]) {
        const { said, errors } = await runScript(levelA(), check, { compileCache: { folder }, slot });
        assert.deepEqual(JSON.parse(said), [true, "EROFS"], errors);
      }
      assert.deepEqual(inside(), filled);
      rmSync(script);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  for (const [what, request, message] of [
    ["no program", { program: [] }, /program must begin with the path of node, got nothing/],
    ["a slot below 0", { slot: -1 }, /slot must be a whole number from 0 to 399, got -1/],
    ["a slot that is no whole number", { slot: 0.5 }, /got 0.5/],
    ["a slot too many", { slot: 400 }, /got 400/],
  ] as const)
    test(`${what} is refused`, () => {
      assert.throws(() => levelA().launch({ ...forever, ...request }), message);
    });

  test("root is told of a file that a slot's user cannot read, by name", {
    skip: !isRoot && "who is not root reads their own files",
  }, () => {
    const folder = mkdtempSync(join(tmpdir(), "private-")); // 0700
    try {
      const inside = join(folder, "open");
      mkdirSync(inside);
      writeFileSync(join(inside, "file"), "");
      const readable = [{ from: join(inside, "file") }];
      assert.throws(
        () => levelA().launch({ ...forever, readable }),
        /every user must be able to read .*private-/,
      );
      chmodSync(folder, 0o755);
      chmodSync(join(inside, "file"), 0o600);
      assert.throws(() => levelA().launch({ ...forever, readable }), /every user must be able to read/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** Those of some processes that are still there after a while. */
async function leftOf(pids: readonly number[]): Promise<number[]> {
  const isThere = (pid: number): boolean => {
    try {
      return process.kill(pid, 0);
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "EPERM";
    }
  };
  for (let i = 0; i < 100 && pids.some(isThere); i++) await sleep(50);
  return pids.filter(isThere);
}
