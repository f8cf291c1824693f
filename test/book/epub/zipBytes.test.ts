// An archive is what another program makes of the same entries, byte for byte.
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateSync, zipSync } from "fflate";
import { zipBytes } from "../../../book/epub/zipBytes.ts";

test("entries are written as by fflate, and the type comes first, stored", () => {
  const [text, picture] = [Buffer.from("again and again and again"), Buffer.from([1, 2, 3])];
  const archive = zipBytes("application/epub+zip", [
    { path: "EPUB/a.xhtml", content: text, deflated: deflateSync(text, { level: 9 }) },
    { path: "EPUB/ä.png", content: picture },
  ]);
  const mtime = new Date(1980, 0, 1);
  const expected = zipSync({
    mimetype: [Buffer.from("application/epub+zip"), { level: 0, mtime }],
    "EPUB/a.xhtml": [text, { level: 9, mtime }],
    "EPUB/ä.png": [picture, { level: 0, mtime }],
  });
  assert.deepEqual(archive, Buffer.from(expected));
  assert.equal(archive.toString("latin1", 30, 58), "mimetypeapplication/epub+zip");
});
