/** What a worker loads once a cell comes that the build has not compiled. */
export { CellSyntaxError } from "../compile/cellSyntaxError.ts";
export { compileCell } from "../compile/compileCell.ts";
export { slice } from "../compile/slice.ts";
