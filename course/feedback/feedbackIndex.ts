import type { FinalMark } from "../gradebook/finalMark.ts";
import type { Student } from "../gradebook/student.ts";
import { type Html, html } from "../page/html.ts";
import { feedbackShell } from "./feedbackPage.ts";

/** For the instructor: everybody's marks in an assignment, and where their feedback is. */
export function feedbackIndex(
  assignment: string,
  {
    students,
    marks,
    notebooks,
  }: {
    readonly students: readonly Student[];
    readonly marks: readonly FinalMark[];
    readonly notebooks: readonly string[];
  },
): Html {
  const byStudent = new Map(marks.map((mark) => [mark.student, mark]));
  // Where there is one notebook, its name says nothing that the heading does not say.
  const linkWords = (notebook: string): string => (notebooks.length === 1 ? "page" : notebook);
  const pending = marks.filter(({ isPending }) => isPending).length;
  return feedbackShell(
    `Feedback: ${assignment}`,
    html`<h1>Feedback: ${assignment}</h1>
<p class="notice">For you alone: this page has everybody’s marks. Students get the folder of their own.</p>
<p>${marks.length} students${pending > 0 && html`; ${pending} of them wait for something that is not graded yet`}.</p>
<div class="scroll" role="group" aria-label="Marks" tabindex="0"><table class="numbers">
<thead><tr><th scope="col">Student</th><th scope="col">Points</th><th scope="col">Late</th><th scope="col">Feedback</th></tr></thead>
<tbody>
${students.map(({ id, firstName, lastName }) => {
  const mark = byStudent.get(id);
  return (
    mark &&
    html`<tr><th scope="row">${nameOf({ firstName, lastName }) || id}${nameOf({ firstName, lastName }) !== "" && html` <small>${id}</small>`}</th>
<td>${mark.score} of ${mark.points}${mark.isPending && html` <small>not all graded</small>`}${
      mark.cells.some(({ isStale }) => isStale) && html` <small>an answer changed since it was read</small>`
    }</td>
<td>${mark.daysLate === 0 ? "" : `${mark.daysLate} d`}</td>
<td>${notebooks.map((notebook) => html`<a href="${[id, assignment, `${notebook}.html`].map(encodeURIComponent).join("/")}">${linkWords(notebook)}</a> `)}</td></tr>`
  );
})}
</tbody>
</table></div>`,
  );
}

const nameOf = ({ firstName, lastName }: Pick<Student, "firstName" | "lastName">): string =>
  `${lastName}, ${firstName}`.replace(/^, |, $/, "");
