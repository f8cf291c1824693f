/** Draws `book/cover.png`, the front of the EPUB and the PDF: `node test/book/tools/drawCover.ts`, when its words or lines change. */
import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { readConfig } from "../../../book/config.ts";
import { dayColours } from "../../../book/copy/dayColours.ts";
import { coverArt } from "../../../book/render/coverArt.ts";
import { escapeHtml } from "../../../book/render/escapeHtml.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const { title, subtitle } = await readConfig(root);
const colours = [...(await dayColours())].map(([name, day]) => `--${name}:${day}`).join(";");
const face = async (style: string): Promise<string> => {
  const file = `@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-${style}.woff2`;
  const bytes = await readFile(new URL(import.meta.resolve(file)));
  return `@font-face{font-family:S;font-style:${style};font-weight:200 900;src:url(data:font/woff2;base64,${bytes.toString("base64")})}`;
};
const css = `${await face("normal")}${await face("italic")}
:root{${colours}}
body{margin:0;width:900px;height:1350px;background:var(--page);color:var(--ink);font-family:S;text-align:center;overflow:hidden}
h1{margin:150px 0 0;font-size:92px;font-weight:600;letter-spacing:-.012em;line-height:1.1}
p{margin:36px 0 0;font-size:38px;font-style:italic;color:var(--soft)}
svg{display:block;width:860px;margin:170px auto 0}
path{fill:var(--page);stroke-width:1.8}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  const page = await browser.newPage({ viewport: { width: 900, height: 1350 } });
  const words = `<h1>${escapeHtml(title)}</h1><p>${escapeHtml(subtitle)}</p>${coverArt()}`;
  await page.setContent(`<style>${css}</style>${words}`);
  await page.evaluate("document.fonts.ready");
  await writeFile(`${root}book/cover.png`, await page.screenshot());
} finally {
  await browser.close();
}
