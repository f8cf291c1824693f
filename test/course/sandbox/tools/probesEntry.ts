/** Prints the user and the outcomes of all probes at level A, as JSON. */
import { runProbes } from "../../../../course/sandbox/probes/runProbes.ts";
import { levelA } from "./levelA.ts";
import { outcomes } from "./outcomes.ts";

const permissions = process.argv[2] !== "without-permissions";
const results = await runProbes(levelA({ permissions }), crypto.randomUUID());
console.log(JSON.stringify({ user: process.getuid?.(), ...outcomes(results) }));
