/** What we use of `subset-font`, which comes without types. */
declare module "subset-font" {
  interface Options {
    readonly targetFormat: "woff2";
    readonly variationAxes?: Readonly<
      Record<string, number | { readonly min: number; readonly max: number }>
    >;
  }
  // biome-ignore lint/style/noDefaultExport: the package has no other export
  export default function subsetFont(font: Buffer, letters: string, options: Options): Promise<Buffer>;
}
