import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { outputMetadata } from "../../../kernel/display/outputMetadata.ts";
import { toMimeBundle } from "../../../kernel/display/toMimeBundle.ts";

const element = (outerHTML: string): object => ({ nodeType: 1, nodeName: "X", outerHTML });

describe("an svg of a document", () => {
  test("becomes a file of its own, with namespaces and paper", async () => {
    const bundle = await toMimeBundle(
      element('<svg width="2" height="1"><text title="a < b">x&nbsp;y</text><use xlink:href="#a" /></svg>'),
    );
    const svg = String(bundle?.["image/svg+xml"]);
    assert.match(
      svg,
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" xmlns:xlink="[^"]+" style="background:#fff" width="2"/,
    );
    assert.match(svg, /title="a &lt; b">x\u00a0y</);
  });

  test("keeps what it has", async () => {
    const own = '<svg xmlns="http://www.w3.org/2000/svg" style="color:red"></svg>';
    assert.equal((await toMimeBundle(element(own)))?.["image/svg+xml"], own);
  });

  test("says its words beside the picture", () => {
    const alt = { "image/svg+xml": { alt: "Two <points>" } };
    assert.deepEqual(outputMetadata(element('<svg aria-label="Two &lt;points>"></svg>')), alt);
    assert.deepEqual(outputMetadata(element("<svg></svg>")), {});
    assert.deepEqual(outputMetadata(element("<p>no picture</p>")), {});
  });
});

test("what could run or fetch something is named, not shown", async () => {
  for (const html of [
    "<svg><script>go()</script></svg>",
    '<svg onload="go()"></svg>',
    "<svg ONLOAD=go()></svg>",
    "<svg><foreignObject><b>x</b></foreignObject></svg>",
    '<svg><a xlink:href="javascript:go()">x</a></svg>',
    '<svg><image href="https://elsewhere.example/x.png" /></svg>',
    "<svg><style>@import 'x'</style></svg>",
    "<svg><animate attributeName='href' /></svg>",
    "<figure><svg></svg><img src='x.png'></figure>",
    "<figure><svg></svg><iframe></iframe></figure>",
    "<figure><svg></svg><p onclick='go()'>x</p></figure>",
    "<figure><p>no picture in it</p></figure>",
    "<div><svg></svg></div>",
  ]) {
    assert.deepEqual(Object.keys((await toMimeBundle(element(html))) ?? {}), ["text/plain"], html);
  }
});

test("pictures within a picture, and marks that point into it, are shown", async () => {
  for (const html of [
    '<svg><image href="data:image/png;base64,AAAA" /></svg>',
    '<svg><use href="#mark" /></svg>',
    '<svg><g clip-path="url(#c)"></g></svg>',
  ])
    assert.ok((await toMimeBundle(element(html)))?.["image/svg+xml"], html);
});
