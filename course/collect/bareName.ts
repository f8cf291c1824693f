import { posix } from "node:path";

/**
 * The name of a notebook, without what others add to it: `hw.ipynb.txt` or `.json` by a browser, `hw-1.ipynb` by Canvas
 * for a second upload, `hw (1).ipynb` by a browser for a second download, `hw-Copy1.ipynb` by Jupyter.
 */
export const bareName = (file: string): string =>
  posix
    .basename(file)
    .replace(/(?:\.ipynb)?(?:\.(?:ipynb|json|txt))$/i, "")
    .replace(/(?:-\d{1,2}|\s?\(\d+\)|-Copy\d*)$/, "");
