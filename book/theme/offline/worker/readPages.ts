interface ReadPage {
  readonly page: string;
  readonly late?: string;
}

/** What windows show, by their ids, as long as this worker lives: digests of the page as it was sent, and as the site sent it too late. */
export const readPages: Map<string, ReadPage> = new Map();
