import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { bundledLicences } from "../../../book/live/bundledLicences.ts";
import { buildPageModules } from "../../../kernel/pageBuild/buildPageModules.ts";

const notebooks = fileURLToPath(new URL("../../../notebooks/", import.meta.url));

test("what is bundled names its files, and each package its licence, each text once", async () => {
  // TensorFlow.js asks for packages of Node's that a page does without.
  const { inputs } = await buildPageModules(["generation-loss/tensor"], notebooks);
  assert.deepEqual(
    inputs.filter((path) => !existsSync(path)),
    [],
  );
  const text = bundledLicences(inputs);
  for (const name of ["@tensorflow/tfjs-core", "vega", "vega-lite"])
    assert.match(text, new RegExp(`^${name} \\d+\\.\\d+`, "m"));
  assert.match(text, /Apache License/);
  assert.match(text, /Redistribution and use in source and binary forms/);
  assert.equal(text.split("Apache License").length, new Set(text.split("Apache License")).size);
  assert.doesNotMatch(text, /Licence: undefined/);
});
