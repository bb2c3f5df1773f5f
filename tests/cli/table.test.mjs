// Tables, cells and visible text, without a server.
import assert from "node:assert/strict";
import test from "node:test";
import { changes, count, duration, partsOf, time } from "../../dist/cli/cells.js";
import { masked } from "../../dist/cli/secrets.js";
import { cut, markdownTable, textFields, textTable } from "../../dist/cli/table.js";
import { visible, visibleJson, visibleLines } from "../../dist/cli/visible.js";

const columns = [
  { title: "name", value: ({ name }) => name },
  { title: "count", value: ({ number }) => number },
];

test("text columns are aligned, numbers to the right, wide characters by their width", () => {
  const rows = [{ name: "a", number: 1234567 }, { name: "日本", number: 5 }, { name: "e\u0301", number: undefined }];
  assert.equal(textTable(columns, rows, { color: false }), "NAME      COUNT\na     1\u202f234\u202f567\n日本          5\ne\u0301");
});

test("cells are cut to the terminal's width, and never when there is none", () => {
  const rows = [{ name: "x".repeat(200), number: 1 }];
  const lines = textTable(columns, rows, { color: false, width: 40 }).split("\n");
  assert.ok(lines.every((line) => line.length <= 40), lines.join("\n"));
  assert.match(lines[1], /^x+… +1$/);
  assert.ok(textTable(columns, rows, { color: false }).includes("x".repeat(200)));
  assert.match(textFields([["label", "y".repeat(200)]], { color: false, width: 30 }), /^label {2}y{22}…$/);
  assert.equal(cut("日本語", 5), "日本…");
  assert.doesNotThrow(() => textTable(columns, rows, { color: false, width: 1 }));
});

test("fields: a list takes a line each, what is absent none", () => {
  assert.equal(textFields([["a", "1"], ["none", undefined], ["empty", ""], ["more", ["x", "y"]], ["no", []]], { color: false }), "a     1\nmore  x\n      y");
});

test("Markdown is escaped", () => {
  assert.equal(markdownTable(columns, [{ name: "a|b\n*c* <d> `e` \\", number: 2 }]), "| name | count |\n| --- | ---: |\n| a\\|b \\*c\\* &lt;d> \\`e\\` \\\\ | 2 |");
});

test("control characters are shown, not sent", () => {
  assert.equal(visible("a\u001b[31mb\tc\r\nd\u009b\u202e\u0000"), "a\\u001b[31mb c d\\u009b\\u202e\\u0000");
  assert.equal(visibleLines("a\r\n\tb\u001b"), "a\n\tb\\u001b");
  const value = { "k\u0085": "\u009b\u202e\u2028\u007f\u001b" };
  assert.deepEqual(JSON.parse(visibleJson(value)), value);
  assert.ok(!/[\u007f-\u009f\u202e\u2028]/.test(visibleJson(value)));
});

test("times, durations, counts, changes, URNs", () => {
  assert.equal(time(1793397600), "2026-10-30 22:00");
  assert.equal(time("2026-10-30T22:00:59.999Z"), "2026-10-30 22:00");
  assert.deepEqual([time(undefined), time(0), time("soon"), time(1e300)], ["", "", "soon", "1e+300"]);
  assert.deepEqual([0, 59.4, 125, 3600, 100_000, -1, NaN].map(duration), ["0s", "59s", "2m 05s", "1h 00m", "1d 03h", "", ""]);
  assert.deepEqual([0, 999, 1000, 1234567.25, -1000].map(count), ["0", "999", "1\u202f000", "1\u202f234\u202f567.25", "-1\u202f000"]);
  assert.equal(changes({ same: 3, update: 1, delete: 0 }), "1 update, 3 same");
  assert.deepEqual(partsOf("urn:pulumi:a::b::c:d:E$f:g:H::n::m"), { type: "f:g:H", name: "n::m" });
  assert.deepEqual(partsOf("odd"), { type: "", name: "odd" });
});

test("secrets: encoded, plaintext, in configuration, however deep", () => {
  const secret = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", plaintext: "hunter2" };
  const value = { a: [{ b: secret }], config: { key: { string: "hunter2", secret: true }, open: { string: "x", secret: false } } };
  assert.deepEqual(masked(value), { a: [{ b: "[secret]" }], config: { key: { string: "[secret]", secret: true }, open: { string: "x", secret: false } } });
  assert.equal(value.a[0].b, secret, "the value itself stays what it was");
  let deep = secret;
  for (let level = 0; level < 50_000; level += 1) deep = [deep];
  assert.doesNotThrow(() => masked(deep));
});
