/** The only script of a page. Without it everything can be read; with it, some comforts and figures that a reader steers. */
import { chapterKeys } from "./chapterKeys.ts";
import { copyButtons } from "./copyButtons.ts";
import { foundWords } from "./foundWords.ts";
import { liveCells } from "./liveCells.ts";
import { openOnPaper } from "./openOnPaper.ts";
import { pageKeys } from "./pageKeys.ts";
import { practiceOnCover } from "./practice.ts";
import { revealTarget } from "./revealTarget.ts";
import { rings } from "./rings.ts";
import { scrollStops } from "./scrollStops.ts";
import { searchButtons } from "./searchButtons.ts";
import { steeredFigures } from "./steeredFigures.ts";
import { themeButton } from "./themeButton.ts";

themeButton();
searchButtons();
copyButtons();
liveCells();
practiceOnCover();
chapterKeys();
pageKeys();
revealTarget();
foundWords();
steeredFigures();
scrollStops();
rings();
openOnPaper();
