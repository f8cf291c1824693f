/** The protocol counts a cursor in Unicode code points, JavaScript in UTF-16 units. */

/** UTF-16 offset of the place after `codePoints` code points. */
export function toUtf16(text: string, codePoints: number): number {
  let offset = 0;
  for (const point of text) {
    if (codePoints <= 0) break;
    codePoints -= 1;
    offset += point.length;
  }
  return offset;
}

/** Code points before a UTF-16 offset. */
export function toCodePoints(text: string, offset: number): number {
  return [...text.slice(0, offset)].length;
}
