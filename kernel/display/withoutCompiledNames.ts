/** What V8, SpiderMonkey and JavaScriptCore say around a line that they quote. */
const quotes =
  /\bis not (?:an? |async |iterable)|Cannot destructure|can't access|has no properties|\bis (?:undefined|null)\b/;

/**
 * Engines quote the compiled line in some messages of a TypeError, V8: `$.xs.map is not a function` for what the author wrote as
 * `xs.map()`. Takes the compiler's additions out of them; any other message stays as it is.
 *
 * @example withoutCompiledNames("(0 , $.f) is not a function") // => "f is not a function"
 */
export function withoutCompiledNames(message: string): string {
  if (!quotes.test(message)) return message;
  return message
    .replace(/\(0 , (\$_*\.|\$host_*\.owner\(\.\.\.\)\.)([\p{ID_Continue}$]+)\)/gu, "$2")
    .replace(/(?<![\p{ID_Continue}$.])\$host_*\.(?=(?:meta|import)\b)/gu, "import.")
    .replace(/import\.import\b/g, "import")
    .replace(/(?<![\p{ID_Continue}$.])(?:\$_*|\$host_*\.owner\(\.\.\.\))\.(?=[\p{ID_Start}_$])/gu, "");
}
