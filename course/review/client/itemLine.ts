/** The line of a new item, ticked, as the server writes those that are there already. */
export function itemLine(
  { id, text, points }: { id: string; text: string; points: number },
  index: number,
): HTMLElement {
  const line = document.createElement("li");
  [line.dataset.id, line.dataset.points] = [id, String(points)];
  const label = document.createElement("label");
  const box = Object.assign(document.createElement("input"), {
    type: "checkbox",
    name: "rubric",
    value: id,
    checked: true,
  });
  const key = document.createElement("kbd");
  key.textContent = String(index + 1);
  const words = Object.assign(document.createElement("span"), { className: "text", textContent: text });
  const worth = Object.assign(document.createElement("span"), {
    className: "worth",
    textContent: points < 0 ? `−${-points}` : `+${points}`,
  });
  label.append(box, " ", ...(index < 9 ? [key] : []), " ", words, " ", worth);
  const edit = Object.assign(document.createElement("button"), {
    type: "button",
    className: "edit",
    textContent: "Edit",
  });
  edit.setAttribute("aria-label", `Edit ${text}`);
  line.append(label, " ", edit);
  return line;
}
