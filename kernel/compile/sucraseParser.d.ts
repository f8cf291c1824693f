/** Sucrase's own parser, which its package has and does not list. */
declare module "sucrase/dist/parser/index.js" {
  import type { File } from "sucrase/dist/types/parser/index.js";
  export function parse(input: string, jsx: boolean, typescript: boolean, flow: boolean): File;
}
declare module "sucrase/dist/parser/tokenizer/index.js" {
  export { isTopLevelDeclaration } from "sucrase/dist/types/parser/tokenizer/index.js";
}
declare module "sucrase/dist/parser/tokenizer/types.js" {
  export { TokenType } from "sucrase/dist/types/parser/tokenizer/types.js";
}
