/** The colours figures are drawn in, and the tokens of the theme that stand for them in a page. */
export const figureColours: Readonly<Record<string, string>> = {
  "#1c1b19": "ink",
  "#000": "ink",
  "#000000": "ink",
  "#333": "ink",
  black: "ink",
  "#57534e": "soft",
  "#888": "soft",
  "#888888": "soft",
  "#e7e2d6": "rule",
  "#ddd": "rule",
  "#9a3412": "accent",
  "#0072b2": "blue",
  "#d55e00": "vermilion",
  "#009e73": "green",
  "#cc79a7": "purple",
};
