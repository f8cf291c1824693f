import type { Chapter } from "../chapter.ts";
import { classRunText } from "./classRunText.ts";
import type { Content } from "./content.ts";
import type { ProseContext } from "./context.ts";
import { howToKeep } from "./howToKeep.ts";
import { howToSearch } from "./howToSearch.ts";
import { renderMarkdown } from "./markdown.ts";
import { matterPage } from "./matterPage.ts";

/** Where the way from the pages to running code stands. */
export const runFile = "run.html";

/**
 * How to run the notebooks behind the pages.
 *
 * @param repository where the project can be had; without it the page says so in words
 */
export function runPage(
  repository: string | undefined,
  chapters: readonly Chapter[],
  context: ProseContext,
): Content {
  const title = "Run this";
  const description =
    "Three steps put the notebooks behind these pages on your machine, to run and to change.";
  const [first = { path: "notebooks/….ipynb", file: "….ipynb" }] = chapters;
  const words = context.flavour === "class" ? classRunText(first.file) : text(repository, first.path);
  const body = renderMarkdown(words, context);
  return matterPage(
    { page: runFile, source: "book/render/runPage.ts", title, description },
    { body },
    context,
  );
}

const text = (repository: string | undefined, chapter: string): string => `## Three steps

1. **Get the project.** ${repository === undefined ? elsewhere : `\`git clone ${repository}\`, and open a terminal in the new folder.`}
2. **Install it**, once: \`npm ci\`. It fetches the packages, and with them the Node that computed this book.
3. **Open the chapters**: \`npm run lab\`. They stand in JupyterLab in the order of the book. Ctrl+C in the terminal ends it.

You need npm with Node 20 or newer. JupyterLab needs Python 3 as well, and goes into the project's own folder \`.venv\`.

## With a Jupyter or VS Code that you have

After \`npm ci\`:

\`\`\`sh
npx genloss kernel install --user
\`\`\`

Then open a notebook and choose the kernel *TypeScript (Generation Loss)*. \`npx genloss kernel doctor\` finds out why one
does not start.

## Without Jupyter

\`\`\`sh
npx genloss run ${chapter}
\`\`\`

runs a chapter from top to bottom and writes a copy with its outputs. Cells stay as they are; edit them with any editor for
notebooks.

## A notebook from these pages

Each chapter's head offers its notebook. It is the one in the project's folder \`notebooks\`, with the outputs you see here.
Its code imports the book's own library, which is not on npm but comes with the project. To run it somewhere else, install
the library from the project's folder, here called \`PROJECT\`:

\`\`\`sh
npm install PROJECT/lib PROJECT/data
\`\`\`

## Exercises

Write your answer in the place of the starter. The check below it says what is still wrong. Each exercise has further
tests, which try the corners:

\`\`\`sh
npx genloss check ${chapter}
\`\`\`

runs the chapter with your answers, and those tests on them; with an exercise's name after it, those of one. They stand
beside the solutions in \`notebooks/solutions\`, open to everybody: they are there for you, and not for a mark.

## In the page itself

A chapter's cells run where you read them: *Run* under a cell computes it in your browser, after the cells that it needs, and
says whether it gave what the book prints. *Edit* lets you change it; what stands on it then runs with your change, and
*Reset* gives the book's cell back. While you type, names that fit are offered, F1 or the pointer says what a name is, and what
TypeScript has against the cell is listed below it; for that the page loads 1.3 MB after the editor. Nothing is installed, nothing is sent anywhere, and it works from a folder as from a
server. Cells reach no file, no network and nothing of the page. What you change stays in this browser, on this device. *Same here?*
at the head of a chapter computes its claims anew, and counts which came out the same.

An exercise's *Check* tries your answer there, and says which test failed, with the value seen and the one wanted. Its hints open
one after the other. What passed is marked as long as you do not change it, in the chapter and on the cover. It is not all that an
answer is tried with: \`genloss check\` has the further tests. Below the last exercise, *Export my answers* gives you the
chapter's notebook with your answers in it, to keep or to hand in, and *Bring answers back* reads such a notebook.

A figure with a slider can be moved in steps between the values of the book, or to a number that you type, and *Draw again* shows
it with other luck; it is computed in your browser then. Page up and page down go to the book's own values.

Where the text asks for a guess, *Write down my guess* covers the figure until you have one, and then shows both. On
the cover, *Forget all of it* forgets what this browser keeps of you.

## In the browser, to read

The pages need no script, no server and no network. \`npm run book\` makes them anew in \`book/dist\`: open \`index.html\`
there. \`npm start\` serves them and rebuilds a page as you edit its notebook. Figures with a slider move in the page.

${howToKeep}
${howToSearch}
`;

const elsewhere =
  "It is the folder that this book was made from, with `package.json`, `notebooks` and `lib` in it. Whoever gave you the book has it, or can say where it is. Open a terminal in that folder.";
