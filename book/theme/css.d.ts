/** A style sheet as text: it is bundled so. */
declare module "*.css" {
  const text: string;
  // biome-ignore lint/style/noDefaultExport: that is how the bundler hands over a text
  export default text;
}
