/** What of the editor's language the types' helpers stand on. */
export { indentUnit, syntaxTree } from "@codemirror/language";
