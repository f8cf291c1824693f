/**
 * A text as a script that hands it to whoever asks, by its name: a page from a folder can load scripts and nothing else, and
 * runs the same files as one from a server.
 */
export const registered = (name: string, text: string): string =>
  `(self.genlossTexts??={})[${JSON.stringify(name)}]=${quoted(text)};\n`;

/** In single quotes: programs are full of double ones, which would have to be escaped. */
const quoted = (text: string): string =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n").replaceAll("\r", "\\r")}'`;
