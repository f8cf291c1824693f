import { loadScript } from "./loadScript.ts";
import { keepSetting, readSetting } from "./settingInAddress.ts";

/** Pictures by figure, as the files beside the pages put them there. */
interface Loaded {
  pictures?: Record<string, readonly string[]>;
}

/** A slider per setting of every steered figure; moving one swaps the picture and its sentence. */
export function steeredFigures(): void {
  for (const steering of document.querySelectorAll<HTMLElement>(".steering")) steer(steering);
}

function steer(steering: HTMLElement): void {
  const figure = steering.closest("figure");
  const canvas = figure?.querySelector<HTMLElement>(".canvas");
  const sentences = [...(figure?.querySelectorAll(".sentences > *") ?? [])];
  if (!figure || !canvas) return;
  const figureName = figure.id || steering.dataset.key || "";
  const settings = [...steering.querySelectorAll<HTMLElement>(".setting")].map((place, i) =>
    addSlider(place, `${figureName}-slider-${i + 1}`),
  );
  // The last slider's values follow one another fastest.
  const at = (): number => settings.reduce((sum, { values, input }) => sum * values.length + +input.value, 0);
  const start = at();
  let drawn = start;

  const moveTo = (index: number): void => {
    let rest = index;
    for (const { values, input } of settings.toReversed()) {
      input.value = String(rest % values.length);
      rest = Math.floor(rest / values.length);
    }
    name();
  };
  const name = (): void => {
    for (const { values, input, output } of settings) {
      const value = values[+input.value] ?? "";
      output.textContent = value;
      input.setAttribute("aria-valuetext", `${value}. ${sentences[at()]?.textContent ?? ""}`);
    }
  };
  const show = async (): Promise<void> => {
    name();
    canvas.setAttribute("aria-busy", "true");
    const pictures = await load(steering);
    canvas.removeAttribute("aria-busy");
    const index = at();
    const picture = pictures?.[index];
    steering.classList.toggle("failed", picture === undefined);
    if (picture === undefined) return moveTo(drawn);
    if (index === drawn) return;
    canvas.innerHTML = picture;
    sentences[drawn]?.classList.remove("now");
    sentences[index]?.classList.add("now");
    drawn = index;
  };
  const keep = (): void =>
    keepSetting(
      figureName,
      at() === start ? [] : settings.map(({ values, input }) => inAddress(values[+input.value] ?? "")),
    );
  const restore = (): void => {
    const kept = readSetting(figureName);
    const places = settings.map(({ values }, i) => values.map(inAddress).indexOf(kept[i] ?? ""));
    moveTo(start);
    if (!places.includes(-1)) for (const [i, { input }] of settings.entries()) input.value = `${places[i]}`;
    name();
    if (at() !== drawn) void show();
  };
  for (const { input } of settings) {
    input.addEventListener("input", show);
    // A drag passes many values; the one at its end is the reader's.
    input.addEventListener("change", keep);
  }
  // Whoever reaches for the slider is about to need the pictures.
  for (const event of ["pointerenter", "pointerdown", "focusin"])
    steering.addEventListener(event, () => void load(steering), { once: true });
  restore();
  addEventListener("popstate", restore);
}

/** Without the spaces between thousands: `?fig-size=10000`. */
const inAddress = (value: string): string => value.replaceAll("\u00a0", "");

interface SliderParts {
  readonly values: readonly string[];
  readonly input: HTMLInputElement;
  readonly output: HTMLElement;
}

function addSlider(place: HTMLElement, id: string): SliderParts {
  const values: string[] = JSON.parse(place.dataset.values ?? "[]");
  const label = document.createElement("label");
  const named = place.querySelector(".setting-label");
  label.className = "setting-label";
  label.htmlFor = id;
  label.textContent = named?.textContent ?? "";
  named?.replaceWith(label);

  const input = document.createElement("input");
  Object.assign(input, {
    type: "range",
    id,
    autocomplete: "off",
    min: "0",
    max: String(values.length - 1),
    step: "1",
  });
  input.value = place.dataset.start ?? "0";
  const scale = document.createElement("div");
  scale.className = "setting-scale";
  scale.setAttribute("aria-hidden", "true");
  // All values where there is room for them, in one line or, where the page has kept it, in two; else the two ends.
  const isNamed = values.join("   ").length <= 44 || place.classList.contains("worded");
  for (const [i, value] of values.entries()) {
    const mark = document.createElement("span");
    mark.textContent = isNamed || i === 0 || i === values.length - 1 ? value : "";
    scale.append(mark);
  }
  const track = document.createElement("div");
  track.className = "setting-track";
  track.append(input, scale);
  const output = place.querySelector<HTMLElement>(".setting-value") ?? document.createElement("output");
  output.setAttribute("for", id);
  output.after(track);
  return { values, input, output };
}

/** The pictures of a figure; undefined if they did not come, and then the next move asks again. */
async function load({ dataset }: HTMLElement): Promise<readonly string[] | undefined> {
  const { pictures: address = "", key = "" } = dataset;
  await loadScript(address).catch(() => {});
  return (globalThis as Loaded).pictures?.[key];
}
