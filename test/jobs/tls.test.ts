/** A queue that is spoken to by TLS. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { Redis } from "../../bench/jobs/redis.ts";
import { folderWith } from "../cli/tools/folderWith.ts";
import { startGenloss } from "../sweep/tools/genloss.ts";
import { findBrowser } from "../tools/findBrowser.ts";
import { findRedis } from "./tools/findRedis.ts";

const found = await findRedis();
const openssl = await findBrowser({
  ...{
    variable: "OPENSSL",
    kind: "program for certificates",
    title: "openssl",
    names: ["openssl"],
    places: [],
  },
  debian: "openssl",
});
const skip = [found, openssl].flatMap((each) => ("reason" in each ? [each.reason] : []))[0] ?? false;

/** One that signs itself, for 127.0.0.1. */
function certificateIn(folder: string, name: string): { readonly certificate: string; readonly key: string } {
  const [certificate, key] = [join(folder, `${name}.crt`), join(folder, `${name}.key`)];
  if ("reason" in openssl) throw new Error(openssl.reason);
  execFileSync(
    openssl.path,
    [
      ...[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
      ],
      ...["-subj", `/CN=${name}`, "-addext", "subjectAltName=IP:127.0.0.1"],
      ...["-keyout", key, "-out", certificate],
    ],
    { stdio: "pipe" },
  );
  return { certificate, key };
}

test("rediss: who trusts its certificate gets in, and nobody else sends a word", { skip }, async (t) => {
  if ("reason" in found) throw new Error(found.reason);
  const folder = folderWith({});
  const [own, strange] = [certificateIn(folder, "own"), certificateIn(folder, "strange")];
  await using redis = await Redis.start(found.path, { tls: own });
  const asking = (address: string, certificate?: string) =>
    startGenloss(["queue", "status", "--queue", address], folder, {
      ...redis.env,
      ...(certificate !== undefined && { NODE_EXTRA_CA_CERTS: certificate }),
    });
  {
    using trusting = asking(redis.address, own.certificate);
    const { status, stdout, stderr } = await trusting.ended;
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^Code [\da-f]{12}: 0 waiting, 0 running\nNo worker listens\.\n$/);
  }
  for (const certificate of [undefined, strange.certificate]) {
    using doubting = asking(redis.address, certificate);
    const { status, stderr } = await doubting.ended;
    assert.equal(status, 2);
    assert.match(stderr, /^Cannot open the queue rediss:\S+: its certificate is not one that Node trusts/m);
    assert.match(stderr, /Try {3}NODE_EXTRA_CA_CERTS/);
  }
  const began = performance.now();
  using plain = asking(redis.address.replace("rediss", "redis"));
  const { status, stderr } = await plain.ended;
  t.diagnostic(`spoken to without TLS: ${Math.round(performance.now() - began)} ms`);
  assert.equal(status, 2);
  assert.match(stderr, /^Cannot open the queue redis:/m);
});
