import type { Page } from "playwright-core";

/** Presses a key where the focus is. For either browser. */
export const typed = (key: string): string =>
  `(document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent("keydown", { key: ${JSON.stringify(key)}, bubbles: true, cancelable: true }))`;

/** Asks the open search, waits for its answer, and gives what it says and the addresses and titles that it found. */
export const asked = (question: string): string => `(async () => {
  const pause = () => new Promise((done) => setTimeout(done, 20));
  while (!document.querySelector("dialog.search[open]")) await pause();
  const field = document.getElementById("search-field");
  const said = document.querySelector(".search-said");
  field.value = ${JSON.stringify(question)};
  said.textContent = "";
  field.dispatchEvent(new Event("input"));
  while (/^$|Reading/.test(said.textContent)) await pause();
  const options = [...document.querySelectorAll("[role=option]")];
  return [said.textContent, options.map((each) => each.getAttribute("href")), options.map((each) => each.textContent)];
})()`;

/** What a search says, and what it found. */
export type Answer = readonly [said: string, addresses: readonly string[], texts: readonly string[]];
export const ask = (page: Pick<Page, "evaluate">, question: string): Promise<Answer> =>
  page.evaluate(asked(question)) as Promise<Answer>;

/** What is marked on the page, once something is. For either browser. */
export const marks = `(async () => {
  while (!CSS.highlights.get("found")) await new Promise((done) => setTimeout(done, 20));
  return [...CSS.highlights.get("found")].map(String);
})()`;

/** Opens the search by a key. */
export const start = async (page: Page, key = "/"): Promise<void> => {
  await page.keyboard.press(key);
  await page.waitForSelector("dialog.search[open]");
};
