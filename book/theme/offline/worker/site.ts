import type { SiteFiles } from "../../../offline/siteFiles.ts";
import { here } from "./here.ts";

/** The build writes it before the program. */
declare const siteFiles: SiteFiles;

/** The edition that this worker came with. */
export const site: SiteFiles = siteFiles;

/** Where the site is, with a slash at its end. */
export const root = (): string => here.registration.scope;

/** @param path in the site */
export const addressOf = (path: string): string => new URL(path, root()).href;
