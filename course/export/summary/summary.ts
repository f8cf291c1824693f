import { escapeHtml } from "../../../kernel/display/escapeHtml.ts";
import type { CourseMarks } from "../courseMarks.ts";
import type { Exported } from "../exported.ts";
import { pointsText } from "../pointsText.ts";
import { assignmentFigures, exerciseFigures } from "./assignmentFigures.ts";
import { type AssignmentFacts, type ExerciseFacts, summaryFacts } from "./summaryFacts.ts";
import { type SummaryFigure, summaryFigure } from "./summaryFigure.ts";
import { summaryPage } from "./summaryPage.ts";

/** A page for instructors: of each assignment and exercise how marks fall, which tests fail, and what came late. Without names. */
export async function summary(course: CourseMarks): Promise<Exported> {
  const sections: string[] = [];
  for (const assignment of course.assignments) sections.push(await section(summaryFacts(course, assignment)));
  const title = `${course.settings.title}: how it went`;
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="soft">No student is named here. In a small class a chart can still tell who is who.</p>
${sections.join("\n")}`;
  return { files: new Map([["summary.html", summaryPage(title, body)]]), notes: [] };
}

async function section(facts: AssignmentFacts): Promise<string> {
  const exercises: string[] = [];
  for (const exercise of facts.exercises) exercises.push(await exerciseSection(exercise));
  const { title, handedIn, students, points, pending, stale } = facts;
  const waiting =
    pending === 0
      ? ""
      : ` ${pending} ${pending === 1 ? "mark waits" : "marks wait"} for a person or for the judge, or can still be handed in, and ${pending === 1 ? "is" : "are"} left out of the marks below.`;
  const changed =
    stale === 0
      ? ""
      : ` ${stale} ${stale === 1 ? "student has" : "students have"} a mark of an answer that changed since it was read.`;
  return `<section>
<h2>${escapeHtml(title)}</h2>
<p>${handedIn} of ${students} students handed in; there are ${pointsText(points)} points.${waiting}${changed}</p>
${await figures(assignmentFigures(facts))}
${exercises.join("\n")}
</section>`;
}

async function exerciseSection(facts: ExerciseFacts): Promise<string> {
  const drawn = exerciseFigures(facts);
  const words = `${pointsText(facts.points)} ${facts.points === 1 ? "point" : "points"}`;
  return `<h3>${escapeHtml(facts.title)}</h3>
<p class="soft">${words}${drawn.length === 0 ? "; nothing to show yet" : ""}</p>
${await figures(drawn)}`;
}

async function figures(list: readonly SummaryFigure[]): Promise<string> {
  const drawn: string[] = [];
  for (const figure of list) drawn.push(await summaryFigure(figure));
  return drawn.length === 0 ? "" : `<div class="figures">\n${drawn.join("\n")}\n</div>`;
}
