/** A package that is not on npm, as a file that npm installs. */
export interface PackedPackage {
  readonly name: string;
  /** Its name as a file, such as `generation-loss-0.1.0.tgz`. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** The package that brings students the kernel and the command `genloss`. */
export const kernelPackage = "generation-loss-kernel";
