import type { Locator, Page } from "playwright-core";

/** A notebook in JupyterLab, used as a person does: menus, buttons, keys. */
export class NotebookPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get cells(): Locator {
    return this.page.locator(".jp-Notebook .jp-Cell");
  }

  /** Waits until the kernel has nothing to do. */
  async idle(): Promise<void> {
    await this.page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").waitFor();
  }

  /** Waits until the kernel has answered; before, JupyterLab shows it as idle and loses what is asked of it. */
  async ready(): Promise<void> {
    await this.page.locator("#jp-main-statusbar", { hasText: "(Generation Loss) | Idle" }).waitFor();
    await this.idle();
  }

  async menu(name: string, item: string): Promise<void> {
    await this.page.getByRole("menuitem", { name, exact: true }).click();
    await this.page.getByRole("menuitem", { name: item, exact: true }).click();
  }

  async button(name: string): Promise<void> {
    await this.page.locator(`.jp-NotebookPanel-toolbar [data-jp-item-name="${name}"] jp-button`).click();
  }

  /** Writes into the last cell of the notebook, in place of what is there. */
  async write(source: string): Promise<Locator> {
    const cell = this.cells.last();
    await cell.locator(".cm-content").click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.insertText(source);
    return cell;
  }

  /** Starts the last cell, which makes a new last one. @returns its outputs */
  async start(source: string): Promise<Locator> {
    await this.write(source);
    const index = (await this.cells.count()) - 1;
    await this.page.keyboard.press("Shift+Enter");
    await this.cells.nth(index + 1).waitFor();
    return this.cells.nth(index);
  }

  /** Runs a cell to its end. @returns what stands below it */
  async run(source: string): Promise<{ cell: Locator; text: string }> {
    const cell = await this.start(source);
    await this.finished(cell);
    return { cell, text: await this.textBelow(cell) };
  }

  /** Waits until the cell has a number: it ran, and everything it printed is there. */
  async finished(cell: Locator): Promise<void> {
    await cell
      .locator(".jp-InputPrompt")
      .filter({ hasText: /\[\d+\]/ })
      .waitFor();
    await this.idle();
  }

  async textBelow(cell: Locator): Promise<string> {
    return (await cell.locator(".jp-OutputArea-output").allInnerTexts()).join("\n");
  }

  /** A picture for people to look at; only with LAB_PICTURES=FOLDER. */
  async picture(name: string): Promise<void> {
    const folder = process.env.LAB_PICTURES;
    if (folder !== undefined) await this.page.screenshot({ path: `${folder}/${name}.png` });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
