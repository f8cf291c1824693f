/** Keeps the digits of one number on one line. */
const noBreak = "\u00a0";

/** The digits of a number that is not negative, thousands apart from five digits on, so that a year stays a year. */
export function groupedDigits(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, noBreak) : whole;
  return decimals ? `${grouped}.${decimals}` : grouped;
}
