import { gzipSync } from "node:zlib";
import { contentHash } from "../cache.ts";
import { type Context, report } from "./context.ts";
import type { Spec } from "./drawChart.ts";
import { escapeHtml } from "./escapeHtml.ts";
import { inlineSvg } from "./inlineSvg.ts";
import type { LiveSteering } from "./liveSteering.ts";
import { drawSettings, type Steering, settingsOf, startOf } from "./steering.ts";
import { valueText } from "./valueText.ts";

/** What a reader's first move of a slider may load. */
const allowedBytes = 150_000;

/** The parts of a figure that a reader steers. */
export interface SteeredParts {
  /** Names the setting; the page's script puts the slider there. */
  readonly controls: string;
  /** The picture at the start. */
  readonly drawing: string;
  /** The sentences of all settings, of which one shows, in the room of the longest. */
  readonly sentences: string;
}

/**
 * A figure with sliders, without an engine: the picture at the start stands in the page, those of all settings in a
 * file beside it. The file is a script, because pages opened from a folder cannot fetch anything else.
 */
export async function steeredParts(
  spec: Spec,
  steering: Steering,
  name: string,
  version: number,
  context: Context,
): Promise<SteeredParts> {
  const settings = settingsOf(steering);
  const start = startOf(steering);
  const shown = settings.findIndex((at) => Object.keys(start).every((key) => at[key] === start[key]));
  const sentences = settings.map((_, i) => steering.descriptions[i]?.trim() ?? "");
  const silent = sentences.indexOf("");
  if (silent >= 0) {
    const at = Object.values(settings[silent] ?? {}).join(", ");
    report(context, "no-description", `a chart needs a sentence for every setting; there is none at ${at}`);
  }
  const drawn = await context.cache.remember("charts", [version, "steered", spec], () =>
    drawSettings(spec, steering),
  );
  const pictures = drawn.map((svg, i) => inlineSvg(svg, name, sentences[i] ?? ""));
  return {
    controls: controls(steering, `${addPictures(pictures, name, context)}${liveData(steering, context)}`),
    drawing: pictures[shown] ?? "",
    sentences: `<div class="sentences">${sentences
      .map((text, i) => `<p class="description${i === shown ? " now" : ""}">${escapeHtml(text)}</p>`)
      .join("")}</div>`,
  };
}

/** Writes the pictures into a file named by its content. */
function addPictures(pictures: readonly string[], name: string, context: Context): string {
  const key = `${context.chapter.slug}-${name}`;
  const text = `(globalThis.pictures??={})[${JSON.stringify(key)}]=${JSON.stringify(pictures)};\n`;
  const bytes = gzipSync(text, { level: 9 }).length;
  if (bytes > allowedBytes) {
    const size = `${Math.ceil(bytes / 1000)} kB compressed, ${allowedBytes / 1000} are allowed`;
    report(
      context,
      "page-budget",
      `the pictures of all settings take ${size}; plot fewer points or settings`,
    );
  }
  const path = `data/${key}.${contentHash(text, 8)}.js`;
  context.downloads.set(path, text);
  return `data-pictures="${path}" data-key="${key}"`;
}

function liveData({ sliders, live }: Steering, { cell }: Context): string {
  if (!live) return "";
  const own = sliders.map(({ name, values, between }) => ({ name, values, ...(between && { between }) }));
  const data: LiveSteering = { cell, sliders: own, ...live };
  return ` data-live="${escapeHtml(JSON.stringify(data))}"`;
}

function controls({ sliders }: Steering, attributes: string): string {
  const settings = sliders.map(({ label, values, start }) => {
    const texts = values.map(valueText);
    // The words of three stops have room in two lines, which is kept for them.
    const worded = texts.length === 3 && texts.join("   ").length > 44 ? " worded" : "";
    return (
      `<div class="setting${worded}" data-values="${escapeHtml(JSON.stringify(texts))}" data-start="${values.indexOf(start)}">` +
      `<span class="setting-label">${escapeHtml(label)}</span> ` +
      `<output class="setting-value">${escapeHtml(valueText(start))}</output></div>`
    );
  });
  return `<div class="steering" ${attributes}>${settings.join("\n")}
<noscript><p class="setting-note">The slider needs scripts, which are off here; the CSV has the data of every setting.</p></noscript></div>
`;
}
