import { howToKeep } from "./howToKeep.ts";
import { howToSearch } from "./howToSearch.ts";

/**
 * How students run notebooks: from the folders that they are handed. They have no project, in which solutions stand.
 *
 * @param chapter the file of a chapter's notebook
 */
export const classRunText = (chapter: string): string => `## Three steps

1. **Get the folder.** Your instructor hands out one for each assignment. It holds the notebook, and what the notebook
   needs that is not on npm. Open a terminal in it.
2. **Install it**, once: \`npm install\`. It fetches the other packages, and with them the Node that computed this book.
3. **Open the notebook**: \`npm start\`. It stands in JupyterLab. Ctrl+C in the terminal ends it.

You need npm with Node 20 or newer. JupyterLab needs Python 3 as well, and goes into the folder's own \`.venv\`.

## With a Jupyter or VS Code that you have

After \`npm install\`:

\`\`\`sh
npx genloss kernel install --user
\`\`\`

Then open the notebook and choose the kernel *TypeScript (Generation Loss)*. \`npx genloss kernel doctor\` finds out why it
does not start.

## Without Jupyter

\`\`\`sh
npx genloss run ${chapter}
\`\`\`

runs a notebook from top to bottom and writes a copy with its outputs. Cells stay as they are; edit them with any editor for
notebooks.

## A notebook from these pages

Each chapter's head offers its notebook, with the outputs you see here. Put it into a folder that you were handed: there it
runs as yours does.

## Exercises

Write your answer in the place of the starter. The check below it says what is still wrong. It does not try everything: your
answer will meet further tests, which your instructor has, with the solution.

## In the page itself

Where a chapter's cells have buttons, you can answer in the page: *Edit* below a starter, then *Check*. Below the last exercise,
*Export my answers* gives you the notebook to hand in. Your answers stay in this browser, on this device, until then: what
is not exported, nobody has. *Bring answers back* reads such a notebook, on another device too. Where the folder that you were
handed has numbers of your own, or other exercises, answer there and not in the page.

## In the browser, to read

The pages need no script, no server and no network. Figures with a slider move in the page.

${howToKeep}
${howToSearch}
`;
