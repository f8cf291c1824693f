import assert from "node:assert/strict";
import { test } from "node:test";
import { canvasPlace } from "../../../course/collect/canvasPlace.ts";
import { folderPlace } from "../../../course/collect/folderPlace.ts";
import { matchStudent } from "../../../course/collect/matchStudent.ts";
import { moodlePlace } from "../../../course/collect/moodlePlace.ts";
import type { Place } from "../../../course/collect/place.ts";
import type { Student } from "../../../course/gradebook/student.ts";

const who = (id: string, firstName: string, lastName: string, email = "", lms = {}): Student => ({
  ...{ id, firstName, lastName, email, lms },
});
const students = [
  who("al1", "Ada", "Lovelace", "ada@uni.example", { ID: "12345", "SIS Login ID": "alove" }),
  who("jm2", "Jürgen", "Müller", "jm@uni.example"),
  who("pob", "Patrick", "O'Brien-Smith", "", { Identifier: "Participant 70" }),
  who("jd1", "Jo", "Doe"),
  who("jd2", "Jo", "Doe"),
  who("kim", "Kim", "van der Berg", "", { "Moodle participant (hw1)": "Participant 81" }),
];
const moodle = (name: string) => moodlePlace(`${name}_assignsubmission_file/a.ipynb`) as Place;
const canvas = (name: string) => canvasPlace(`${name}_9_a.ipynb`) as Place;

const rows: readonly [place: Place, found: string, why: string][] = [
  [folderPlace("al1/a.ipynb"), "al1", "id"],
  [folderPlace("AL1/a.ipynb"), "al1", "id, whatever the case"],
  [folderPlace("alove/a.ipynb"), "al1", "login"],
  [folderPlace("ada@uni.example/a.ipynb"), "al1", "e-mail"],
  [folderPlace("Lovelace, Ada/a.ipynb"), "al1", "name, the other way round"],
  [folderPlace("Ada Lovelace.ipynb"), "al1", "name of a loose file"],
  [folderPlace("al1_hw1.ipynb"), "al1", "id at the start of a loose file's name"],
  [folderPlace("jd1-final.ipynb"), "jd1", "id at the start"],
  [folderPlace("jd12.ipynb"), "?no student is called so: map it to one", "an id goes on"],
  [folderPlace("hw1.ipynb"), "?no student is called so: map it to one", "a loose file names no new student"],
  [folderPlace("zoe/a.ipynb"), "+zoe", "a folder names one"],
  [folderPlace("../a.ipynb"), "?no student can have this id: map it to one", "no path"],
  [folderPlace("Jo Doe/a.ipynb"), "?2 students could be meant: map the name to one", "two of a name"],
  [moodle("Ada Lovelace_5"), "al1", "Moodle's name"],
  [moodle("Jürgen Müller_5"), "jm2", "umlauts"],
  [moodle("Jürgen Müller_5".normalize("NFD")), "jm2", "umlauts taken apart"],
  [moodle("Patrick OBrien-Smith_5"), "pob", "Moodle takes out the apostrophe"],
  [moodle("Somebody Else_70"), "pob", "the number of the grading worksheet goes before the name"],
  [moodle("Participant_70"), "pob", "anonymous, but in the worksheet"],
  [moodle("Participant_71"), "?the LMS hides who it is: map it, or download again with names", "anonymous"],
  [moodle("Kim van der Berg_81"), "kim", "the same number again"],
  [
    moodle("Kim van der Berg_82"),
    "?a student of this name has another number in the LMS: map the name to one",
    "a second of that name in the same assignment",
  ],
  [moodle("New Person_5"), "+New Person", "in no list"],
  [canvas("whoever_12345"), "al1", "Canvas' number goes before the name"],
  [
    canvas("lovelaceada_999"),
    "?a student of this name has another number in the LMS: map the name to one",
    "another Ada",
  ],
  [canvas("müllerjürgen_6"), "jm2", "Canvas' name"],
  [canvas("obriensmithpatrick_6"), "pob", "Canvas takes out marks"],
  [canvas("vanderbergkim_6"), "kim", "names of many words"],
  [canvas("newperson_6"), "+6", "in no list: Canvas' number"],
  [canvas("anon_Ab1"), "?the LMS hides who it is: map it, or download again with names", "anonymous"],
];

for (const [place, expected, why] of rows)
  test(`${place.who} is ${expected} (${why})`, () => {
    const match = matchStudent(place, students, new Map(), "hw1");
    const found = "reason" in match ? `?${match.reason}` : `${match.isNew ? "+" : ""}${match.student.id}`;
    assert.equal(found, expected);
  });

test("the map goes before all, and never makes a student", () => {
  const map = new Map([
    ["Jo Doe", { student: "jd2" }],
    ["al1", { student: "nobody" }],
  ]);
  const jo = matchStudent(folderPlace("Jo Doe/a.ipynb"), students, map, "hw1");
  assert.ok("student" in jo && jo.student.id === "jd2");
  assert.ok("reason" in matchStudent(folderPlace("al1/a.ipynb"), students, map, "hw1"));
});

test("what an LMS says of a student is learned: Canvas' number for good, Moodle's for the assignment", () => {
  const jm = matchStudent(canvas("müllerjürgen_6"), students, new Map(), "hw1");
  assert.ok("student" in jm);
  assert.deepEqual(jm.student.lms, { ID: "6" });
  const ada = matchStudent(moodle("Ada Lovelace_5"), students, new Map(), "hw1");
  assert.ok("student" in ada);
  assert.equal(ada.student.lms["Moodle participant (hw1)"], "Participant 5");
  assert.equal(ada.student.lms.ID, "12345");
});
