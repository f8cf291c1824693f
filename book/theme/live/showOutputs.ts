import type { MimeBundle, Output } from "../../../kernel/notebook/notebook.ts";
import { safeCopy } from "./safeCopy.ts";

/** A page that holds more lines than a reader can look at is slow. */
const mostCharacters = 100_000;

/** Shows the outputs of a cell in place of those before. */
export function showOutputs(place: HTMLElement, outputs: readonly Output[]): void {
  place.replaceChildren(...outputs.map(shown).filter((each) => each !== undefined));
  place.hidden = place.childElementCount === 0;
}

function shown(output: Output): HTMLElement | undefined {
  if (output.output_type === "stream") return printed(output.text, output.name === "stderr" ? " stderr" : "");
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
  const region = regionOf(kind);
  const pre = document.createElement("pre");
  // Colour codes are for terminals.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape character is what is looked for
  const plain = text.replace(/\u001b\[[\d;]*m/g, "").replace(/\n+$/, "");
  const left = plain.length - mostCharacters;
  pre.textContent =
    left > 0 ? `… ${left} characters before are left out\n${plain.slice(-mostCharacters)}` : plain;
  region.append(pre);
  return region;
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

function regionOf(kind: string): HTMLElement {
  const region = document.createElement("div");
  region.className = `output${kind}`;
  region.role = "group";
  region.tabIndex = 0; // what is cut off can be scrolled to
  region.ariaLabel = "Output of your run";
  return region;
}
