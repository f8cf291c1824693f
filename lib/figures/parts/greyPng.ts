import { deflate } from "pako";

/**
 * A picture of greys as the bytes of a PNG: one byte of grey and one of opacity per pixel. The same in Node and in a page.
 *
 * @param grey shape (height × width), rows from the top, each 0 (black) to 255 (white); below 0 is see-through
 * @see https://www.w3.org/TR/png-3/
 */
export function greyPng(width: number, height: number, grey: ArrayLike<number>): Uint8Array {
  const lines = new Uint8Array(height * (1 + 2 * width)); // each begins with its filter: 0, none
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = grey[y * width + x]!;
      const place = y * (1 + 2 * width) + 1 + 2 * x;
      lines[place] = Math.max(value, 0);
      lines[place + 1] = value < 0 ? 0 : 255;
    }
  }
  const header = new Uint8Array(13);
  const fields = new DataView(header.buffer);
  fields.setUint32(0, width);
  fields.setUint32(4, height);
  header.set([8, 4], 8); // eight bits, grey with opacity
  return joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk("IHDR", header),
    chunk("IDAT", deflate(lines, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = joined([Uint8Array.from(type, (letter) => letter.charCodeAt(0)), data]);
  const frame = new DataView(new ArrayBuffer(4));
  frame.setUint32(0, data.length);
  const length = new Uint8Array(frame.buffer.slice(0));
  frame.setUint32(0, crc32(named));
  return joined([length, named, new Uint8Array(frame.buffer)]);
}

/** The checksum of PNG and gzip, bit by bit: chunks are small. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as base64 text (RFC 4648), for a data address. */
export function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    text += letters[a >> 2]! + letters[((a & 3) << 4) | ((b ?? 0) >> 4)]!;
    text += b === undefined ? "=" : letters[((b & 15) << 2) | ((c ?? 0) >> 6)]!;
    text += c === undefined ? "=" : letters[c & 63]!;
  }
  return text;
}
