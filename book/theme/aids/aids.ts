/** What a page loads as its reader first rests on a link or reaches for a figure. */
import style from "./aids.css";
import { linkCards } from "./linkCards.ts";
import { pointReaders } from "./pointReaders.ts";

// Allowed by any policy, unlike a style element.
const sheet = new CSSStyleSheet();
sheet.replaceSync(style);
document.adoptedStyleSheets.push(sheet);

linkCards();
pointReaders();
