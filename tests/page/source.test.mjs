// What the page's source must not contain: ways for data to become markup, and places where it would stay.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const WWW = fileURLToPath(new URL("../../www", import.meta.url));
const FORBIDDEN =
  /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|\beval\b|new Function|localStorage|sessionStorage|indexedDB|document\.cookie/;

const files = (ending) => readdirSync(WWW, { recursive: true }).filter((file) => file.endsWith(ending));
const text = (file) => readFileSync(`${WWW}/${file}`, "utf8");

test("no script makes markup of text, runs text, or stores anything", () => {
  const scripts = files(".js");
  assert.ok(scripts.length > 30);
  assert.deepEqual(
    scripts.filter((file) => FORBIDDEN.test(text(file))),
    [],
  );
});

test("no page holds an inline script or style, and nothing is loaded from elsewhere", () => {
  for (const file of files(".html")) {
    assert.doesNotMatch(text(file), /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i, file);
    assert.doesNotMatch(text(file), /(src|href)="(https?:)?\/\//, file);
  }
  for (const file of files(".css")) assert.doesNotMatch(text(file), /@import|url\(/, file);
});
