import type { LiveSteering } from "../../render/liveSteering.ts";
import { chapterRuns } from "./chapterRuns.ts";
import { LiveFigure } from "./liveFigure.ts";
import { loadScript } from "./loadScript.ts";
import { keepSetting, readSetting } from "./settingInAddress.ts";
import { SettingSlider } from "./settingSlider.ts";
import { SteeringBar } from "./steeringBar.ts";

/** Pictures by figure, as the files beside the pages put them there. */
interface Loaded {
  pictures?: Record<string, readonly string[]>;
}

/** A slider per setting of every steered figure; moving one swaps the picture and its sentence. */
export function steeredFigures(): void {
  for (const steering of document.querySelectorAll<HTMLElement>(".steering")) steer(steering);
}

/** What the figure shows: one of the book's pictures, or what was computed here. */
type Shown = number | "live";

function steer(steering: HTMLElement): void {
  const figure = steering.closest("figure");
  const canvas = figure?.querySelector<HTMLElement>(".canvas");
  const sentences = [...(figure?.querySelectorAll<HTMLElement>(".sentences > *") ?? [])];
  if (!figure || !canvas) return;
  const figureName = figure.id || steering.dataset.key || "";
  const own = chapterRuns();
  const given = steering.dataset.live;
  const live: LiveSteering | undefined = own && given ? JSON.parse(given) : undefined;
  const drawer = live && own && new LiveFigure(live, own);
  const sliders = [...steering.querySelectorAll<HTMLElement>(".setting")].map(
    (place, i) =>
      new SettingSlider(place, `${figureName}-slider-${i + 1}`, live?.sliders[i], {
        onMove: () => void show(),
        onRest: () => keep(),
      }),
  );
  const bar = own && new SteeringBar(steering, live);
  bar?.onAgain((again) => {
    count = again;
    void show();
  });
  bar?.onStop(() => void drawer?.stop());
  let count = 0;
  // The last slider's values follow one another fastest.
  const index = (): number | undefined =>
    sliders.reduce<number | undefined>(
      (sum, slider) =>
        sum === undefined || slider.index === undefined ? undefined : sum * slider.size + slider.index,
      0,
    );
  const start = index();
  let drawn: Shown = start ?? 0;
  let texts = sliders.map(({ inAddress }) => inAddress);
  const picture = (): SVGElement | null => canvas.querySelector("svg");
  const liveSentence = document.createElement("p");
  liveSentence.className = "description";

  const name = (): void => {
    const at = index();
    const sentence = at === undefined || count > 0 ? liveSentence : sentences[at];
    for (const slider of sliders) slider.name(sentence?.textContent ?? "");
  };
  const nowIs = (shown: Shown): void => {
    for (const each of [...sentences, liveSentence]) each.classList.remove("now");
    (shown === "live" ? liveSentence : sentences[shown])?.classList.add("now");
    drawn = shown;
    texts = sliders.map(({ inAddress }) => inAddress);
    name();
  };
  /** Back to where the picture is from. */
  const back = (): void => {
    for (const [i, slider] of sliders.entries()) slider.read(texts[i] ?? "");
    name();
  };
  const show = async (): Promise<void> => {
    name();
    const at = index();
    if (at !== undefined && count === 0) return showPicture(at);
    await showLive();
  };
  const showPicture = async (at: number): Promise<void> => {
    drawer?.forget();
    canvas.setAttribute("aria-busy", "true");
    const pictures = await load(steering);
    if (index() !== at || count > 0) return; // moved on meanwhile
    canvas.removeAttribute("aria-busy");
    const found = pictures?.[at];
    steering.classList.toggle("failed", found === undefined);
    if (found === undefined) return back();
    bar?.say("");
    if (at === drawn) return;
    canvas.innerHTML = found;
    nowIs(at);
  };
  const showLive = async (): Promise<void> => {
    if (!live || !drawer || !own || !bar) return;
    const at = Object.fromEntries(live.sliders.map(({ name, values }, i) => [name, sliders[i]!.of(values)]));
    const where = sliders.map(({ text }) => text).join(", ");
    canvas.setAttribute("aria-busy", "true");
    bar.wait();
    try {
      const made = await drawer.draw({ at, count }, (words) => bar.say(words));
      if (!made) return;
      const before = picture();
      const svg = own.program().drawn(made.svg, made.description);
      if (!svg || !before) throw new Error("there is no picture in what came");
      placeLike(svg, before);
      canvas.replaceChildren(svg);
      if (!liveSentence.isConnected) sentences.at(-1)?.after(liveSentence);
      liveSentence.textContent = made.description;
      nowIs("live");
      bar.say(count > 0 ? `Drawn anew, no. ${count}.` : "Computed here.", live.isSmaller);
    } catch (error) {
      bar.say(`Not computed for ${where}: ${(error as Error).message}`);
      count = drawn === "live" ? count : 0;
      bar.count = count;
      back();
    }
    canvas.removeAttribute("aria-busy");
    bar.rest();
  };
  const keep = (): void =>
    keepSetting(figureName, index() === start ? [] : sliders.map(({ inAddress }) => inAddress));
  const restore = (): void => {
    const kept = readSetting(figureName);
    const isThere =
      kept.length === sliders.length && sliders.every((slider, i) => slider.read(kept[i] ?? ""));
    if (!isThere && start !== undefined) {
      let rest = start;
      for (const slider of sliders.toReversed()) {
        slider.set(rest % slider.size);
        rest = Math.floor(rest / slider.size);
      }
    }
    name();
    if (index() !== drawn) void show();
  };
  // Whoever reaches for the slider is about to need the pictures.
  for (const event of ["pointerenter", "pointerdown", "focusin"])
    steering.addEventListener(event, () => void load(steering), { once: true });
  restore();
  addEventListener("popstate", restore);
}

/** Of the size of another drawing, with the plot at the same place: nothing moves but the data. */
function placeLike(svg: SVGElement, other: SVGElement): void {
  const [x, y] = plotOf(svg);
  const [otherX, otherY] = plotOf(other);
  const [left = 0, top = 0, width = 0, height = 0] = (other.getAttribute("viewBox") ?? "")
    .split(" ")
    .map(Number);
  svg.setAttribute("viewBox", `${left + x - otherX} ${top + y - otherY} ${width} ${height}`);
  for (const name of ["width", "height", "style"]) svg.setAttribute(name, other.getAttribute(name) ?? "");
}

function plotOf(svg: SVGElement): [number, number] {
  const [, x = "0", y = "0"] =
    /translate\(([-\d.]+),([-\d.]+)\)/.exec(
      svg.querySelector("g[transform]")?.getAttribute("transform") ?? "",
    ) ?? [];
  return [Number(x), Number(y)];
}

/** The pictures of a figure; undefined if they did not come, and then the next move asks again. */
async function load({ dataset }: HTMLElement): Promise<readonly string[] | undefined> {
  const { pictures: address = "", key = "" } = dataset;
  await loadScript(address).catch(() => {});
  return (globalThis as Loaded).pictures?.[key];
}
