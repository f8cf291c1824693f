/** Where bundles are kept: in the kernel's folder, so that they find the packages that it finds, and are its own code. */
export declare const bundlesFolder: string;

/** Says which bundle is the newest, and of what it was made. */
export declare const currentFile: string;

/** What `currentFile` holds. */
export interface CurrentBundle {
  /** The `bundlesFolder` for which it was made: addresses in it are absolute. */
  readonly root: string;
  /** The version of Node. */
  readonly node: string;
  /** Its folder, in `bundlesFolder`. */
  readonly id: string;
  /** The file in it with which the kernel starts. */
  readonly main: string;
  /** All files that it was made of, by their paths. */
  readonly stamps: Readonly<Record<string, string>>;
}

/** What tells a file from any other that has stood or will stand in its place. */
export declare function stampOf(path: string): string;

/** URL of the bundle's main module, if each file that it was made of is the same as it was then. */
export declare function freshBundle(): string | undefined;

/** How many processes have run a bundle, given by what `freshBundle` returned. */
export declare function marksOf(bundle: string): number;
