/** What a student got, for whoever looks for their results. */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { AssignmentManifest } from "../../../course/manifest/assignmentManifest.ts";
import { readSource } from "../../../course/source/readSource.ts";
import { HandedOut } from "../../../course/variants/handedOut.ts";
import { variantNotebook } from "../../../course/variants/variantNotebook.ts";
import type { Cell } from "../../../kernel/notebook/notebook.ts";
import { cell, sample } from "../source/tools.ts";

const secret = Buffer.alloc(32, 7);
const read = (name: string, ...more: readonly Cell[]) => readSource(sample(...more), { name }).manifest;
const manifest: AssignmentManifest = {
  ...{ schema: 1, assignment: "hw", version: "0" },
  notebooks: [read("own", cell.given("seed", "const seed = 1; // variant")), read("same")],
};

test("with variants a notebook is the one that was released for the student, with one hash for all of it", () => {
  const asked: string[] = [];
  const handedOut = new HandedOut(
    { assignments: { hw: { variants: true } } },
    (assignment) => {
      asked.push(assignment);
      return manifest;
    },
    () => secret,
  );
  const release = manifest.notebooks[0]!.release;
  for (const student of ["ada", "bob"]) {
    const released = variantNotebook(release, "own", { secret, assignment: "hw", student });
    const own = handedOut.notebook("hw", student, "own");
    assert.deepEqual(own, {
      ...{ name: "own", cells: manifest.notebooks[0]!.cells },
      ...{ release: released.notebook, variant: released.id },
    });
    assert.equal(handedOut.variantOf("hw", student, "own"), released.id);
    assert.equal(handedOut.variantOf("hw", student, "same"), "", "it has no number");
  }
  assert.notEqual(handedOut.variantOf("hw", "ada", "own"), handedOut.variantOf("hw", "bob", "own"));
  assert.equal(handedOut.notebook("hw", "ada", "none"), undefined);
  assert.deepEqual(asked, ["hw"], "its manifest is read once");
});

test("without variants all have the notebook of the manifest, and neither secret nor, for the hash, manifest is asked for", () => {
  const fail = (): never => {
    throw new Error("asked for");
  };
  assert.equal(new HandedOut({ assignments: {} }, fail, fail).variantOf("hw", "ada", "own"), "");
  const handedOut = new HandedOut({ assignments: { hw: {} } }, () => manifest, fail);
  assert.deepEqual(handedOut.notebook("hw", "ada", "own"), { ...manifest.notebooks[0], variant: "" });
});
