import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { Refusal } from "../../kernel/refusal.ts";
import type { CoursePaths } from "../settings/coursePaths.ts";
import { writePrivate } from "../settings/writePrivate.ts";

/** What a course alone knows. */
export interface CourseKeys {
  /** From it each student's numbers follow. */
  readonly secret: Buffer;
  /** Ed25519, in PEM: it signs what goes out. */
  readonly privateKey: string;
  readonly publicKey: string;
}

/**
 * The keys of a course; made when nothing has gone out yet.
 *
 * @throws {Refusal} (exit code 2) if they are gone or cannot be read: new ones would give students other numbers
 */
export function courseKeys({ keys: path, manifests }: Pick<CoursePaths, "keys" | "manifests">): CourseKeys {
  if (!existsSync(path)) {
    if (existsSync(manifests)) refuse(`${path} must be there since the first release, got nothing`);
    const pair = generateKeyPairSync("ed25519", {
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const made = { schema: 1, secret: randomBytes(32).toString("base64"), ...pair };
    writePrivate(path, `${JSON.stringify(made, null, 1)}\n`);
  }
  try {
    const { schema, secret, privateKey, publicKey } = JSON.parse(readFileSync(path, "utf8"));
    const bytes = Buffer.from(secret, "base64");
    const derived = createPublicKey(createPrivateKey(privateKey)).export({ type: "spki", format: "pem" });
    if (schema !== 1 || bytes.length !== 32 || derived !== publicKey)
      throw new Error("its parts do not fit together");
    return { secret: bytes, privateKey, publicKey };
  } catch (error) {
    return refuse(`${path} must hold the keys that this program made: ${(error as Error).message}`);
  }
}

function refuse(what: string): never {
  throw new Refusal(
    `Cannot use the keys of the course: ${what}\n  Try   the file from a backup: with new keys students would get other numbers`,
    2,
  );
}
