/** Whose a file is, by the names that Moodle, Canvas, nbgrader and people give. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bareName } from "../../../course/collect/bareName.ts";
import { canvasPlace } from "../../../course/collect/canvasPlace.ts";
import { folderPlace } from "../../../course/collect/folderPlace.ts";
import { moodlePlace } from "../../../course/collect/moodlePlace.ts";
import { nbgraderPlace } from "../../../course/collect/nbgraderPlace.ts";
import { recognise } from "../../../course/collect/way.ts";

const moodle: readonly [path: string, fullName: string | undefined, number?: string, name?: string][] = [
  ["Ada Lovelace_123456_assignsubmission_file_/hw1.ipynb", "Ada Lovelace", "123456", "hw1.ipynb"],
  ["Ada Lovelace_123456_assignsubmission_file/hw1.ipynb", "Ada Lovelace", "123456", "hw1.ipynb"],
  ["Ada Lovelace_123456_assignsubmission_file/data/a_1.csv", "Ada Lovelace", "123456", "data/a_1.csv"],
  ["Ada Lovelace_123456_assignsubmission_file_hw_1_2.ipynb", "Ada Lovelace", "123456", "hw_1_2.ipynb"],
  ["Jürgen Müller, Dr._7_assignsubmission_file/a.ipynb", "Jürgen Müller, Dr.", "7", "a.ipynb"],
  ["Участник Ли_7_assignsubmission_onlinetext/onlinetext.html", "Участник Ли", "7", "onlinetext.html"],
  ["Participant_99_assignsubmission_file/a.ipynb", "Participant", "99", "a.ipynb"],
  ["Group 3_41_assignsubmission_file/a.ipynb", "Group 3", "41", "a.ipynb"],
  ["Ada Lovelace_123456/hw1.ipynb", undefined],
  ["ada/hw1.ipynb", undefined],
  ["x_assignsubmission_file_/hw1.ipynb", undefined],
];
for (const [path, fullName, number, name] of moodle)
  test(`Moodle's ${path}`, () => {
    const place = moodlePlace(path);
    assert.equal(place?.fullName, fullName);
    if (!place) return;
    assert.deepEqual([place.lms?.Identifier, place.name], [`Participant ${number}`, name]);
    assert.equal(place.who, `${fullName}_${number}`);
    assert.equal(place.isAnonymous, fullName === "Participant");
  });

const canvas: readonly [
  path: string,
  who: string | undefined,
  late?: boolean,
  upload?: number | undefined,
  name?: string,
][] = [
  ["lovelaceada_12345_67890_hw1.ipynb", "lovelaceada_12345", false, 67890, "hw1.ipynb"],
  ["lovelaceada_LATE_12345_67890_hw1.ipynb", "lovelaceada_12345", true, 67890, "hw1.ipynb"],
  ["lovelaceada_12345_67891_hw1-1.ipynb", "lovelaceada_12345", false, 67891, "hw1-1.ipynb"],
  ["lovelaceada_12345_67890_my_hw_12_34.ipynb", "lovelaceada_12345", false, 67890, "my_hw_12_34.ipynb"],
  ["müllerjürgen_12345_67890_a b (2).ipynb", "müllerjürgen_12345", false, 67890, "a b (2).ipynb"],
  ["o_brienjan_LATE_5_6_x.zip", "o_brienjan_5", true, 6, "x.zip"],
  ["lee3_5_6_x.zip", "lee3_5", false, 6, "x.zip"],
  ["anon_Xy12Z_67890_hw1.ipynb", "anon_Xy12Z", false, 67890, "hw1.ipynb"],
  ["LATE_anon_Xy12Z_67890_hw1.ipynb", "anon_Xy12Z", true, 67890, "hw1.ipynb"],
  ["lovelaceada_12345_text.html", "lovelaceada_12345", false, undefined, "text.html"],
  ["lovelaceada_LATE_12345_link.html", "lovelaceada_12345", true, undefined, "link.html"],
  ["hw1.ipynb", undefined],
  ["ada/x_1_2_hw1.ipynb", undefined],
  ["lovelaceada_12345.ipynb", undefined],
];
for (const [path, who, late, upload, name] of canvas)
  test(`Canvas' ${path}`, () => {
    const place = canvasPlace(path);
    assert.deepEqual(
      place && [place.who, place.isLate, place.upload, place.name],
      who && [who, late, upload, name],
    );
    assert.equal(place?.isAnonymous ?? false, who?.startsWith("anon_") ?? false);
  });

test("nbgrader's and people's folders", () => {
  const picked = (place: object | undefined, ...keys: string[]) =>
    place && keys.map((key) => (place as Record<string, unknown>)[key]);
  assert.deepEqual(picked(nbgraderPlace("ada/hw1/data/x.csv"), "who", "assignment", "name"), [
    "ada",
    "hw1",
    "data/x.csv",
  ]);
  assert.equal(nbgraderPlace("ada/hw1"), undefined);
  assert.deepEqual(picked(folderPlace("ada/hw1/x.csv"), "who", "name", "isStudentsName"), [
    "ada",
    "hw1/x.csv",
    true,
  ]);
  assert.deepEqual(picked(folderPlace("ada.ipynb"), "who", "name", "isStudentsName"), [
    "ada",
    "ada.ipynb",
    false,
  ]);
});

const looks: readonly [paths: readonly string[], way: string | undefined][] = [
  [["Ada L_1_assignsubmission_file/a.ipynb", "notes.txt"], "moodle"],
  [["a_1_2_x.ipynb", "b_LATE_3_4_y.ipynb", ".DS_Store"], "canvas"],
  [["a_1_2_x.ipynb", "hw1.ipynb"], undefined],
  [["ada/hw1/one.ipynb", "ada/hw1/timestamp.txt"], "nbgrader"],
  [["ada/hw7/one.ipynb"], undefined],
  [["ada/one.ipynb", "bob/one.ipynb"], undefined],
  [[".DS_Store"], undefined],
  [[], undefined],
];
for (const [paths, way] of looks)
  test(`${JSON.stringify(paths)} looks like ${way}`, () =>
    assert.equal(recognise(paths, new Set(["hw1"])), way));

const names: readonly [string, string][] = [
  ["hw1.ipynb", "hw1"],
  ["hw1-1.ipynb", "hw1"],
  ["hw1 (2).ipynb", "hw1"],
  ["hw1(2).ipynb", "hw1"],
  ["hw1-Copy1.ipynb", "hw1"],
  ["a/b/hw1.ipynb.txt", "hw1"],
  ["hw1.ipynb.json", "hw1"],
  ["01-a-photocopy-of-a-photocopy.ipynb", "01-a-photocopy-of-a-photocopy"],
  ["hw-2026.ipynb", "hw-2026"],
];
for (const [file, bare] of names) test(`${file} is called ${bare}`, () => assert.equal(bareName(file), bare));
