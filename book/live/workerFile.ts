/**
 * The worker as a file that is started in two ways: a page from a server starts it by its address, and a page from a folder, which
 * may not, reads the text that the file hands over as a script, as it reads all others (`registered`).
 */
export const workerFile = (name: string, source: string): string =>
  `{const run=()=>{${source}\n};typeof document==="undefined"?run():(self.genlossTexts??={})[${JSON.stringify(name)}]=\`(\${run})()\`}\n`;
