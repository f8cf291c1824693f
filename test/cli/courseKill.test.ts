/** A release that is killed loses nothing, and the same command ends it. */
import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { formatNotebook } from "../../kernel/notebook/formatNotebook.ts";
import { parseNotebook } from "../../kernel/notebook/parseNotebook.ts";
import { releaseAt } from "../course/release/releaseAt.ts";
import { sample } from "../course/source/tools.ts";
import { folderWith } from "./tools/folderWith.ts";
import { killAtRandomPoints } from "./tools/killAtRandomPoints.ts";

const script = fileURLToPath(new URL("../course/release/releaseAt.ts", import.meta.url));

test("genloss course release, killed while it writes, leaves notebooks, manifest and keys old or new, whole", async () => {
  const older = sample();
  const newer = {
    ...older,
    cells: older.cells.map((cell) =>
      cell.id === "setup" ? { ...cell, source: `${cell.source}\nlet further = 2;` } : cell,
    ),
  };
  const built = folderWith({ "source/hw/hw.ipynb": formatNotebook(older), "source/hw/data.csv": "x\n1\n" });
  releaseAt(built);
  const paths = ["release/hw/hw.ipynb", "release/hw/manifest.json", "private/manifests/hw.json"];
  const old = new Map(paths.map((path) => [path, readFileSync(join(built, path), "utf8")]));
  const keys = readFileSync(join(built, "private/keys.json"), "utf8");
  const goal = folderWith({ "source/hw/hw.ipynb": formatNotebook(newer), "source/hw/data.csv": "x\n1\n" });
  cpSync(join(built, "private"), join(goal, "private"), { recursive: true });
  releaseAt(goal);
  const fresh = new Map(paths.map((path) => [path, readFileSync(join(goal, path), "utf8")]));
  assert.notEqual(old.get("release/hw/manifest.json"), fresh.get("release/hw/manifest.json"));

  await killAtRandomPoints(
    {
      prepare(folder) {
        cpSync(built, folder, { recursive: true });
        cpSync(join(goal, "source"), join(folder, "source"), { recursive: true });
      },
      args: () => [
        "--input-type=module",
        "-e",
        `const { releaseAt } = await import(${JSON.stringify(script)}); releaseAt(process.cwd());`,
      ],
      check(folder) {
        for (const path of paths) {
          const text = readFileSync(join(folder, path), "utf8");
          assert.ok([old.get(path), fresh.get(path)].includes(text), `${path} is not whole`);
        }
        assert.equal(readFileSync(join(folder, "private/keys.json"), "utf8"), keys);
        parseNotebook(readFileSync(join(folder, "release/hw/hw.ipynb"), "utf8"), "hw");
      },
      again: (folder) => releaseAt(folder),
      finished(folder) {
        for (const path of paths)
          assert.equal(readFileSync(join(folder, path), "utf8"), fresh.get(path), path);
        assert.equal(readFileSync(join(folder, "release/hw/data.csv"), "utf8"), "x\n1\n");
        assert.ok(existsSync(join(folder, "private/gradebook.sqlite")));
      },
    },
    20,
    13,
  );
});
