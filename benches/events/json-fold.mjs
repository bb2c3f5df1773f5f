/** The fold as one would write it in JavaScript: in parsed events, out what the update did, by the same rules. */
export class JsonFold {
  #rows = new Map();
  #kinds = {};
  #steps = {};
  #progress = new Map();
  #diagnostics = [];
  #ephemeral = 0;
  #summary;
  #first;
  #last;

  event(event) {
    const kind = Object.keys(event).find((key) => key.endsWith("Event"));
    this.#kinds[kind] = (this.#kinds[kind] ?? 0) + 1;
    const { timestamp } = event;
    this.#first ??= timestamp;
    this.#last = timestamp;
    const payload = event[kind];
    switch (kind) {
      case "resourcePreEvent":
        return this.#begin(payload.metadata, timestamp);
      case "resOutputsEvent":
        return this.#finish(payload.metadata, timestamp, "done");
      case "resOpFailedEvent":
        this.#count(payload.metadata, -1);
        return this.#finish(payload.metadata, timestamp, "failed");
      case "diagnosticEvent":
        if (payload.ephemeral) this.#ephemeral += 1;
        else this.#diagnostics.push({ severity: payload.severity, urn: payload.urn, message: payload.message });
        return;
      case "progressEvent":
        this.#progress.set(`${payload.type} ${payload.id}`, payload);
        return;
      case "summaryEvent":
        this.#summary = payload;
    }
  }

  #begin(step, time) {
    this.#count(step, 1);
    let row = this.#rows.get(step.urn);
    if (row === undefined) this.#rows.set(step.urn, (row = { urn: step.urn, type: step.type, parent: step.new?.parent ?? step.old?.parent, startTime: time, diff: [], propertyDiff: [], steps: 0 }));
    row.op = step.op;
    row.status = "running";
    row.endTime = undefined;
    row.steps += 1;
    if (step.detailedDiff) {
      row.diff = Object.keys(step.detailedDiff);
      row.propertyDiff = row.diff.map((path) => ({ path, before: at(step.old.outputs, path) ?? at(step.old.inputs, path), after: at(step.new.inputs, path) }));
    }
  }

  #finish(step, time, status) {
    const row = this.#rows.get(step.urn);
    if (row === undefined) return;
    row.status = status;
    row.endTime = time;
  }

  #count({ op, logical }, by) {
    if (logical && op !== "refresh" && op !== "read") this.#steps[op] = (this.#steps[op] ?? 0) + by;
  }

  summary() {
    return {
      result: this.#summary?.result ?? "unknown", changes: this.#summary?.resourceChanges ?? this.#steps, recomputed: this.#steps, resources: [...this.#rows.values()],
      kinds: this.#kinds, ephemeral: this.#ephemeral, durationSeconds: this.#summary?.durationSeconds ?? this.#last - this.#first, progress: [...this.#progress.values()],
    };
  }
}

/** The value at a path of plain keys. */
function at(value, path) {
  return path.split(".").reduce((inner, key) => inner?.[key], value);
}
