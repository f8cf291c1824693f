/** The keys of a page. */
import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import sirv from "sirv";
import { buildBook } from "../../book/build.ts";
import { TestBrowser } from "../tools/testBrowser.ts";
import { accessibilityFaults } from "./tools/accessibilityFaults.ts";
import { type Project, project, storedOutputs } from "./tools/project.ts";
import { start } from "./tools/searchSteps.ts";

const browser = new TestBrowser();
const { open } = browser;
let files: Project;
let server: Server;
let address: string;

before(async () => {
  files = await project();
  const { out } = await buildBook({ root: files.root, run: storedOutputs() });
  // The accessibility checker reads style sheets, which it may not from a folder.
  server = createServer(sirv(out)).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/a-photocopy-of-a-photocopy.html`;
});
after(async () => {
  await browser.close();
  server?.closeAllConnections();
  server?.close();
  await files?.[Symbol.asyncDispose]();
});

test("no key is taken from a control, an editor or a region; a list of all keys says what there is, and turns them off", async (t) => {
  await open(t, address, {}, async (page) => {
    const opened = (): Promise<number> => page.locator("dialog[open]").count();
    await page.evaluate(
      "document.querySelector('main').insertAdjacentHTML('afterbegin', '<input class=t><textarea class=t></textarea><select class=t></select><div class=t contenteditable>x</div><div class=t tabindex=0>x</div>')",
    );
    const busy = [
      ...(await page.locator("main .t").all()),
      page.locator("summary:visible").first(),
      page.locator("button.copy").first(),
    ];
    for (const each of busy) {
      await each.focus();
      for (const key of ["/", "s", "?"]) await page.keyboard.press(key);
    }
    await page.evaluate("document.activeElement.blur()");
    for (const key of ["Control+s", "Alt+s", "Meta+/"]) {
      await page.evaluate("addEventListener('keydown', (event) => event.preventDefault(), { once: true })");
      await page.keyboard.press(key);
    }
    assert.equal(await opened(), 0);
    await page.locator("main a:visible").first().focus();
    await start(page, "s");
    await page.keyboard.press("Escape");

    await page.keyboard.press("?");
    await page.waitForSelector("dialog.key-help[open]");
    for (const name of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: name });
      assert.deepEqual(await accessibilityFaults(page), []);
    }
    assert.match(
      (await page.locator(".key-help").innerText()).replace(/\s+/g, " "),
      /← → the page before.* \/ s search .*\? this list/,
    );
    await page.getByRole("checkbox").uncheck();
    await page.keyboard.press("Escape");
    await page.evaluate("document.activeElement.blur()");
    for (const key of ["/", "s", "?"]) await page.keyboard.press(key);
    assert.equal(await opened(), 0);
    await page.locator(".contents .open-search").click();
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByRole("checkbox").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    assert.equal(await opened(), 0);
    await page.evaluate("document.activeElement.blur()");
    await start(page);
  });
});
