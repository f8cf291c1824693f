/** The address of this page with a change of a cell in it, behind the `#` that no server is sent. */
export function linkToChange(id: string, source: string): string {
  const address = new URL(location.href);
  const bytes = new TextEncoder().encode(source);
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const code = text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  address.hash = String(new URLSearchParams({ cell: id, code }));
  return address.href;
}

/** The change of a cell that the page's address carries; what is no link of ours is none. */
export function linkedChange(id: string): string | undefined {
  const carried = new URLSearchParams(location.hash.slice(1));
  const code = carried.get("code");
  if (carried.get("cell") !== id || code === null) return undefined;
  try {
    const text = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(
      Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
    );
  } catch {
    return undefined;
  }
}
