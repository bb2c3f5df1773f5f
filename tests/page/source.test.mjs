// What the page's source must not contain: ways for data to become markup, and places where it would stay.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FORBIDDEN = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|unsafeHTML|unsafeSVG|\beval\b|new Function|sessionStorage|indexedDB|document\.cookie|caches\.open/;
const STYLED = /\sstyle=["$]|styleMap|\son[a-z]+="/;
/** The theme, and whether single keys act: nothing else is kept. */
const KEEPS = "www/kept.ts";

const files = (folder, ending) => readdirSync(`${ROOT}${folder}`, { recursive: true }).filter((file) => file.endsWith(ending)).map((file) => `${folder}/${file}`);
const text = (file) => readFileSync(`${ROOT}${file}`, "utf8");
const sources = [...files("www", ".ts"), ...files("js/elements", ".ts")];

test("no source makes markup of text, runs text, or stores anything but the theme", () => {
  assert.ok(sources.length > 80);
  assert.deepEqual(sources.filter((file) => FORBIDDEN.test(text(file))), []);
  assert.deepEqual(sources.filter((file) => /localStorage/.test(text(file))), [KEEPS]);
});

test("no template holds what the policy would refuse", () => {
  assert.deepEqual(sources.filter((file) => STYLED.test(text(file))), []);
});

test("no page holds an inline script or style, and nothing is loaded from elsewhere", () => {
  for (const file of files("www", ".html")) {
    assert.doesNotMatch(text(file), /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/i, file);
    assert.doesNotMatch(text(file), /(src|href)="(https?:)?\/\//, file);
  }
  for (const file of files("www", ".css")) assert.doesNotMatch(text(file), /@import|url\("?(https?:)?\/\//, file);
});
