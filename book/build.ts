import { join, relative } from "node:path";
import { workspacePackages } from "../kernel/node/workspacePackages.ts";
import { formatNotebook } from "../kernel/notebook/formatNotebook.ts";
import { Refusal } from "../kernel/refusal.ts";
import { buildAids } from "./aids/buildAids.ts";
import { readLibrary } from "./api/readLibrary.ts";
import { buildAssets } from "./assets.ts";
import { folderCache } from "./cache.ts";
import { readChapter } from "./chapter.ts";
import { type PageWeight, weigh, weighed } from "./check/pageBudget.ts";
import { rules } from "./check/rules.ts";
import type { Site } from "./check/site.ts";
import { codeHash } from "./codeHash.ts";
import { compressedSizes, compressorVersion } from "./compressedSizes.ts";
import { readConfig } from "./config.ts";
import { digestOf, notebookDigest } from "./digestOf.ts";
import { buildEpub } from "./epub/buildEpub.ts";
import { epubFile } from "./epub/epubFile.ts";
import type { Run } from "./execute.ts";
import { type Fault, formatFaults } from "./fault.ts";
import { type Flavour, siteFolder } from "./flavour.ts";
import { headersFile, headersFileName } from "./headersFile.ts";
import { licences } from "./licences.ts";
import { buildLive } from "./live/buildLive.ts";
import { readPicture } from "./meta/readPicture.ts";
import { siteMap } from "./meta/siteMap.ts";
import { buildOffline } from "./offline/buildOffline.ts";
import { serviceWorker } from "./offline/serviceWorker.ts";
import { serviceWorkerName } from "./offline/serviceWorkerName.ts";
import { readPage } from "./page.ts";
import type { PaperSources } from "./print/paperDocument.ts";
import { readGlossary } from "./readGlossary.ts";
import { readRepository } from "./readRepository.ts";
import { refuseSitePlace } from "./refuseSitePlace.ts";
import { readBibliography } from "./render/bibliography.ts";
import { bibliographyFile } from "./render/bibliographyPage.ts";
import type { Content } from "./render/content.ts";
import { renderFrame } from "./render/frame.ts";
import { noBreaks } from "./render/noBreaks.ts";
import { notationFile } from "./render/notationPage.ts";
import { renderBook } from "./render/renderBook.ts";
import { runFile } from "./render/runPage.ts";
import { glossaryFile } from "./render/terms.ts";
import { runChapters } from "./runChapters.ts";
import { buildSearch } from "./search/buildSearch.ts";
import { sourcesHash } from "./sourcesHash.ts";
import { takeHome } from "./takeHome.ts";
import { writeSite } from "./writeSite.ts";

export interface BuildOptions {
  /** The project: where `book/`, `notebooks/`, `lib/` are. */
  readonly root: string;
  /** Runs a notebook. */
  readonly run: Run;
  /** For whom the site is; for readers by default. */
  readonly flavour?: Flavour;
  /** Where the site goes; by default the flavour's own place in the project. */
  readonly out?: string;
  /** Where results are kept between builds; `book/.cache` of the project by default. */
  readonly cacheFolder?: string;
  /** Chapters run at the same time. */
  readonly jobs?: number;
  /** Told of every step, in a line. */
  readonly onProgress?: (line: string) => void;
}

export interface BuildReport {
  readonly out: string;
  readonly pages: readonly PageWeight[];
  /** Notebooks that were run; the others came from the cache. */
  readonly ran: readonly string[];
  /** What a printed copy of the site is made of. */
  readonly copy: PaperSources;
}

/**
 * Builds the book: reads the chapters, runs those whose code or sources changed, renders, checks, writes.
 * The site is written only when nothing is wrong with it; otherwise the one before stays as it was.
 *
 * @throws {Refusal} (exit code 1) naming every fault of the sources; (exit code 2) if they cannot be read, or `out` is a
 *   folder that is not ours
 */
export async function buildBook(options: BuildOptions): Promise<BuildReport> {
  const { root, run, flavour = "reader", jobs = 2, onProgress = () => {} } = options;
  const { out = join(root, siteFolder[flavour]) } = options;
  refuseSitePlace(root, out, flavour);
  const cache = folderCache(options.cacheFolder ?? join(root, "book/.cache"), flavour);
  const config = await readConfig(root);
  const bibliography = await readBibliography(join(root, "book", config.bibliography));
  const faults: Fault[] = [];

  const chapters = await readListed(
    "notebooks",
    config.chapters,
    (entry) => readChapter(root, entry, flavour),
    faults,
  );
  const sources = await sourcesHash(root);
  const executed = await runChapters(chapters, { root, run, sources, cache, jobs, onProgress });
  const library = config.api && (await readLibrary(root, config.api, cache, faults));
  const pages = await readListed(
    "book/pages",
    config.pages.filter((page) => (page.flavour ?? flavour) === flavour),
    (entry) => readPage(root, entry),
    faults,
  );
  const glossary =
    config.glossary === undefined ? undefined : await readGlossary(root, config.glossary, cache);
  const repository = await readRepository(root);
  const sizes = compressedSizes(await cache.read("sizes", compressorVersion));
  if (config.live) onProgress("What runs the cells in their pages");
  const live = config.live
    ? await buildLive(
        { root, sources, cache, sizes },
        executed.map(({ chapter, notebook }) => ({ file: chapter.file, slug: chapter.slug, notebook })),
      )
    : undefined;
  const book = { config, executed, bibliography, library, pages, glossary, repository, flavour, live };
  const { contents, downloads, css } = await renderBook(book, cache, faults);

  const assets = await buildAssets(contents, css, cache);
  const search = await buildSearch(contents, chapters, faults, cache);
  const aids = await buildAids(contents, chapters, downloads.keys(), cache);
  const those = (...files: string[]): Content[] => contents.filter(({ page }) => files.includes(page));
  const made = { front: those(runFile), back: those(notationFile, glossaryFile, bibliographyFile) };
  // Of a class's site nobody has said where it is.
  const address = flavour === "reader" ? config.edition.address : undefined;
  const card = address === undefined ? undefined : await readPicture(root, config.edition.picture);
  const frame = {
    ...{ address, card: card?.path },
    config,
    chapters,
    pages,
    made,
    library,
    style: assets.style,
    script: assets.script,
    search,
    aids,
  };
  const files = new Map<string, string | Buffer>([
    ...downloads,
    ...(await licences()),
    ...assets.files,
    ...search.files,
    ...aids.files,
    ...(live?.files ?? []),
    ...(card ? [[card.path, card.bytes] as const] : []),
    ...(address === undefined ? [] : siteMap(contents, address)),
  ]);
  const packages = new Map(
    [...workspacePackages(root)].map(([name, folder]) => [name, relative(root, folder)] as const),
  );
  for (const { chapter, notebook } of executed) {
    const ingredients = [await codeHash(), notebookDigest(notebook), chapter.path, [...packages], flavour];
    const text = await cache.latest("notebooks", chapter.file, ingredients, () =>
      formatNotebook(takeHome(notebook, chapter.path, packages, flavour)),
    );
    files.set(`notebooks/${chapter.file}`, text);
  }

  const matter = (place: "front" | "back") => pages.filter((page) => page.place === place);
  const inOrder = [...matter("front"), ...chapters, ...matter("back")].map(({ page }) => page);
  inOrder.push(notationFile, glossaryFile, bibliographyFile);
  const cover = await readPicture(root, config.edition.cover);
  const copy = {
    ...{ config, pages: inOrder.flatMap((page) => those(page)), flavour, address, cover, repository },
    ...{ codeCss: css, style: join(out, assets.style) },
  };
  files.set(epubFile(config), await buildEpub(copy, faults, cache));
  // As bytes, which are counted, digested and written.
  for (const [path, content] of files) if (typeof content === "string") files.set(path, Buffer.from(content));
  const offline = await buildOffline(
    config,
    sizeOf([...files.values(), ...contents.map(({ body }) => body)]),
    cache,
  );
  for (const [path, content] of offline.files) files.set(path, content);
  for (const content of contents) {
    const { page, body } = content;
    const ingredients = [await codeHash(), digestOf(content)];
    const unbroken = await cache.latest("unbroken", page, ingredients, () => noBreaks(body));
    files.set(page, renderFrame(content, unbroken, { ...frame, offline: offline.script }));
  }
  const learned = sizes.learn(
    contents.map(({ page }) => weighed(files.get(page) ?? "", search.texts)),
    9,
  );
  files.set(serviceWorkerName, await serviceWorker(files, cache));
  files.set(headersFileName, headersFile(files));

  await learned;
  const isWhole = executed.every(({ failure }) => !failure);
  const site: Site = { chapters, pages, contents, files, assets, search, isWhole, live, sizes };
  for (const { check } of rules) faults.push(...check(site));
  const weights = contents.map((content) => weigh(site, content));
  await cache.write("sizes", compressorVersion, sizes.known());
  if (faults.length > 0) {
    const count = faults.length === 1 ? "One fault" : `${faults.length} faults`;
    throw new Refusal(`${formatFaults(faults)}\n\n${count} in the book; the site was left as it was.`, 1);
  }

  writeSite(out, files, flavour);
  for (const { page, bytes, requests } of weights) {
    onProgress(`${page}  ${(bytes / 1000).toFixed(0)} kB compressed, ${requests} requests`);
  }
  const ran = executed.filter(({ ran }) => ran).map(({ chapter }) => chapter.path);
  return { out, pages: weights, ran, copy };
}

const sizeOf = (contents: readonly (string | Buffer)[]): number =>
  contents.reduce((sum, content) => sum + Buffer.byteLength(content), 0);

/** Reads what `book.yml` lists; what is not there is a fault, and left out. */
async function readListed<Entry extends { readonly file: string }, Read>(
  folder: string,
  entries: readonly Entry[],
  read: (entry: Entry) => Promise<Read | undefined>,
  faults: Fault[],
): Promise<Read[]> {
  const all = await Promise.all(entries.map(read));
  return entries.flatMap(({ file }, index) => {
    const one = all[index];
    if (one) return [one];
    const message = `${folder}/${file} does not exist; write it, or take it out of the contents`;
    faults.push({ file: "book/book.yml", rule: "chapter-missing", message });
    return [];
  });
}
