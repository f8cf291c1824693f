/**
 * A text for a cell of a file that people open in a spreadsheet. One that begins like a formula gets an apostrophe
 * before it, and is shown, not computed.
 *
 * Source: OWASP, "CSV Injection" (owasp.org/www-community/attacks/CSV_Injection, read 2026-11): `=`, `+`, `-`, `@`, tab and
 * carriage return at the start; an apostrophe before them. Spreadsheets skip spaces before `=`, and read the full-width
 * forms as well.
 */
export const spreadsheetText = (text: string): string => (isFormula(text) ? `'${text}` : text);

export const isFormula = (text: string): boolean => /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u.test(text);
