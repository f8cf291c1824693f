import { crc32 } from "node:zlib";

/** What an archive holds under a path. */
export interface ZipEntry {
  readonly path: string;
  readonly content: Uint8Array;
  /** The content deflated; undefined to store it as it is. */
  readonly deflated?: Uint8Array | undefined;
}

// Archives know no time zone: midnight of their first day, the first of January 1980.
const [time, date] = [0, 0x21];
/** Version 2.0 of the format: files that are deflated. */
const version = 20;
const deflate = 8;
const pathIsUtf8 = 0x08_00;

/**
 * An archive of a type that its first entry names, not compressed, so that the type is found in the first bytes of the file.
 * Times are the archive's first day everywhere, and the same entries give the same bytes. Entries come deflated, since most are
 * those of the archive before.
 */
export function zipBytes(type: string, entries: readonly ZipEntry[]): Buffer {
  const [files, contents]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { path, content, deflated } of [
    { path: "mimetype", content: Buffer.from(type) },
    ...entries,
  ] as ZipEntry[]) {
    const [name, stored] = [Buffer.from(path), deflated ?? content];
    const facts = factsOf(name, path, content, deflated);
    const head = Buffer.alloc(4);
    head.writeUInt32LE(0x04_03_4b_50);
    files.push(head, facts, name, Buffer.from(stored));
    contents.push(listed(facts, offset), name);
    offset += head.length + facts.length + name.length + stored.length;
  }
  const list = Buffer.concat(contents);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50);
  end.writeUInt16LE(entries.length + 1, 8);
  end.writeUInt16LE(entries.length + 1, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, list, end]);
}

/** What stands of an entry both before it and in the list at the end. */
function factsOf(name: Buffer, path: string, content: Uint8Array, deflated: Uint8Array | undefined): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(version, 0);
  facts.writeUInt16LE(name.length === path.length ? 0 : pathIsUtf8, 2);
  facts.writeUInt16LE(deflated ? deflate : 0, 4);
  facts.writeUInt16LE(time, 6);
  facts.writeUInt16LE(date, 8);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE((deflated ?? content).length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}

/** The head of an entry in the list, without its path. @param offset where the entry itself begins */
function listed(facts: Buffer, offset: number): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE(0x02_01_4b_50);
  head.writeUInt16LE(version, 4);
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE(offset, 10);
  return Buffer.concat([head, facts, tail]);
}
