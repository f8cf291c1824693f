/** A positive number as digits times a power of ten, with as many digits as it has: "1.823 × 10⁻⁸⁸", "10¹²". */
export function powerOfTen(size: number): string {
  const [digits, exponent = ""] = size.toExponential().split("e");
  const raised = Array.from(exponent.replace("+", ""), (sign) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "⁻").join("");
  return digits === "1" ? `10${raised}` : `${digits}\u00a0×\u00a010${raised}`;
}
