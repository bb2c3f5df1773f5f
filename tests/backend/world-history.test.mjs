// The laws of a sample history: states, event logs and counts fit each other, for every update of every stack.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createWorld } from "../../dist/backend/world/index.js";
import { nameOf, NOW, totals } from "./world-support.mjs";

const world = createWorld({ now: () => NOW });
const identity = (row) => `${row.urn} ${row.delete === true} ${row.id ?? ""}`;
const isDefault = (row) => row.type.startsWith("pulumi:providers:") && row.urn.split("::").at(-1).startsWith("default");

/** The rows of every version, from 0 on. */
function states(name, latest) {
  return [[], ...Array.from({ length: latest }, (_, i) => world.stacks.exportState(name, i + 1).deployment.resources ?? [])];
}

/** What an event log says has happened to each row, by what the row is called before or after. */
function told(events) {
  const failed = new Set(
    events
      .filter((event) => event.type === "resOpFailedEvent")
      .map((event) => event.resOpFailedEvent.metadata.urn + event.resOpFailedEvent.metadata.op),
  );
  const result = { made: new Map(), gone: new Map(), changed: new Map(), same: new Map() };
  for (const event of events) {
    if (event.type !== "resOutputsEvent" && event.type !== "resourcePreEvent") continue;
    const step = event[event.type].metadata;
    if (failed.has(step.urn + step.op) || step.type === "pulumi:pulumi:Stack") continue;
    const component = !(step.new ?? step.old).custom;
    if (event.type === "resourcePreEvent" && !component) continue;
    if (["create", "create-replacement", "import"].includes(step.op)) result.made.set(step.urn, step);
    if (["delete", "delete-replaced", "discard"].includes(step.op)) result.gone.set(`${step.urn} ${step.old.id}`, step);
    if (step.op === "update") result.changed.set(step.urn, step);
    if (step.op === "same") result.same.set(step.urn, step);
  }
  return result;
}

const masked = (value) => JSON.parse(JSON.stringify(value ?? {}, (key, inner) => (key === "ciphertext" ? "[secret]" : inner)));
const bare = ({ provider, protect, modified, dependencies, propertyDependencies, ...row }) => row;

for (const stack of world.stacks.list()) {
  const name = nameOf(stack);
  test(`history of ${stack.orgName}/${stack.projectName}/${stack.stackName} fits`, () => {
    const updates = world.updates
      .list(name)
      .filter((update) => update.info.result !== "in-progress")
      .reverse();
    assert.deepEqual(
      updates.map((update) => update.version),
      updates.map((_, i) => i + 1),
      "dense versions",
    );
    const rows = states(name, updates.length);
    for (const update of updates) {
      const { version, info } = update;
      const label = `${version} (${info.kind}, ${info.result})`;
      const { events, running } = world.updates.events(name, update.updateID);
      assert.equal(running, false);
      const [before, after] = [rows[version - 1], rows[version]];
      integrity(after, label);
      if (info.kind === "import" || info.kind === "rename") {
        assert.deepEqual(events, []);
        continue;
      }
      order(events, label);
      const summary = events.at(-2).summaryEvent;
      assert.deepEqual(summary.resourceChanges, info.resourceChanges, label);
      assert.deepEqual(totals(events), info.resourceChanges, label);
      assert.equal(summary.result, info.result, label);
      assert(events[0].timestamp >= info.startTime && events.at(-1).timestamp <= info.endTime, label);

      const { made, gone, changed, same } = told(events);
      const [old, next] = [new Map(before.map((row) => [identity(row), row])), new Map(after.map((row) => [identity(row), row]))];
      for (const row of after) {
        const step = made.get(row.urn);
        if (isDefault(row) || row.external || row.type === "pulumi:pulumi:Stack" || old.has(identity(row))) continue;
        if (row.delete) assert(old.has(identity({ ...row, delete: false })), `${label}: ${row.urn} was replaced`);
        else assert(step && step.new.id === (row.id ?? ""), `${label}: ${row.urn} is new and was made`);
      }
      for (const row of before) {
        if (isDefault(row) || row.type === "pulumi:pulumi:Stack" || next.has(identity(row)) || next.has(identity({ ...row, delete: true })))
          continue;
        const refreshed =
          info.kind === "refresh" &&
          events.some(
            (event) =>
              event.type === "resOutputsEvent" &&
              event.resOutputsEvent.metadata.op === "delete" &&
              event.resOutputsEvent.metadata.urn === row.urn,
          );
        assert(gone.has(`${row.urn} ${row.id ?? ""}`) || refreshed, `${label}: ${row.urn} vanished and was deleted`);
      }
      for (const [key, row] of next) {
        const was = old.get(key);
        if (!was || row.external || row.type === "pulumi:pulumi:Stack") continue;
        const step = changed.get(row.urn);
        if (step && !row.delete) {
          assert.notDeepEqual([row.inputs, row.outputs], [was.inputs, was.outputs], `${label}: ${row.urn} was updated`);
          assert.deepEqual(
            [step.old.inputs, step.new.inputs, step.new.outputs],
            [masked(was.inputs), masked(row.inputs), masked(row.outputs)],
            label,
          );
          assert(Object.keys(step.detailedDiff).length > 0 && step.diffs.length > 0, label);
        } else assert.deepEqual(bare(row), bare(was), `${label}: ${row.urn} did not change`);
      }
      for (const [urn, step] of made) {
        const row = after.find((one) => one.urn === urn && !one.delete && (one.id ?? "") === step.new.id);
        assert(row, `${label}: ${urn} was made and is there`);
        assert.deepEqual([step.new.inputs, step.new.outputs], [masked(row.inputs), masked(row.outputs)], label);
        if (step.op === "create-replacement") assert.notEqual(step.new.id, step.old.id, label);
      }
      for (const [urn, step] of gone)
        assert(!after.some((row) => row.urn === step.old.urn && (row.id ?? "") === step.old.id), `${label}: ${urn} is gone`);
      if (info.kind === "update" && info.result === "succeeded")
        assert.equal(
          same.size + changed.size + made.size,
          after.filter((row) => !isDefault(row) && !row.external && row.type !== "pulumi:pulumi:Stack" && !row.delete).length,
          label,
        );
    }
    for (const preview of world.updates.previews(name)) {
      const { events } = world.updates.events(name, preview.updateID);
      order(events, "preview");
      assert.equal(preview.info.kind, "Pupdate");
      assert.deepEqual(
        totals(events.filter((event) => event.type !== "resOpFailedEvent")),
        withFailed(events, preview.info.resourceChanges),
        "preview",
      );
      assert.equal(events.at(-2).summaryEvent.isPreview, true);
    }
    assert.equal(world.stacks.resourceCount(name).resourceCount, stack.resourceCount);
    assert.equal(world.stacks.resources(name).resources.length, stack.resourceCount);
  });
}

/** A preview tells of a step that fails by a diagnostic alone. */
function withFailed(events, changes) {
  const bad = new Set(
    events
      .filter((event) => event.type === "diagnosticEvent" && event.diagnosticEvent.severity === "error")
      .map((event) => event.diagnosticEvent.urn),
  );
  const counts = { ...changes };
  for (const event of events) {
    const step = event.resourcePreEvent?.metadata;
    if (step?.logical && bad.has(step.urn) && step.type !== "pulumi:pulumi:Stack") counts[step.op] = (counts[step.op] ?? 0) + 1;
  }
  return counts;
}

/** Prelude first, summary and end last, nothing done before it was begun, and no secret in sight. */
function order(events, label) {
  assert.equal(events[0].type, "preludeEvent", label);
  assert.deepEqual(
    events.slice(-2).map((event) => event.type),
    ["summaryEvent", "cancelEvent"],
    label,
  );
  const begun = new Set();
  let last = 0;
  for (const event of events) {
    assert(event[event.type] !== undefined && event.timestamp >= last, label);
    last = event.timestamp;
    const step = event[event.type].metadata;
    if (event.type === "resourcePreEvent") begun.add(step.urn);
    if (event.type === "resOutputsEvent" || event.type === "resOpFailedEvent") assert(begun.has(step.urn), label);
  }
  assert(!/"ciphertext":"(?!\[secret\])/.test(JSON.stringify(events)), label);
}

/** What everything refers to stands before it; a URN stands once, but for what awaits deletion. */
function integrity(rows, label) {
  const seen = new Set();
  const references = new Set();
  for (const row of rows) {
    for (const urn of [
      ...(row.dependencies ?? []),
      ...Object.values(row.propertyDependencies ?? {}).flat(),
      ...(row.parent ? [row.parent] : []),
    ])
      assert(seen.has(urn), `${label}: ${row.urn} refers to ${urn}`);
    if (row.provider) assert(references.has(row.provider), `${label}: ${row.urn} has the provider ${row.provider}`);
    if (!row.delete) assert(!seen.has(row.urn) || rows.some((one) => one.urn === row.urn && one.delete), `${label}: ${row.urn} twice`);
    seen.add(row.urn);
    if (row.type.startsWith("pulumi:providers:")) references.add(`${row.urn}::${row.id}`);
    assert.equal(JSON.stringify(row).includes('"plaintext"'), false);
  }
}

test("a mandatory policy stops an update", () => {
  const name = { organization: "acme", project: "payments", stack: "staging" };
  const update = world.updates.get(name, 7);
  assert.equal(update.info.result, "failed");
  const { events } = world.updates.events(name, update.updateID);
  const violation = events.find((event) => event.policyEvent?.enforcementLevel === "mandatory").policyEvent;
  assert.equal(violation.policyName, "database-not-public");
  assert(!events.some((event) => event.resourcePreEvent?.metadata.urn === violation.resourceUrn));
});
