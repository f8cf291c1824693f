import assert from "node:assert/strict";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { type TestContext, test } from "node:test";
import { notebookWith, reviewedCourse } from "../tools/reviewedCourse.ts";
import { servedReview } from "../tools/servedReview.ts";

interface Got {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** A request with any headers: `fetch` would not let us name another host. */
async function ask(
  url: string,
  { method = "GET", body = "", ...headers }: Record<string, string> = {},
): Promise<Got> {
  const sent = request(url, { method, headers });
  sent.end(body);
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  let text = "";
  for await (const part of response.setEncoding("utf8")) text += part;
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

/** A review with one answer, and the cookie of the browser that is in. */
async function entered(t: TestContext) {
  const course = reviewedCourse(["ada"]);
  course.handIn("ada", notebookWith({ why: "Because." }));
  const { address } = await servedReview(t, course);
  const origin = new URL(address).origin;
  const first = await ask(address);
  const cookie = first.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  const list = await ask(`${origin}/exercise/hw1/one/why`, { cookie });
  const answer = /\/exercise\/hw1\/one\/why\/answer\/[0-9a-f]+/.exec(list.body)?.[0] ?? "none";
  const mark = JSON.stringify({ seen: "", answerSha: "", score: 4, comment: "", rubric: [], reason: "" });
  return { course, address, origin, first, cookie, answer, mark };
}

test("the address with the token lets one browser in, by a cookie that no script and no other site can use", async (t) => {
  const { address, origin, first, cookie } = await entered(t);
  assert.equal(first.status, 200);
  assert.match(first.headers["set-cookie"]?.[0] ?? "", /; HttpOnly; SameSite=Strict$/);
  assert.equal((await ask(origin, { cookie })).status, 200);
  assert.equal((await ask(address)).status, 403, "a second browser");
  assert.equal((await ask(address, { cookie })).status, 200, "the same browser once more");
  assert.equal((await ask(address.replace(/token=.*/, "token=wrong"))).status, 403);
  assert.equal((await ask(origin)).status, 403, "no cookie");
  assert.equal((await ask(origin, { cookie: cookie.replace(/=.*/, "=wrong") })).status, 403);
});

test("a wrong token does not use up the right one", async (t) => {
  const { address } = await servedReview(t, reviewedCourse());
  assert.equal((await ask(address.replace(/token=.*/, "token=wrong"))).status, 403);
  assert.equal((await ask(address)).status, 200);
});

for (const [words, headers] of [
  ["a foreign Host", { host: "marks.example:4000" }],
  ["another port's Host", { host: "127.0.0.1:1" }],
  ["a name for this machine that is none of ours", { host: "localhost" }],
  ["a request of another site's page", { "sec-fetch-site": "cross-site" }],
  ["a request of a page on another port", { "sec-fetch-site": "same-site" }],
] as const) {
  test(`${words} is refused, with the cookie and all`, async (t) => {
    const { origin, cookie } = await entered(t);
    const { status, body } = await ask(origin, { cookie, ...headers });
    assert.equal(status, 403);
    assert.doesNotMatch(body, /Why it shrinks/);
  });
}

for (const [words, headers] of [
  ["another site", { origin: "https://marks.example" }],
  ["another port", { origin: "http://127.0.0.1:1" }],
  ["nowhere", { origin: "null" }],
  ["a program that names no origin", {}],
] as const) {
  test(`a mark sent from ${words} is refused and not kept`, async (t) => {
    const { course, origin, cookie, answer, mark } = await entered(t);
    const sent = { method: "POST", body: mark, cookie, "content-type": "application/json" };
    assert.equal((await ask(`${origin}${answer}/mark`, { ...sent, ...headers })).status, 403);
    assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
    assert.equal((await ask(`${origin}${answer}/mark`, { ...sent, origin })).status, 200);
    assert.equal(course.gradebook.manualMarks("hw1").length, 1);
  });
}

test("pages take scripts and styles from here alone, stand in no frame, and are kept by nobody", async (t) => {
  const { origin, cookie, answer } = await entered(t);
  for (const path of ["/", "/exercise/hw1/one/why", answer, "/nothing"]) {
    const { headers, body } = await ask(origin + path, { cookie });
    const rules = String(headers["content-security-policy"]).split("; ");
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "frame-ancestors 'none'",
    ])
      assert.ok(rules.includes(rule), `${path}: ${rule}`);
    assert.equal(headers["cache-control"], "no-store");
    assert.doesNotMatch(
      body.replace(/http:\/\/www\.w3\.org\/\S+/g, ""),
      /https?:\/\//,
      "nothing from elsewhere",
    );
    assert.doesNotMatch(body, /ada|Last-ada/, "nobody is named");
  }
});

test("the server listens on loopback alone", async (t) => {
  const { address } = await servedReview(t, reviewedCourse());
  const others = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address: host } of others) {
    const socket = connect({ host, port: Number(new URL(address).port) });
    const outcome = await Promise.race([
      once(socket, "connect").then(() => "open"),
      once(socket, "close").then(() => "shut"),
    ]).catch(() => "shut");
    socket.destroy();
    assert.equal(outcome, "shut", host);
  }
  assert.equal(new URL(address).hostname, "127.0.0.1");
});

test("what is no mark is refused in words, and nothing is kept of it", async (t) => {
  const { course, origin, cookie, answer, mark } = await entered(t);
  const good = JSON.parse(mark);
  const bodies = [
    "",
    "no json",
    "[]",
    JSON.stringify({ ...good, score: "4" }),
    JSON.stringify({ ...good, score: 4.5 }),
    JSON.stringify({ ...good, score: -0.5 }),
    JSON.stringify({ ...good, score: 0.3 }),
    mark.replace('"score":4', '"score":1e999'),
    JSON.stringify({ ...good, comment: 3 }),
    JSON.stringify({ ...good, rubric: "all" }),
    JSON.stringify({ ...good, comment: "x".repeat(300_000) }),
  ];
  for (const body of bodies) {
    const { status } = await ask(`${origin}${answer}/mark`, { method: "POST", body, cookie, origin });
    assert.ok(status === 400 || status === 413, `${status}: ${body.slice(0, 60)}`);
  }
  assert.deepEqual(course.gradebook.manualMarks("hw1"), []);
});
