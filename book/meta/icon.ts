/** Three ever narrower bells. */
export const icon: string =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="2.4" stroke-linecap="round">' +
  '<rect width="32" height="32" rx="7" fill="#fffdf8"/>' +
  '<path stroke="#1c1b19" d="M3 25C10 25 10 17 16 17S22 25 29 25"/>' +
  '<path stroke="#9a3412" d="M9 25C13.5 25 13 6 16 6S18.5 25 23 25"/></svg>';

/** The icon as an address, as short as it may stand in a double-quoted attribute. */
export const iconAddress = (): string =>
  `data:image/svg+xml,${icon.replaceAll('"', "'").replaceAll("#", "%23")}`;
