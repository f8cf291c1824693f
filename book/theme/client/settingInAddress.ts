/**
 * The settings of a figure in the address of the page, as `?fig-size=100`, a value per slider. They outlive a reload, the
 * way back, and a link sent to somebody else; it works for pages from a folder too. The setting at the start needs none.
 */
export function readSetting(figure: string): readonly string[] {
  return new URLSearchParams(location.search).getAll(figure);
}

/** @param values of the figure's sliders in order; none to forget them */
export function keepSetting(figure: string, values: readonly string[]): void {
  const query = new URLSearchParams(location.search);
  query.delete(figure);
  for (const value of values) query.append(figure, value);
  const address = new URL(location.href);
  address.search = String(query);
  if (document.getElementById(figure)) address.hash = figure;
  try {
    history.replaceState(history.state, "", address);
  } catch {
    // Some browsers allow no other address for a page from a folder, and some count how often it changes.
  }
}
