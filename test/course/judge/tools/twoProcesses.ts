/** Two students' processes at the same time: the first is killed, and its end is heard while the second is asked. */
import { StudentProcesses } from "../../../../course/judge/student/studentProcesses.ts";
import { defaultLimits } from "../../../../course/sandbox/sandboxLimits.ts";

const echo = `const fs = require("node:fs");
fs.writeSync(3, "here\\n");
process.stdin.setEncoding("utf8").on("data", (text) => setTimeout(() => fs.writeSync(3, text), 300));`;

using processes = new StudentProcesses("E", true);
const start = (slot: number) =>
  processes.start({
    ...{ program: [process.execPath, "-e", echo], readable: [], env: {}, limits: defaultLimits, slot },
  });
const [first, second] = [start(0), start(1)];
const said = [second.read(), first.read()];
first.write("one");
second.write("two");
said.push(second.read(), first.read());
first.abandon("timeout");
second.write("three");
said.push(second.read());
first.end();
second.end();
console.log(JSON.stringify(said));
