// Figures as files: apart from the rest, since Vega is large.

export * from "./toSvg.ts";
