/**
 * Names that a cell finds outside the notebook on every host: the language's own, and what Node, a page and
 * a worker share. They are left alone. Every other free name is looked up among the notebook's names when
 * the line runs, so the list is fixed: a name must mean the same in Jupyter and in the page.
 */
export const globalNames: ReadonlySet<string> = new Set(
  `undefined NaN Infinity globalThis eval isFinite isNaN parseFloat parseInt
   decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape
   Array ArrayBuffer AsyncDisposableStack Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date
   DisposableStack FinalizationRegistry Float16Array Float32Array Float64Array Function Int16Array Int32Array
   Int8Array Intl Iterator JSON Map Math Number Object Promise Proxy Reflect RegExp Set SharedArrayBuffer
   String Symbol Temporal Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet WebAssembly
   AggregateError Error EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError URIError
   AbortController AbortSignal Blob BroadcastChannel CompressionStream CustomEvent DecompressionStream
   DOMException Event EventTarget File FormData Headers MessageChannel MessageEvent MessagePort
   ReadableStream Request Response TextDecoder TextEncoder TransformStream URL URLSearchParams WebSocket
   WritableStream atob btoa clearInterval clearTimeout console crypto fetch performance queueMicrotask
   setInterval setTimeout structuredClone`.split(/\s+/),
);
