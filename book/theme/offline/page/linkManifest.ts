/**
 * Tells the browser what it could install. By script, since Chromium refuses manifests from a folder, and says so as an error of the
 * page.
 *
 * @param root of the site
 */
export function linkManifest(root: string): void {
  const link = document.createElement("link");
  link.rel = "manifest";
  link.href = `${root}book.webmanifest`;
  document.head.append(link);
}
