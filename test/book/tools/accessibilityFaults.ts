import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 A and AA, and good practice. */
const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds wrong with a page, or with the part of it that a selector names: a line each. */
export async function accessibilityFaults(page: Page, part = "html"): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  return page.evaluate(
    async ([part, values]) => {
      // biome-ignore lint/suspicious/noExplicitAny: axe is a global of the page
      const { violations } = await (globalThis as any).axe.run(part, { runOnly: { type: "tag", values } });
      return violations.map((v: { id: string; nodes: { html: string }[] }) => `${v.id}: ${v.nodes[0]?.html}`);
    },
    [part, values] as const,
  );
}
