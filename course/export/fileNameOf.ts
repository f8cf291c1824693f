/**
 * A student's id as a name of a file: letters, digits and `. _ - @` stay, anything else is written as its UTF-8 bytes in
 * hexadecimal after a `%`. Different ids have different names, and none leads out of its folder.
 */
export const fileNameOf = (id: string): string =>
  [...id]
    .map((letter, index) =>
      /[\p{L}\p{N}_@-]/u.test(letter) || (letter === "." && index > 0)
        ? letter
        : [...new TextEncoder().encode(letter)]
            .map((byte) => `%${byte.toString(16).padStart(2, "0")}`)
            .join(""),
    )
    .join("");
