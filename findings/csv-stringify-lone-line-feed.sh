#!/usr/bin/env bash
# A field with a line break in it is written without quotes when records end in CRLF.
#
# csv-stringify 6.9.0: with its default record delimiter, "\n", the field "a<LF>b" is quoted. With record_delimiter
# "windows" (CRLF, what RFC 4180 asks for) it is not: the field is searched for the whole delimiter alone. Python's csv then
# reads two records where one was written, with no error. RFC 4180, section 2.6: fields that contain line breaks should be
# enclosed in quotes.
# Seen: "1 record written, LF: 1 read; CRLF: 2 read; CRLF with quoted_match: 1 read".
# Ours: course/export/csvText.ts asks for quotes around both characters; test/course/export/nbgraderCsv.test.ts.
set -euo pipefail
cd "$(mktemp -d)"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-stringify@6.9.0
cat >run.cjs <<'JS'
const { stringify } = require("csv-stringify/sync");
const { spawnSync } = require("node:child_process");
const python = "import csv, io, sys; sys.stdout.write(str(len(list(csv.reader(io.StringIO(sys.stdin.read(), newline=''))))))";
const read = (text) => spawnSync("python3", ["-c", python], { input: text, encoding: "utf8" }).stdout;
const record = [["a\nb", "c"]];
const lf = read(stringify(record));
const crlf = read(stringify(record, { record_delimiter: "windows" }));
const matched = read(stringify(record, { record_delimiter: "windows", quoted_match: /[\r\n]/ }));
console.log(`1 record written, LF: ${lf} read; CRLF: ${crlf} read; CRLF with quoted_match: ${matched} read`);
JS
seen=$(node run.cjs)
echo "$seen"
[ "$seen" = "1 record written, LF: 1 read; CRLF: 2 read; CRLF with quoted_match: 1 read" ]
