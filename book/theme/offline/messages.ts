/** What a page says to the service worker. */
export interface Ask {
  /** To hear how it stands; to keep the book on the device; to remove it from there. */
  readonly ask: "state" | "keep" | "remove";
}

/** What the service worker says to a page. Digests are those that begin the versions of the site's list. */
export interface State {
  /** The edition that opens without a network: whole, the newest on this device. */
  readonly kept?: Kept;
  /** Of the edition that the site has now. */
  readonly edition: string;
  readonly bytes: number;
  /** How much of that is here. */
  readonly done: number;
  readonly isLoading: boolean;
  /** Why the load stopped. */
  readonly failed?: Failure;
  /** Digest of the asking page as it was sent to the reader; of pages from before the worker nobody knows. */
  readonly page?: string;
  /** What the site answered for that page when it was too late. */
  readonly late?: string;
  /** That page in the kept edition. */
  readonly listed?: string;
}

export interface Kept {
  readonly edition: string;
  readonly bytes: number;
  /** When it was whole on this device, in ms. */
  readonly at: number;
}

/** The site did not answer; it sends something else than the list says; the device has no room. */
export type Failure = "network" | "changed" | "room";
