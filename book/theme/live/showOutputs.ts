import type { MimeBundle, Output } from "../../../kernel/notebook/notebook.ts";
import { controlType } from "../../../kernel/page/controlType.ts";
import type { PageControl } from "../../../kernel/page/pageControls.ts";
import { controlElement, type OnMove } from "./controlElement.ts";
import { OutputList } from "./outputList.ts";
import { PrintedText } from "./printedText.ts";
import { regionOf } from "./regionOf.ts";
import { safeCopy } from "./safeCopy.ts";

const lists = new WeakMap<HTMLElement, OutputList>();

/** Shows the outputs of a cell in place of those before. @param onMove is told where its controls are put */
export function showOutputs(place: HTMLElement, outputs: readonly Output[], onMove: OnMove): void {
  const list = lists.get(place) ?? new OutputList(place, (output) => shown(output, onMove));
  lists.set(place, list);
  list.show(outputs);
}

function shown(output: Output, onMove: OnMove): HTMLElement | undefined {
  if (output.output_type === "stream") return printed(output.text);
  if (output.output_type === "error") {
    const told =
      output.traceback.length > 0 ? output.traceback.join("\n") : `${output.ename}: ${output.evalue}`;
    return printed(told, " error");
  }
  return ofBundle(output.data, onMove);
}

/** In the richest form that is safe. */
function ofBundle(data: MimeBundle, onMove: OnMove): HTMLElement | undefined {
  const plain = String(data["text/plain"] ?? "");
  if (data[controlType]) return controlElement(data[controlType] as unknown as PageControl, onMove);
  if (typeof data["image/svg+xml"] === "string") return drawing(data["image/svg+xml"], plain);
  if (typeof data["image/png"] === "string") return image(data["image/png"], plain);
  if (typeof data["text/html"] === "string") {
    const region = regionOf(" html");
    region.append(safeCopy(data["text/html"], "text/html"));
    return region;
  }
  return plain === "" ? undefined : printed(plain);
}

function printed(text: string, kind = ""): HTMLElement {
  const region = new PrintedText(kind);
  region.show(text);
  return region.element;
}

function drawing(svg: string, words: string): HTMLElement {
  const made = drawn(svg, words);
  if (!made) return printed(words);
  const region = regionOf("");
  region.append(made);
  return region;
}

/** A drawing as one image of the page; undefined if there is none in the source. */
export function drawn(svg: string, words: string): SVGElement | undefined {
  const made = safeCopy(svg, "image/svg+xml").querySelector("svg");
  if (!made) return undefined;
  const width = Math.round(Number.parseFloat(made.getAttribute("width") ?? "600")) || 600;
  made.setAttribute("class", "drawing");
  made.setAttribute("role", "img");
  made.setAttribute("aria-label", words || "A chart");
  made.setAttribute("style", `--drawn-width:${width}`);
  return made;
}

function image(base64: string, words: string): HTMLElement {
  const region = regionOf("");
  const picture = document.createElement("img");
  picture.src = `data:image/png;base64,${base64.replace(/\s/g, "")}`;
  picture.alt = words || "An image";
  region.append(picture);
  return region;
}
