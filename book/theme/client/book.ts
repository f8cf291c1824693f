/** The only script of a page. Without it everything can be read; with it, four comforts. */
import { chapterKeys } from "./chapterKeys.ts";
import { copyButtons } from "./copyButtons.ts";
import { revealTarget } from "./revealTarget.ts";
import { themeButton } from "./themeButton.ts";

themeButton();
copyButtons();
chapterKeys();
revealTarget();
