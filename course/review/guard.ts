import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { html } from "../page/html.ts";
import { wordsPage } from "./reviewPage.ts";

/** Who may read and write marks: the browser that opened the address with the token first, and its own pages. */
export interface Guard {
  readonly token: string;
  readonly check: MiddlewareHandler;
}

/**
 * Lets in one browser on this machine. Other programs' pages are kept out in three ways: the name in `Host` must be ours (a
 * foreign name that was pointed at this machine is not), a request that changes something must come from our own page
 * (`Origin`), and so must one that a browser marks as another page's (`Sec-Fetch-Site`: a cookie is sent to any port).
 *
 * @param origin of the server, such as "http://127.0.0.1:4123", as it is once it listens
 */
export function guard(origin: () => string): Guard {
  const token = randomBytes(24).toString("base64url");
  const session = randomBytes(24).toString("base64url");
  let isSpent = false;
  return {
    token,
    async check(c, next) {
      const own = new URL(origin());
      const refuse = (words: string): Response | Promise<Response> =>
        c.html(String(wordsPage("Not from here", html`<p>${words}</p>`, true)), 403);
      if (c.req.header("host") !== own.host) return refuse("This address is none of this page's.");
      const name = `genloss-review-${own.port}`;
      const given = c.req.query("token");
      const isIn = isEqual(getCookie(c, name) ?? "", session);
      if (c.req.method === "GET" && given !== undefined && (isIn || (!isSpent && isEqual(given, token)))) {
        isSpent = true;
        setCookie(c, name, session, { httpOnly: true, sameSite: "Strict", path: "/" });
        // Not a redirect: when the address was clicked on another page, that would be a request of that page's.
        c.header("Refresh", "0; url=/");
        return c.html(String(wordsPage("Review", html`<p><a href="/">To the exercises</a></p>`)));
      }
      const site = c.req.header("sec-fetch-site") ?? "none";
      if (!isIn || !["none", "same-origin"].includes(site))
        return refuse(
          "The address with the token opens this page once, in one browser. Stop genloss course review and start it again for a new one.",
        );
      if (c.req.method !== "GET" && c.req.header("origin") !== own.origin)
        return refuse("Only this page itself may change marks.");
      return next();
    },
  };
}

/** Compares secrets in a time that says nothing about them. */
const isEqual = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
const digest = (text: string): Buffer => createHash("sha256").update(text).digest();
