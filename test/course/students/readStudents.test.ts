import assert from "node:assert/strict";
import { test } from "node:test";
import { Gradebook } from "../../../course/gradebook/gradebook.ts";
import { importStudents } from "../../../course/students/importStudents.ts";
import { readStudents } from "../../../course/students/readStudents.ts";
import { Refusal } from "../../../kernel/refusal.ts";

const read = (text: string | Buffer) => readStudents(Buffer.from(text as string), "list.csv");
const ada = { id: "ada", firstName: "Ada", lastName: "Lovelace", email: "ada@x.example" };

const lists: readonly [name: string, text: string | Buffer, expected: unknown[]][] = [
  ["ours", "id,first_name,last_name,email\nada,Ada,Lovelace,ada@x.example\n", [{ ...ada, lms: {} }]],
  [
    "nbgrader's, with more columns",
    "id,first_name,last_name,email,lms_user_id,group\r\nada,Ada,Lovelace,ada@x.example,77,\r\n",
    [{ ...ada, lms: { lms_user_id: "77" } }],
  ],
  [
    "with semicolons and a byte order mark",
    "\uFEFFid;first_name;last_name;email\nada;Ada;Lovelace;ada@x.example",
    [{ ...ada, lms: {} }],
  ],
  [
    "with tabs, in UTF-16 as Excel saves it",
    Buffer.from("\uFEFFid\tfirst_name\tlast_name\temail\nada\tAda\tLovelace\tada@x.example", "utf16le"),
    [{ ...ada, lms: {} }],
  ],
  [
    "with quotes, commas, line breaks in a name, and line ends of two kinds",
    'id,first_name,last_name,email\r\n007,"Zoë ""Z""","O\'Brien, Jr.",\n1e3,"A\nB",C,\r\n\r\n',
    [
      { id: "007", firstName: 'Zoë "Z"', lastName: "O'Brien, Jr.", email: "", lms: {} },
      { id: "1e3", firstName: "A\nB", lastName: "C", email: "", lms: {} },
    ],
  ],
  [
    "Canvas' gradebook",
    'Student,ID,SIS User ID,SIS Login ID,Section,hw1 (99),Final Score\n    Points Possible,,,,,10,(read only)\n"Lovelace, Ada",12345,S1,ada,CS 1,9,90\n"Student, Test",9,,,CS 1,,\n',
    [
      {
        ...ada,
        email: "",
        lms: { ID: "12345", "SIS User ID": "S1", "SIS Login ID": "ada", Section: "CS 1" },
      },
      { id: "9", firstName: "Test", lastName: "Student", email: "", lms: { ID: "9", Section: "CS 1" } },
    ],
  ],
  [
    "Moodle's grades",
    "First name,Surname,ID number,Institution,Department,Email address,Assignment: hw1 (Real)\nAda,Lovelace,4711,,Maths,ada@x.example,7.00\nJo,Doe,,,,jo@x.example,-\n",
    [
      { ...ada, id: "4711", lms: { "ID number": "4711", Department: "Maths" } },
      { id: "jo@x.example", firstName: "Jo", lastName: "Doe", email: "jo@x.example", lms: {} },
    ],
  ],
  [
    "Moodle's grading worksheet",
    'Identifier,Full name,Email address,Status,Grade\n"Participant 123456",Ada Lovelace,ada@x.example,Submitted,\n',
    [{ ...ada, id: "ada@x.example", lms: { Identifier: "Participant 123456" } }],
  ],
];
for (const [name, text, expected] of lists)
  test(`a list: ${name}`, () => assert.deepEqual(read(text), expected));

const wrong: readonly [name: string, text: string, words: RegExp][] = [
  ["of something else", "a,b\n1,2\n", /first line must be id,first_name.*got a,b/],
  ["empty", "", /first line must be.*got nothing/],
  ["with an id twice", "id\nada\nbob\nada\n", /line 4 must have an id of its own/],
  ["with no id", "id,email\n,x\n", /line 2 must have an id that can be a folder's name/],
  ["with an id that leads out", "id\n../x\n", /line 2 must have an id/],
  ["with an open quote", 'id\n"ada\n', /must be a table/],
];
for (const [name, text, words] of wrong)
  test(`a list ${name} is refused, without a name in the words`, () =>
    assert.throws(
      () => read(text),
      (error) => error instanceof Refusal && words.test(error.message) && !/ada|bob/.test(error.message),
    ));

test("a second list says more of the same students: by id, by e-mail address, by a number of the LMS", () => {
  using gradebook = new Gradebook(":memory:");
  const take = (text: string) => importStudents(gradebook, Buffer.from(text), "list.csv");
  assert.deepEqual(take("id,first_name,last_name,email\nada,Ada,L,ada@x.example\nbob,Bob,B,\n"), {
    added: 2,
    known: 0,
  });
  const canvas =
    'Student,ID,SIS User ID,SIS Login ID,Section\n"Lovelace, Ada",1,,ada,\n"B, Bob",2,,bob,\n"New, Zoe",3,,zoe,\n';
  assert.deepEqual(take(canvas), { added: 1, known: 2 });
  const moodle = "First name,Last name,ID number,Email address\nAda,Lovelace,M1,ADA@x.example\n";
  assert.deepEqual(take(moodle), { added: 0, known: 1 });
  const found = gradebook.students().find(({ id }) => id === "ada");
  assert.deepEqual(found?.lms, { ID: "1", "SIS Login ID": "ada", "ID number": "M1" });
  assert.deepEqual([found?.lastName, gradebook.students().length], ["Lovelace", 3]);
});
