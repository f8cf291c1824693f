import assert from "node:assert/strict";
import { test } from "node:test";
import { type Datasheet, datasheetFaults, datasheetSchema, readDatasheet } from "../../../lib/index.ts";

const sheet: Datasheet = {
  motivation: { purpose: "To show a datasheet.", creators: "We.", funding: "none" },
  composition: {
    count: 3,
    syntheticShare: 0.25,
    items: "Sentences.",
    sampling: "All of them.",
    groups: "unknown",
    labels: "none",
    missing: "none",
    errors: "none known",
    privacy: "none",
  },
  collection: { method: "Written.", people: "We, unpaid.", time: "2026", consent: "yes", review: "none" },
  preprocessing: { steps: "none", removed: "none", rawData: "It is the raw data." },
  uses: { done: "This test.", suitable: "Tests.", unsuitable: "Training.", risks: "none known" },
  distribution: { access: "Everybody, with this file.", licence: "MIT", restrictions: "none" },
  maintenance: {
    maintainer: "We.",
    contact: "The issue tracker.",
    updates: "With the schema.",
    versions: "In the history.",
    objections: "By an issue.",
  },
};
/** The sheet with one field changed. */
function changed(section: keyof Datasheet, field: string, value: unknown): unknown {
  return { ...sheet, [section]: { ...sheet[section], [field]: value } };
}

test("a complete datasheet has no faults, and is read as a copy", () => {
  assert.deepEqual(datasheetFaults(sheet), []);
  assert.deepEqual(readDatasheet(Object.freeze(sheet)), sheet);
  assert.notEqual(readDatasheet(sheet).uses, sheet.uses);
  assert.deepEqual(datasheetFaults(changed("composition", "syntheticShare", "unknown")), []);
});

for (const [section, { required }] of Object.entries(datasheetSchema.properties)) {
  test(`datasheetFaults() names each field of ${section} that is missing or empty`, () => {
    for (const field of required) {
      const name = `${section}.${field}`;
      for (const value of [undefined, "  ", -1, Number.NaN, []]) {
        const faults = datasheetFaults(changed(section as keyof Datasheet, field, value));
        assert.equal(faults.length, 1, `${name}: ${String(value)}`);
        assert.ok(faults[0]!.startsWith(`${name} must be `), faults[0]);
      }
    }
    const { [section as keyof Datasheet]: _, ...rest } = sheet;
    assert.match(
      datasheetFaults(rest).join(),
      new RegExp(`^${section} must be a section .*, got undefined$`),
    );
  });
}

test("the schema has the seven sections of Gebru et al., and asks a question for each field", () => {
  assert.deepEqual(
    [...datasheetSchema.required],
    ["motivation", "composition", "collection", "preprocessing", "uses", "distribution", "maintenance"],
  );
  for (const { required, properties } of Object.values(datasheetSchema.properties)) {
    assert.deepEqual([...required], Object.keys(properties));
    for (const { description } of Object.values(properties)) assert.match(description, /\?$/);
  }
  assert.deepEqual(JSON.parse(JSON.stringify(datasheetSchema)), datasheetSchema);
});

test("readDatasheet() refuses with the first fault, and counts the others", () => {
  assert.throws(
    () => readDatasheet(changed("composition", "syntheticShare", 40)),
    /^TypeError: Cannot read datasheet: composition\.syntheticShare must be a share .* or "unknown", got 40$/,
  );
  const { uses: _, ...rest } = sheet;
  assert.throws(
    () => readDatasheet({ ...rest, distribution: { access: "", licence: 7 } }),
    /^TypeError: Cannot read datasheet: uses must be a section .* \(and 3 more: distribution\.access, distribution\.licence, distribution\.restrictions\)$/,
  );
  for (const value of [null, undefined, "text", 7, []]) {
    assert.throws(() => readDatasheet(value), /datasheet must be an object with sections, got /);
  }
});
