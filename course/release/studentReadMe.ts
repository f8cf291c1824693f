/**
 * The read-me of a student's folder.
 *
 * @param name the assignment's
 * @param notebooks their names, without `.ipynb`
 * @param bookAddress where the course's book can be read, if anywhere
 */
export const studentReadMe = (
  name: string,
  notebooks: readonly string[],
  bookAddress?: string,
): string => `# ${name}

${which(notebooks)}

You need [Node](https://nodejs.org) 20 or newer, with its npm, and for JupyterLab Python 3. Open a terminal in this folder.

## Start

\`\`\`sh
npm install
npm start
\`\`\`

The first line fetches what is needed, once. The second opens JupyterLab; the first time it puts JupyterLab
into the folder \`.venv\` here, about 200 MB. Ctrl+C in the terminal ends it.

## With VS Code, or a Jupyter that you have

\`\`\`sh
npm install
npx genloss kernel install --user
\`\`\`

Then open the notebook and choose the kernel *TypeScript (Generation Loss)*. If it does not start:
\`npx genloss kernel doctor\` says why.

## Without Python

Change the notebook in any editor for notebooks, then

\`\`\`sh
npx genloss run ${notebooks[0] ?? "NOTEBOOK"}.ipynb --allow-errors
\`\`\`

runs it from top to bottom, and writes what the cells show into a copy whose name ends in \`.out.ipynb\`. Checks of exercises that you have not
solved fail; that is as it should be.

## To read only

The book has the same text and figures on a page, which needs nothing to be installed${bookAddress === undefined ? ": ask your instructor where it is" : `: <${bookAddress}>`}.

## If something fails

- *npm install* fails: is there a network, and does \`node --version\` say 20 or more? Then delete the folder \`node_modules\`
  and try again.
- A cell cannot find a package: the notebook must lie in this folder, beside \`node_modules\`.
- A cell hangs: the stop button of JupyterLab ends it, and earlier cells keep their values.
`;

function which(notebooks: readonly string[]): string {
  const files = notebooks.map((each) => `\`${each}.ipynb\``);
  return files.length === 1
    ? `Your notebook is ${files[0]}. Write your answers where it says \`// your code here\`, and hand in that file alone.`
    : `Your notebooks are ${files.join(", ")}. Write your answers where they say \`// your code here\`, and hand in these files.`;
}
