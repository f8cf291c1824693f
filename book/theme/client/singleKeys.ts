const name = "genloss-keys";

/** Whether `/`, `s` and `?` do something. Who speaks to a computer, or hits keys by chance, can turn them off. */
export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(name) !== "off";
  } catch {
    return true;
  }
}

export function setSingleKeys(isOn: boolean): void {
  try {
    if (isOn) localStorage.removeItem(name);
    else localStorage.setItem(name, "off");
  } catch {
    // Storage may be forbidden; then they stay as they are.
  }
}
