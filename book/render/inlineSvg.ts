import { escapeHtml } from "./escapeHtml.ts";
import { figureColours } from "./figureColours.ts";

const coloured = /\b(fill|stroke|stop-color)(="|:\s*)(#[0-9a-f]{3,6}|black)\b/gi;

/**
 * Makes a drawn SVG a citizen of its page: one image with one label instead of a hundred, colours that
 * follow light and dark, ids that no other figure of the page has, and a width of its own.
 *
 * @param name unique in the page
 * @param label the sentence that stands for the image
 */
export function inlineSvg(svg: string, name: string, label: string): string {
  const found = /<svg\b([^>]*)>([\s\S]*)<\/svg>/.exec(svg);
  if (!found) throw new Error("Cannot show the figure: its SVG must have an <svg> element");
  const [, attributes = "", body = ""] = found;
  const { width, height } = sizeOf(attributes);
  const viewBox = /viewBox="([^"]*)"/.exec(attributes)?.[1] ?? `0 0 ${width} ${height}`;
  // Vega counts its ids through a whole process; counted anew, they do not depend on what was drawn before.
  const ids = new Map<string, string>();
  const own = (id: string): string => {
    const given = ids.get(id) ?? `${name}-part-${ids.size + 1}`;
    ids.set(id, given);
    return given;
  };
  const content = quiet(body)
    .replace(coloured, (whole, property: string, between: string, colour: string) => {
      const token = figureColours[colour.toLowerCase()];
      return token ? `${property}${between}var(--${token})` : whole;
    })
    .replace(/\bid="([^"]+)"/g, (_, id: string) => `id="${own(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`)
    .replace(/\bhref="#([^"]+)"/g, (_, id: string) => `href="#${own(id)}"`);
  return (
    `<svg class="drawing" role="img" aria-label="${escapeHtml(label)}" viewBox="${viewBox}" ` +
    `width="${width}" height="${height}" style="--drawn-width:${width}">${content}</svg>`
  );
}

/**
 * Vega labels every mark for screen readers; the figure has one description and a table instead. Its classes mean nothing
 * here, and a tenth of a pixel is as near as anybody sees; but cells that touch, drawn by their widths, would show a tenth.
 */
const quiet = (body: string): string =>
  body
    .replace(/<\?xml[^>]*\?>|<!--[\s\S]*?-->/g, "")
    .replace(/\s(?:aria-[a-z]+|role)="[^"]*"/g, "")
    .replace(/\sclass="(?:mark-|background|role-)[^"]*"/g, "")
    .replace(/ (?:pointer-events="none"|opacity="1"|stroke-miterlimit="4")/g, "") // what holds without them
    .replace(
      / (?:stroke-width="1"|stroke-dasharray="1,0"|text-anchor="start"|font-weight="normal"|[xy]2="0")/g,
      "",
    )
    .replace(/<text\b[^>]*\/>|<path d="" display="none"\/>|<path class="foreground"[^>]*\/>/g, "") // nothing to see
    .replace(/<path d="M0,0h-?[\d.]+v-?[\d.]+h-?[\d.]+Z"\/>/g, "")
    .replace(/<(title|desc)\b[^>]*>[\s\S]*?<\/\1>/g, "")
    .replace(/\b(d|transform)="[^"]*"/g, (attribute) => {
      const parts = /[hv]/.test(attribute) ? 100 : 10;
      return attribute.replace(/-?\d*\.\d{2,}(?:e-?\d+)?/g, (number) =>
        String(Math.round(Number(number) * parts) / parts),
      );
    });

function sizeOf(attributes: string): { width: number; height: number } {
  const size = (name: string, at: number): number => {
    const own = Number(new RegExp(`\\b${name}="([\\d.]+)`).exec(attributes)?.[1]);
    const box = Number(
      /viewBox="([^"]*)"/
        .exec(attributes)?.[1]
        ?.trim()
        .split(/[\s,]+/)[at],
    );
    return Math.round(own || box || 600);
  };
  return { width: size("width", 2), height: size("height", 3) };
}
