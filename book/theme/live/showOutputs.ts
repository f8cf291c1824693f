import type { MimeBundle, Output } from "../../../kernel/notebook/notebook.ts";
import { OutputList } from "./outputList.ts";
import { PrintedText } from "./printedText.ts";
import { regionOf } from "./regionOf.ts";
import { safeCopy } from "./safeCopy.ts";

const lists = new WeakMap<HTMLElement, OutputList>();

/** Shows the outputs of a cell in place of those before. */
export function showOutputs(place: HTMLElement, outputs: readonly Output[]): void {
  const list = lists.get(place) ?? new OutputList(place, shown);
  lists.set(place, list);
  list.show(outputs);
}

function shown(output: Output): HTMLElement | undefined {
  if (output.output_type === "stream") return printed(output.text);
  if (output.output_type === "error") {
    const told =
      output.traceback.length > 0 ? output.traceback.join("\n") : `${output.ename}: ${output.evalue}`;
    return printed(told, " error");
  }
  return ofBundle(output.data);
}

/** In the richest form that is safe. */
function ofBundle(data: MimeBundle): HTMLElement | undefined {
  const plain = String(data["text/plain"] ?? "");
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
  const region = regionOf("");
  region.append(safeCopy(svg, "image/svg+xml"));
  const drawn = region.querySelector("svg");
  if (!drawn) return printed(words);
  const width = Math.round(Number.parseFloat(drawn.getAttribute("width") ?? "600")) || 600;
  drawn.setAttribute("class", "drawing");
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", words || "A chart");
  drawn.setAttribute("style", `--drawn-width:${width}`);
  return region;
}

function image(base64: string, words: string): HTMLElement {
  const region = regionOf("");
  const picture = document.createElement("img");
  picture.src = `data:image/png;base64,${base64.replace(/\s/g, "")}`;
  picture.alt = words || "An image";
  region.append(picture);
  return region;
}
