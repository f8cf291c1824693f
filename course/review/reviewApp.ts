import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import { type Html, html } from "../page/html.ts";
import { answerAddress, cellAddress } from "./addresses.ts";
import { answerPage } from "./answerPage.ts";
import { exercisePage } from "./exercisePage.ts";
import { exercisesPage } from "./exercisesPage.ts";
import type { Guard } from "./guard.ts";
import { readMarkForm } from "./markForm.ts";
import { inWords } from "./markPanel.ts";
import { markUntouched, unmarkUntouched } from "./markUntouched.ts";
import { removeRubricItem } from "./removeRubricItem.ts";
import type { CellReview, ReviewCell, ReviewDesk } from "./reviewDesk.ts";
import type { ReviewEntry } from "./reviewEntry.ts";
import { wordsPage } from "./reviewPage.ts";
import { saveMark } from "./saveMark.ts";
import { saveRubricItem } from "./saveRubricItem.ts";

/** What pages load from here. */
export interface ReviewAssets {
  readonly css: string;
  readonly script: string;
}

/** What a page sends at most: a comment and a reason, with room. */
const largestBody = 200_000;

/** The pages of a review, and what they send. */
export function reviewApp(desk: ReviewDesk, { check }: Guard, assets: ReviewAssets): Hono {
  const app = new Hono();
  let areNamesShown = false;

  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        connectSrc: ["'self'"],
        imgSrc: ["data:"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // A form's request must say where it comes from; other sites are told nothing.
      referrerPolicy: "same-origin",
      crossOriginResourcePolicy: "same-origin",
      // Loopback has no certificate.
      strictTransportSecurity: false,
    }),
  );
  app.use(async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  app.use(check);
  app.use(bodyLimit({ maxSize: largestBody }));

  app.get("/review.css", (c) => c.body(assets.css, 200, { "content-type": "text/css; charset=utf-8" }));
  app.get("/review.js", (c) =>
    c.body(assets.script, 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  app.get("/", (c) => c.html(String(exercisesPage(desk.reviews(desk.cells())))));

  app.get("/exercise/:assignment/:notebook/:gradeId", (c) => {
    const review = reviewOf(desk, c);
    return review ? c.html(String(exercisePage(review, desk.course.seed))) : notFound(c);
  });
  app.get("/exercise/:assignment/:notebook/:gradeId/next", (c) => {
    const review = reviewOf(desk, c);
    if (!review) return notFound(c);
    const { cell, entries } = review;
    const at = entries.findIndex(({ key }) => key === c.req.query("after"));
    // Round once: what was left out before comes again.
    const next = [...entries.slice(at + 1), ...entries.slice(0, Math.max(at, 0))].find(
      ({ isOpen }) => isOpen,
    );
    return c.redirect(next ? answerAddress(cell, next.key) : cellAddress(cell), 303);
  });
  app.post("/exercise/:assignment/:notebook/:gradeId/untouched", (c) => {
    const cell = cellOf(desk, c);
    if (!cell) return notFound(c);
    markUntouched(desk, [cell]);
    return c.redirect(cellAddress(cell), 303);
  });
  app.post("/exercise/:assignment/:notebook/:gradeId/untouched/back", (c) => {
    const cell = cellOf(desk, c);
    if (!cell) return notFound(c);
    unmarkUntouched(desk, cell);
    return c.redirect(cellAddress(cell), 303);
  });
  app.post("/untouched", (c) => {
    markUntouched(desk, desk.cells());
    return c.redirect("/", 303);
  });
  app.post("/exercise/:assignment/:notebook/:gradeId/rubric", async (c) => {
    const cell = cellOf(desk, c);
    if (!cell) return notFound(c);
    const outcome = saveRubricItem(desk, cell, await c.req.json().catch(() => undefined));
    return c.json(outcome, "fault" in outcome ? 400 : 200);
  });
  app.post("/exercise/:assignment/:notebook/:gradeId/rubric/remove", async (c) => {
    const cell = cellOf(desk, c);
    if (!cell) return notFound(c);
    const outcome = removeRubricItem(desk, cell, await c.req.json().catch(() => undefined));
    return c.json(outcome, "fault" in outcome ? 400 : 200);
  });
  app.get("/exercise/:assignment/:notebook/:gradeId/answer/:key", (c) => {
    const review = reviewOf(desk, c);
    const entry = review && entryOf(review, c);
    if (!entry) return notFound(c);
    const students = areNamesShown ? desk.course.gradebook.students() : [];
    const page = answerPage({
      ...{ review, entry },
      rubric: desk.rubric(review.cell),
      uses: desk.rubricUses(review.cell),
      comments: desk.comments(review.cell),
      student: students.find(({ id }) => id === entry.student),
      isWhole: c.req.query("whole") === "1",
    });
    return c.html(String(page));
  });
  app.post("/exercise/:assignment/:notebook/:gradeId/answer/:key/mark", async (c) => {
    const review = reviewOf(desk, c);
    const entry = review && entryOf(review, c);
    const form = readMarkForm(await c.req.json().catch(() => undefined));
    if (!entry) return notFound(c);
    if (!form) return c.json({ fault: "This is no mark: reload the page" }, 400);
    const outcome = saveMark(desk, review.cell, entry.student, form);
    if ("fault" in outcome) return c.json(outcome, 400);
    if (!("conflict" in outcome)) return c.json(outcome);
    const { conflict, version } = outcome;
    const words = conflict ? inWords(conflict) : "Somebody took the mark back after you opened this page";
    return c.json({ conflict: words, version }, 409);
  });
  app.post("/names", async (c) => {
    areNamesShown = !areNamesShown;
    const { to } = await c.req.parseBody();
    return c.redirect(typeof to === "string" && /^\/exercise\/[^\\]*$/.test(to) ? to : "/", 303);
  });
  app.notFound((c) => notFound(c));
  return app;
}

const notFound = (c: Context): Response | Promise<Response> =>
  page(
    c,
    404,
    html`<p>There is no such exercise or answer here. It may have been collected anew.</p><p><a href="/">To the exercises</a></p>`,
  );

const page = (c: Context, status: 404, words: Html): Response | Promise<Response> =>
  c.html(String(wordsPage("Nothing here", words)), status);

function cellOf(desk: ReviewDesk, c: Context): ReviewCell | undefined {
  const { assignment = "", notebook = "", gradeId = "" } = c.req.param() as Record<string, string>;
  return desk.cell({ assignment, notebook, gradeId });
}

function reviewOf(desk: ReviewDesk, c: Context): CellReview | undefined {
  const cell = cellOf(desk, c);
  return cell && desk.reviews([cell])[0];
}

const entryOf = ({ entries }: CellReview, c: Context): ReviewEntry | undefined =>
  entries.find(({ key }) => key === c.req.param("key"));
