import type { Page } from "playwright-core";

/** Presses a cell's Run, waits for its end, and gives what it says and what it shows. For either browser. */
export const pressed = (id: string): string => `(async () => {
  const cell = document.querySelector("#cell-${id}");
  for (let fold = cell.querySelector("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  const [run, state] = [cell.querySelector(".live-button.run"), cell.querySelector(".live-state")];
  run.click();
  while (run.ariaDisabled === "true") await new Promise((done) => setTimeout(done, 10));
  const shown = cell.querySelector(".live-outputs");
  return [state.textContent, shown.hidden ? "" : shown.textContent];
})()`;

/** What a cell says of its run, and what it shows of its own. */
export type Said = readonly [state: string, shown: string];
export const run = (page: Pick<Page, "evaluate">, id: string): Promise<Said> =>
  page.evaluate(pressed(id)) as Promise<Said>;

/** Opens the editor of a cell and puts this in it. */
export const edit = async (page: Page, id: string, text: string): Promise<void> => {
  const cell = page.locator(`#cell-${id}`);
  if (await cell.locator(".edit").isVisible()) await cell.locator(".edit").click();
  await cell.locator(".cm-content").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
};
