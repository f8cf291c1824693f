/** What a device keeps of a site, as the service worker is told. */
export interface SiteFiles {
  /** A name for all of it: another one as soon as anything differs. */
  readonly edition: string;
  readonly files: readonly SiteFile[];
}

/**
 * The version begins with the digest of the content; a file that has a content-security policy of its own is another one under
 * another policy, since what is kept is kept with its headers.
 */
export type SiteFile = readonly [path: string, version: string, bytes: number];

/** Of the SHA-256 of a file, in hex digits. */
export const digestLength = 16;
