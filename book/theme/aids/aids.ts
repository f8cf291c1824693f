/** What a page loads as its reader first rests on a link or reaches for a figure. */
import { adoptStyle } from "../client/adoptStyle.ts";
import style from "./aids.css";
import { linkCards } from "./linkCards.ts";
import { pointReaders } from "./pointReaders.ts";

adoptStyle(style);

linkCards();
pointReaders();
