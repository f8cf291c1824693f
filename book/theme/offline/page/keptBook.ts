import type { Ask, State } from "../messages.ts";
import { isWanted, setWanted } from "./choice.ts";
import { footLine } from "./footLine.ts";
import { footWords, offered, unkept } from "./footWords.ts";
import { keptDownloads } from "./keptDownloads.ts";
import { answeredLate, patientKeptLine } from "./keptLine.ts";
import { newerLine } from "./newerLine.ts";

/** About how much there is to keep: the build writes it. */
declare const siteBytes: number;

/** A worker that was stopped in a load goes on when it is asked again; and the site may have a new edition. */
const pauseMs = { load: 20_000, update: 600_000 };

/** The book on this device, as this page deals with it: has it kept, unless it is not wanted, and says how it stands. */
export class KeptBook {
  readonly #root: string;
  readonly #workers = navigator.serviceWorker;
  readonly #foot = footLine();
  #registration: ServiceWorkerRegistration | undefined;
  #state: State | undefined;
  /** Digest of this page, and the edition that was kept as it was opened. */
  #page: string | undefined;
  #keptAtFirst: string | undefined;
  #asksForIt = false;
  #updated = Date.now();

  constructor(root: string) {
    this.#root = root;
  }

  async start(): Promise<void> {
    patientKeptLine();
    keptDownloads(this.#root, () => this.#state?.kept?.edition);
    this.#workers.addEventListener("message", ({ data }) => this.#hear(data as State));
    this.#workers.addEventListener("controllerchange", () => this.#ask());
    this.#workers.startMessages();
    const known = await this.#workers.getRegistration(this.#root);
    if (isWanted(this.#root) || known?.scope === this.#root) await this.#register();
    else this.#offer();
    setInterval(() => this.#goOn(), pauseMs.load);
    addEventListener("online", () => this.#ask());
    document.addEventListener("visibilitychange", () => this.#lookForNewer());
  }

  async #register(): Promise<void> {
    this.#registration = await this.#workers.register(this.#address);
    this.#ask();
  }

  /** Where the site sends other files than the list says, asking again would change nothing. */
  #goOn(): void {
    const { kept, edition, failed } = this.#state ?? {};
    if (!this.#state || (kept?.edition !== edition && failed !== "changed")) this.#ask();
  }

  get #isWanted(): boolean {
    return this.#asksForIt || isWanted(this.#root);
  }

  /** A worker takes over as soon as it is there, and Firefox knows it as this page's before it is the registration's. */
  #ask(ask: Ask["ask"] = this.#isWanted ? "keep" : "state"): void {
    const { controller } = this.#workers;
    const worker = controller?.scriptURL === this.#address ? controller : this.#registration?.active;
    worker?.postMessage({ ask } satisfies Ask);
  }

  get #address(): string {
    return `${this.#root}service-worker.js`;
  }

  #hear(state: State): void {
    const isFirst = this.#state === undefined;
    // Another edition may have taken the place of the one that was on its way.
    if (state.failed === "changed" && this.#state?.failed !== "changed") this.#update();
    this.#state = state;
    if (isFirst) this.#keptAtFirst = state.kept?.edition;
    // A page from before the worker is taken for what was kept first.
    this.#page ??= state.page ?? state.listed;
    if (state.late !== undefined) answeredLate(state.late === state.page);
    const hasNewer = state.kept && state.kept.edition !== this.#keptAtFirst;
    if (hasNewer && state.listed !== undefined && state.listed !== this.#page) newerLine();
    this.#foot.show(footWords(state, this.#isWanted, this.#presses));
  }

  readonly #presses = {
    keep: (): void => {
      setWanted(this.#root, true);
      this.#asksForIt = true;
      this.#register().catch(() => this.#foot.show(unkept));
    },
    remove: (): void => {
      setWanted(this.#root, false);
      this.#asksForIt = false;
      this.#ask("remove");
    },
  };

  #offer(): void {
    this.#foot.show(offered(siteBytes, this.#presses));
  }

  #lookForNewer(): void {
    if (document.hidden || Date.now() - this.#updated < pauseMs.update) return;
    this.#update();
  }

  #update(): void {
    this.#updated = Date.now();
    this.#registration?.update().catch(() => {}); // without a network there is nothing to look for
  }
}
