// What holds for every data set: its README says what its files are, and its script makes them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { PackageOutOfReach } from "../../data/rebuild/packageFolder.ts";

const data = new URL("../../data/", import.meta.url);
const sets = readdirSync(data, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/load.ts`, data)))
  .map(({ name }) => name);
const text = (path: string): string => readFileSync(new URL(path, data), "utf8");
const spaced = (count: number): string => count.toLocaleString("en").replaceAll(",", " ");

test("the data sets of the course are here", () =>
  assert.deepEqual(sets, [
    "cps-1985",
    "digits",
    "first-names",
    "moby-dick",
    "penguins",
    "state-of-the-union",
  ]));

for (const name of sets) {
  const files = readdirSync(new URL(`${name}/`, data)).filter((file) => file.endsWith(".json"));
  const readme = text(`${name}/README.md`);

  test(`${name}: the README states origin, licence, changes, and each file's checksum and size`, () => {
    for (const row of ["origin", "licence", "changed", "rebuild"])
      assert.match(readme, new RegExp(`\\| ${row} `));
    assert.ok(files.length > 0);
    for (const file of files) {
      const content = text(`${name}/${file}`);
      assert.ok(readme.includes(createHash("sha256").update(content).digest("hex")), `checksum of ${file}`);
      assert.ok(readme.includes(spaced(Buffer.byteLength(content))), `size of ${file}`);
    }
  });

  test(`${name}: the package offers its loader`, () =>
    assert.equal(JSON.parse(text("package.json")).exports[`./${name}`], `./${name}/load.ts`));

  test(`${name}: rebuild.ts makes the committed bytes`, async (t) => {
    const { rebuilt } = await import(new URL(`${name}/rebuild.ts`, data).href);
    let made: Map<string, string>;
    try {
      made = await rebuilt();
    } catch (error) {
      if (process.env.CI || !(error instanceof PackageOutOfReach)) throw error;
      return t.skip(error.message.split("\n")[0]!);
    }
    assert.deepEqual([...made.keys()].sort(), [...files].sort());
    for (const [file, content] of made) assert.ok(content === text(`${name}/${file}`), `${file} differs`);
  });
}
