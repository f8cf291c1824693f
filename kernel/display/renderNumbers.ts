import type { MimeBundle } from "../notebook/notebook.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { heatMap } from "./heatMap.ts";
import { plainText } from "./plainText.ts";
import { shortNumber } from "./shortNumber.ts";

type Numbers = ArrayLike<number>;

/** Up to so many, every number is shown. */
const few = 100;
const fewTyped = 20;

/** Shows long typed arrays, and tensors as TensorFlow.js has them: shape, type, range, mean and the first values. */
export function renderNumbers(value: unknown): MimeBundle | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  return ofTypedArray(value) ?? ofTensor(value);
}

function ofTypedArray(value: object): MimeBundle | undefined {
  const name = /^(Float|Uint|Int)\d+(Clamped)?Array$/.exec(value.constructor?.name ?? "")?.[0];
  if (name === undefined || !ArrayBuffer.isView(value)) return undefined;
  const numbers = value as unknown as Numbers;
  if (numbers.length <= fewTyped) return undefined;
  return { "text/plain": `${name}(${numbers.length}): ${rangeOf(numbers)}\n${firstOf(numbers)}` };
}

function ofTensor(value: object): MimeBundle | undefined {
  const { shape, dtype, dataSync } = value as { shape?: unknown; dtype?: unknown; dataSync?: unknown };
  if (!Array.isArray(shape) || typeof dtype !== "string" || typeof dataSync !== "function") return undefined;
  const data = dataSync.call(value) as Numbers;
  const size = shape.reduce((product: number, n: number) => product * n, 1);
  const head = shape.length === 0 ? `Tensor, ${dtype}` : `Tensor ${shape.join(" × ")}, ${dtype}`;
  if (typeof data[0] !== "number" || data.length !== size)
    return { "text/plain": `${head}\n${firstOf(data)}` };
  const about = `${head}: ${rangeOf(data)}`;
  const text = `${about}\n${size <= few ? plainText(nested(data, shape)) : firstOf(data)}`;
  const picture = shape.length === 2 ? heatMap(data, shape[0], shape[1], about) : undefined;
  return { "text/plain": text, ...(picture && { "text/html": `<p>${escapeHtml(about)}</p>\n${picture}` }) };
}

function rangeOf(numbers: Numbers): string {
  let [least, most, sum, count] = [Infinity, -Infinity, 0, 0];
  for (let i = 0; i < numbers.length; i += 1) {
    const x = numbers[i]!;
    if (!Number.isFinite(x)) continue;
    if (x < least) least = x;
    if (x > most) most = x;
    sum += x;
    count += 1;
  }
  const others = numbers.length - count;
  const note = others === 0 ? "" : `${count === 0 ? "" : ", "}${others} not finite`;
  return count === 0
    ? note || "empty"
    : `${shortNumber(least)} to ${shortNumber(most)}, mean ${shortNumber(sum / count)}${note}`;
}

/** A number of 32 bits has no more than these digits. */
const readable = (x: number): number => (typeof x === "number" ? Number(x.toPrecision(6)) : x);

function firstOf(numbers: Numbers): string {
  const first = Array.from({ length: Math.min(10, numbers.length) }, (_, i) => cellOf(numbers[i]!));
  const left = numbers.length - first.length;
  return first.length === 0 ? "[]" : `[ ${first.join(", ")}${left > 0 ? `, … ${left} more` : ""} ]`;
}

const cellOf = (x: number): string => plainText(readable(x));

function nested(data: Numbers, shape: readonly number[], from = 0): unknown {
  const [length, ...inner] = shape;
  if (length === undefined) return readable(data[from]!);
  const step = inner.reduce((product, n) => product * n, 1);
  return Array.from({ length }, (_, i) => nested(data, inner, from + i * step));
}
