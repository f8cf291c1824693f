import { figureColours } from "../../render/figureColours.ts";

const html = new Set(
  "a abbr b blockquote br caption code col colgroup dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd label li mark ol p pre progress q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var".split(
    " ",
  ),
);
const svg = new Set(
  "svg g path rect circle ellipse line polyline polygon text tspan defs clipPath linearGradient radialGradient stop".split(
    " ",
  ),
);
const attributes = new Set("class colspan dir lang max open role rowspan scope title value".split(" "));
const styles = [
  ...["text-align", "vertical-align", "white-space", "font-weight", "font-style", "font-family", "font-size"],
  ...["color", "background-color", "padding", "padding-left", "border", "border-bottom", "opacity"],
];
const svgSpace = "http://www.w3.org/2000/svg";
let copies = 0;

/**
 * What a cell shows as HTML or SVG, made anew from what is known to do nothing: no script, no address, no frame, no form.
 * The reader's code, or what somebody gave the reader to paste, cannot reach the page through what it shows.
 */
export function safeCopy(source: string, type: "text/html" | "image/svg+xml"): DocumentFragment {
  copies += 1;
  const parsed = new DOMParser().parseFromString(source, type); // runs and loads nothing
  const fragment = document.createDocumentFragment();
  const from = type === "text/html" ? parsed.body.childNodes : [parsed.documentElement];
  for (const node of from) copyInto(fragment, node, `live-${copies}-`);
  return fragment;
}

function copyInto(parent: Node, node: Node, prefix: string): void {
  if (node.nodeType === Node.TEXT_NODE) parent.appendChild(document.createTextNode(node.nodeValue ?? ""));
  if (!(node instanceof Element)) return;
  const isSvg = node.namespaceURI === svgSpace;
  const name = isSvg ? node.localName : node.localName.toLowerCase();
  if (!(isSvg ? svg : html).has(name)) return;
  const made = isSvg ? document.createElementNS(svgSpace, name) : document.createElement(name);
  for (const { name, value } of node.attributes) {
    const kept = isSvg ? svgValue(name, value, prefix) : attributes.has(name) ? value : undefined;
    if (kept !== undefined) made.setAttribute(name, kept);
  }
  if (!isSvg && node instanceof HTMLElement && made instanceof HTMLElement)
    for (const style of styles) {
      const value = node.style.getPropertyValue(style);
      if (value && !/url|image|expression/i.test(value)) made.style.setProperty(style, value);
    }
  for (const child of node.childNodes) copyInto(made, child, prefix);
  parent.appendChild(made);
}

/** Of an SVG all but handlers and addresses; colours of figures follow light and dark. */
function svgValue(name: string, value: string, prefix: string): string | undefined {
  if (/^on|href|^style$|^xmlns|^aria|^role$|^tabindex$/i.test(name)) return undefined;
  if (name === "id") return prefix + value;
  const own = /^url\(#([\w-]+)\)$/.exec(value.trim());
  if (own) return `url(#${prefix}${own[1]})`;
  if (/url\(|javascript:/i.test(value)) return undefined;
  const token = /^(?:fill|stroke|stop-color)$/.test(name) ? figureColours[value.toLowerCase()] : undefined;
  return token ? `var(--${token})` : value;
}
