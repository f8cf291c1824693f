import { keys } from "./keys.ts";
import { markForm } from "./markForm.ts";

// Coming back shows what is saved, not what stood here before.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
for (const time of document.querySelectorAll("time"))
  time.textContent = new Date(time.dateTime).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });

const form = document.querySelector<HTMLFormElement>("#mark");
const mark = form ? markForm(form) : undefined;
keys(mark);
