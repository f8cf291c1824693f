import { pointsText } from "../pointsText.ts";
import { quantile } from "./quantile.ts";
import { scoreBins } from "./scoreBins.ts";
import { countsChart, scoresChart, statusesChart, timesChart } from "./summaryCharts.ts";
import type { AssignmentFacts, ExerciseFacts } from "./summaryFacts.ts";
import type { SummaryFigure } from "./summaryFigure.ts";

/** What is drawn of an assignment as a whole. */
export function assignmentFigures(facts: AssignmentFacts): SummaryFigure[] {
  const { scores, points, lateness, students, exercises } = facts;
  const timed = exercises.filter(({ times }) => times.length > 0);
  const slowest = [...timed].sort((a, b) => quantile(b.times, 0.5) - quantile(a.times, 0.5))[0];
  return [
    ...scoresFigure("Marks", scores, points),
    ...(lateness.length > 0
      ? [
          {
            title: "When it was handed in",
            sentence: sentenceOf(lateness.map(({ label, count }) => `${label}: ${count}`)),
            spec: countsChart(
              lateness.map((each) => ({ ...each, shown: String(each.count) })),
              students,
            ),
            head: ["handed in", "students"],
            rows: lateness.map(({ label, count }) => [label, count]),
          },
        ]
      : []),
    ...(exercises.some(({ statuses }) => statuses.length > 0)
      ? [
          {
            title: "How answers fared",
            sentence: statusSentence(exercises),
            spec: statusesChart(exercises),
            head: ["exercise", "status", "answers"],
            rows: exercises.flatMap(({ title, statuses }) =>
              statuses.map(({ label, count }) => [title, label, count]),
            ),
          },
        ]
      : []),
    ...(slowest
      ? [
          {
            title: "Time of judging",
            sentence: `The dot is the median, the line goes from the tenth to the ninetieth percentile. “${slowest.title}” takes longest: ${seconds(quantile(slowest.times, 0.5))} in the middle.`,
            spec: timesChart(exercises),
            head: ["exercise", "10 %", "median", "90 %", "longest"],
            rows: timed.map(({ title, times }) => [
              title,
              ...[0.1, 0.5, 0.9, 1].map((share) => seconds(quantile(times, share))),
            ]),
          },
        ]
      : []),
  ];
}

/** What is drawn of one exercise. */
export function exerciseFigures({ scores, points, tests }: ExerciseFacts): SummaryFigure[] {
  const [worst] = tests;
  return [
    ...scoresFigure("Points", scores, points),
    ...(worst
      ? [
          {
            title: "Tests that fail",
            sentence: testsSentence(tests),
            spec: countsChart(
              tests.map((test) => ({
                ...test,
                label: testLabel(test),
                shown: `${test.count} of ${test.of}`,
              })),
              Math.max(...tests.map(({ of }) => of)),
            ),
            head: ["test", "fails", "answers"],
            rows: tests.map((test) => [testLabel(test), test.count, test.of]),
          },
        ]
      : []),
  ];
}

function scoresFigure(title: string, scores: readonly number[], points: number): SummaryFigure[] {
  if (scores.length === 0 || points <= 0) return [];
  const full = scores.filter((score) => score >= points - 1e-9).length;
  const none = scores.filter((score) => score <= 0).length;
  const { bins, isWhole } = scoreBins(scores, points);
  return [
    {
      title,
      sentence: `${full} of ${scores.length} have full marks, ${none} ${none === 1 ? "has" : "have"} none; the median is ${pointsText(quantile(scores, 0.5))} of ${pointsText(points)}.`,
      spec: scoresChart(scores, points),
      head: ["points", "students"],
      rows: bins.map(({ from, to, middle, count }) => [
        isWhole ? pointsText(middle) : `${pointsText(from)} to ${pointsText(to)}`,
        count,
      ]),
    },
  ];
}

const testLabel = ({ label, isHidden }: { readonly label: string; readonly isHidden: boolean }): string =>
  isHidden ? `${label} (hidden)` : label;

function testsSentence(tests: ExerciseFacts["tests"]): string {
  const most = Math.max(...tests.map(({ count }) => count));
  const worst = tests.filter(({ count }) => count === most);
  if (most === 0) return "Every answer passes every test.";
  const names = worst.map(({ label }) => `“${label}”`);
  const more =
    names.length > 2 ? ` and ${names.length - 1} others` : names.length === 2 ? ` and ${names[1]}` : "";
  return `${names[0]}${more} ${names.length > 1 ? "fail" : "fails"} most: ${most} of ${worst[0]?.of} answers.`;
}

function statusSentence(exercises: readonly ExerciseFacts[]): string {
  const shares = exercises.map(({ title, statuses }) => {
    const all = statuses.reduce((sum, { count }) => sum + count, 0);
    const good = statuses.filter(({ label }) => label === "pass" || label === "reviewed");
    return { title, all, good: good.reduce((sum, { count }) => sum + count, 0) };
  });
  const [hardest] = shares.filter(({ all }) => all > 0).sort((a, b) => a.good / a.all - b.good / b.all);
  return hardest
    ? `“${hardest.title}” is passed, or was read by a person, least often: ${hardest.good} of ${hardest.all} answers.`
    : "No answer has been judged.";
}

const sentenceOf = (parts: readonly string[]): string =>
  `${parts.join("; ").replace(/^./, (letter) => letter.toUpperCase())}.`;

const seconds = (ms: number): string =>
  `${ms >= 9950 ? Math.round(ms / 1000) : (ms / 1000).toFixed(ms < 100 ? 2 : 1)} s`;
