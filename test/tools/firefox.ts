import { type Found, findBrowser } from "./findBrowser.ts";

let found: Promise<Found> | undefined;

/** Looks for a Firefox, as `findBrowser` does: `FIREFOX` names one. */
export function findFirefox(): Promise<Found> {
  found ??= findBrowser({
    variable: "FIREFOX",
    title: "Firefox",
    names: ["firefox-esr", "firefox"],
    places: [
      "/Applications/Firefox.app/Contents/MacOS/firefox",
      "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
      "/snap/bin/firefox",
    ],
    debian: "firefox-esr",
  });
  return found;
}
