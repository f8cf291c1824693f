import { Command } from "commander";

/** `genloss book`: placeholder until the book's builder lands. */
export function bookCommand(): Command {
  return new Command("book");
}
