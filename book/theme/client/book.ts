/** The only script of a page. Without it everything can be read; with it, four comforts and figures that a reader steers. */
import { chapterKeys } from "./chapterKeys.ts";
import { copyButtons } from "./copyButtons.ts";
import { revealTarget } from "./revealTarget.ts";
import { steeredFigures } from "./steeredFigures.ts";
import { themeButton } from "./themeButton.ts";

themeButton();
copyButtons();
chapterKeys();
revealTarget();
steeredFigures();
