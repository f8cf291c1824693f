// Results as data frames: apart from the rest, since danfojs is large.

export * from "./toFrame.ts";
