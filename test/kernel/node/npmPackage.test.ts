import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { npmPackage } from "../../../kernel/node/npmPackage.ts";
import { npmSpecifier } from "../../../kernel/node/npmSpecifier.ts";

const folder = mkdtempSync(join(tmpdir(), "npm-"));
after(() => rmSync(folder, { recursive: true }));
const install = (name: string, version: string): void => {
  mkdirSync(join(folder, "node_modules", name), { recursive: true });
  writeFileSync(join(folder, "node_modules", name, "package.json"), JSON.stringify({ name, version }));
};
install("lodash", "4.17.21");
install("@scope/p", "2.0.0-beta.1");
const from = pathToFileURL(join(folder, "cell.ts")).href;
const found = (specifier: string): string => {
  const read = npmSpecifier(specifier);
  assert.ok(read, specifier);
  return npmPackage(read, from);
};

test("an npm: specifier means the installed package, if its version is one that is asked for", () => {
  const ranges = [
    "",
    "@",
    "@4",
    "@^4.17",
    "@~4.17.0",
    "@4.17.21",
    "@>=3 <5",
    "@3 || 4",
    "@*",
    "@4.x",
    "@latest",
  ];
  for (const range of ranges) assert.equal(found(`npm:lodash${range}`), "lodash", range);
  assert.equal(found("npm:/lodash@4/fp/chunk.js"), "lodash/fp/chunk.js");
  assert.equal(found("npm:@scope/p@2.0.0-beta.1/sub"), "@scope/p/sub");
});

test("another version, or none, is an error with the line to type", () => {
  assert.throws(() => found("npm:lodash@^3"), {
    message:
      'Cannot import "npm:lodash@^3": lodash is installed in version 4.17.21. Install it with:  npm install lodash@^3',
  });
  assert.throws(() => found("npm:lodash@>=5"), /npm install "lodash@>=5"$/);
  assert.throws(() => found("npm:@scope/q@1/x"), {
    message: 'Cannot find the package "@scope/q@1". Install it with:  npm install @scope/q@1',
  });
});

test("no other specifier is taken for one", () => {
  for (const specifier of ["lodash", "npm:", "npm:@scope", "npm:../up", "jsr:@std/fs"])
    assert.equal(npmSpecifier(specifier), undefined, specifier);
});
