/** The line to type for a package, with quotes where a shell would read it otherwise. */
export function installLine(wanted: string): string {
  return `npm install ${/^[\w@/.^~+-]+$/.test(wanted) ? wanted : `"${wanted}"`}`;
}
