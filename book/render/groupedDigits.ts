/** A number's digits, thousands apart from five digits on, so that a year stays a year; the space does not break. */
export function groupedDigits(number: string): string {
  const [whole = "", decimals] = number.split(".");
  const grouped = /\d{5}/.test(whole) ? whole.replace(/(?<=\d)(?=(?:\d{3})+$)/g, "\u00a0") : whole;
  return decimals ? `${grouped}.${decimals}` : grouped;
}
