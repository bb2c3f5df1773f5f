/**
 * `<stackscope-update-policies>`, `<stackscope-update-timing>` and `<stackscope-update-outputs>`, parts of `<stackscope-update>`.
 *
 * In: a log. Out: `stackscope-query`, where someone goes to a resource.
 */
import { html, nothing, svg, type TemplateResult } from "lit";
import { define } from "../base.js";
import { engine } from "../engine/engine.js";
import type { ReadyLog } from "../engine/log-controller.js";
import { shared } from "../styles/shared.js";
import { count, counted, duration } from "../ui/format.js";
import { icon } from "../ui/icon.js";
import { kindBadge, opDone, sign } from "../ui/op.js";
import { empty } from "../ui/panel.js";
import { code, name, visible } from "../ui/text.js";
import { value, type More } from "../ui/value.js";
import type { Outputs, Policies, Timing, ViolationRow } from "../worker/log-lists.js";
import type { LogWhere } from "../worker/log.js";
import type { Shown } from "../worker/shown.js";
import { changesList } from "./changes.js";
import { listStyles } from "./list-styles.js";
import { UpdatePart } from "./part.js";
import { partStyles } from "./part-styles.js";
import { aboutButton, since, took } from "./words.js";

const LEVELS = ["mandatory", "remediate", "advisory", "disabled"];

class UpdatePolicies extends UpdatePart<Policies> {
  static override styles = [shared, partStyles, listStyles];

  protected override ask(log: number): Promise<Policies> {
    return engine.call("log.policies", { log });
  }

  protected override show({ packs, violations, violationsOmitted, remediations, remediationsOmitted }: Policies): unknown {
    if (packs.length + violations.length + remediations.length === 0) return empty("shield", "No policies ran", "No policy pack was loaded in this update.");
    const levels = [...LEVELS, ...new Set(violations.map(({ level }) => level).filter((level) => !LEVELS.includes(level)))];
    return html`
      ${packs.length === 0 ? nothing : html`<section><h2>Policy packs</h2><ul class="card lines">${packs.map(pack)}</ul></section>`}
      ${levels.map((level) => {
        const rows = violations.filter((row) => row.level === level);
        return rows.length === 0 ? nothing : html`<section><h2>${kindBadge(levelKind(level), level)} ${counted(rows.length, "violation")}</h2><ul class="card lines">${rows.map((row) => this.#violation(row))}</ul></section>`;
      })}
      ${violationsOmitted > 0 ? html`<p class="hint">${counted(violationsOmitted, "further violation")} not listed.</p>` : nothing}
      ${remediations.length === 0 ? nothing : html`<section><h2>Remediations <span class="count">${count(remediations.length)}</span></h2>
        <ul class="card lines">${remediations.map(({ policy, pack: by, about, changes }) => html`<li class="entry"><p>${name(policy, "strong")} <span class="muted">${visible(by)}</span> mended ${aboutButton(about, this.go)}</p>${changesList(changes)}</li>`)}</ul>
        ${remediationsOmitted > 0 ? html`<p class="hint">${counted(remediationsOmitted, "further remediation")} not listed.</p>` : nothing}
      </section>`}
      ${violations.length === 0 && packs.length > 0 ? html`<p class="all-well">${icon("check")}No policy was violated.</p>` : nothing}
    `;
  }

  #violation({ policy, pack: by, severity, text, about }: ViolationRow): TemplateResult {
    return html`<li class="entry">
      <p>${name(policy, "strong")} <span class="muted">${visible(by)}</span>${severity ? html` ${kindBadge(severity === "critical" || severity === "high" ? "error" : severity === "medium" ? "warning" : "unknown", severity)}` : nothing}</p>
      <p class="entry-text breakable">${visible(text)}</p>
      <p class="entry-about">${about ? aboutButton(about, this.go) : html`<span class="muted">The stack as a whole</span>`}</p>
    </li>`;
  }
}

function levelKind(level: string): string {
  return level === "mandatory" ? "error" : level === "advisory" ? "warning" : level === "remediate" ? "move" : "unknown";
}

function pack({ name: called, version, path, violations, remediations, passed, failed }: Policies["packs"][number]): TemplateResult {
  const found = Object.entries(violations).map(([level, n]) => `${count(n)} ${level}`);
  return html`<li class="entry pack">
    <p>${name(called, "strong")} ${version ? html`<span class="muted">${visible(version)}</span>` : nothing}${path ? html` ${code(path, "breakable")}` : nothing}</p>
    <p class="pack-figures">
      <span>${found.length > 0 ? `Violations: ${found.join(", ")}` : "No violations"}</span>
      ${remediations > 0 ? html`<span>${counted(remediations, "remediation")}</span>` : nothing}
      ${passed + failed > 0 ? html`<span class="muted">${counted(passed, "check")} passed, ${count(failed)} failed</span>` : nothing}
    </p>
  </li>`;
}

class UpdateTiming extends UpdatePart<Timing> {
  static override styles = [shared, partStyles, listStyles];

  protected override ask(log: number): Promise<Timing> {
    return engine.call("log.timing", { log });
  }

  protected override show({ critical, criticalOmitted, slowest }: Timing, { facts }: ReadyLog): unknown {
    if (facts.startTime === undefined) return empty("clock", "The log has no clock", "Its events carry no times.");
    if (critical.length + slowest.length === 0) return empty("clock", "Nothing took time", "No step of this update changed anything, or the log is too large to tell.");
    const { startTime, endTime = startTime, timeResolutionSeconds: resolution } = facts;
    const span = Math.max(1, endTime - startTime);
    const longest = Math.max(1, ...slowest.map(({ durationSeconds }) => durationSeconds));
    const waits = critical.map(({ startTime: from }, at) => Math.max(0, from - (critical[at - 1]?.endTime ?? from)));
    const waited = waits.reduce((sum, seconds) => sum + seconds, 0);
    return html`
      ${critical.length === 0 ? nothing : html`<section>
        <h2>${icon("bolt", "accent")}Critical path <span class="count">${count(critical.length)}</span></h2>
        <p class="hint">The chain of steps at the update's end, each with the one that it waited for. ${waited > 2 * resolution
          ? `Between its steps lie ${duration(waited)} in which other resources were worked on: look at the slowest ones.`
          : "The update can't be faster than it; all else ran beside it."}</p>
        <ol class="card lines path-list">${critical.map((step, at) => this.#step(step, { wait: waits[at] ?? 0, startTime, span, resolution }))}</ol>
        ${criticalOmitted > 0 ? html`<p class="hint">${counted(criticalOmitted, "further step")} not listed.</p>` : nothing}
      </section>`}
      ${slowest.length === 0 ? nothing : html`<section>
        <h2>Slowest resources</h2>
        <ol class="card lines path-list">${slowest.map(({ about, durationSeconds }) => html`<li class="slow">
          <span class="path-name">${aboutButton(about, this.go)}</span>
          <svg class="path-bar" width="100%" height="8" aria-hidden="true">${svg`<rect width="${(durationSeconds / longest) * 100}%" height="8" rx="4"></rect>`}</svg>
          <span class="num">${took(durationSeconds, resolution)}</span>
        </li>`)}</ol>
      </section>`}
      <p class="hint">${facts.durationSeconds === undefined ? nothing : `The whole update took ${duration(facts.durationSeconds)}. `}The clock of the log ticks every ${counted(resolution, "second")}: no time is more exact.</p>
    `;
  }

  #step({ about, op, startTime: from, endTime, after }: Timing["critical"][number], { wait, startTime, span, resolution }: { wait: number; startTime: number; span: number; resolution: number }): TemplateResult {
    const x = (time: number): number => (Math.max(0, time - startTime) / span) * 100;
    const why = op === "delete-replaced" && wait > 2 * resolution ? "deleted at the end" : after ? (WAITS[after] ?? after) : "begins the chain";
    return html`<li class="path-step">
      ${sign(op)}<span class="path-name">${aboutButton(about, this.go)}</span>
      <span class="muted path-why">${visible(why)}${wait > 2 * resolution ? `, ${duration(wait)} later` : nothing}</span>
      <svg class="path-bar" data-kind=${op} width="100%" height="8" aria-hidden="true">
        ${svg`<line x1="${x(from - wait)}%" x2="${x(from)}%" y1="4" y2="4"></line><rect x="${Math.min(99.2, x(from))}%" width="${Math.max(0.8, x(endTime) - x(from))}%" height="8" rx="2"></rect>`}
      </svg>
      <span class="num muted">${since(from - startTime, resolution)}</span><span class="num">${took(endTime - from, resolution)}</span>
      <span class="unseen">${opDone(op)}</span>
    </li>`;
  }
}

const WAITS: Readonly<Record<string, string>> = {
  parent: "waited for its parent",
  dependency: "waited for what it depends on",
  step: "waited for its own step before",
};

class UpdateOutputs extends UpdatePart<Outputs> {
  static override styles = [shared, partStyles, listStyles];

  protected override ask(log: number): Promise<Outputs> {
    return engine.call("log.outputs", { log });
  }

  protected override show({ outputs, changes, configuration }: Outputs, { id, update }: ReadyLog): unknown {
    const more: More = (where, from) => engine.call("log.rest", { log: id, where: where as LogWhere, from });
    const config = configuration.length > 0 ? configuration : (update?.config ?? []);
    return html`
      ${changes.length === 0 ? nothing : html`<section><h2>Changed outputs <span class="count">${count(changes.length)}</span></h2>${changesList(changes)}</section>`}
      <section><h2>Stack outputs <span class="count">${count(outputs.length)}</span></h2>
        ${outputs.length === 0 ? html`<p class="muted">The log names no outputs.</p>` : values(outputs.map((output) => ({ ...output, key: output.name })), more)}
      </section>
      <section><h2>Configuration <span class="count">${count(config.length)}</span></h2>
        ${config.length === 0 ? html`<p class="muted">The log names no configuration.</p>` : values(config)}
      </section>
      ${!update?.policyPacks.length ? nothing : html`<section><h2>Required policy packs</h2><ul class="card lines">${update.policyPacks.map((words) => html`<li class="entry">${name(words)}</li>`)}</ul></section>`}
    `;
  }
}

function values(rows: readonly { key: string; value: Shown; truncated?: boolean }[], more?: More): TemplateResult {
  return html`<dl class="card lines values">
    ${rows.map(({ key, value: shown, truncated }) => html`<div class="entry value-row"><dt>${name(key)}</dt><dd>${value(shown, more)}${truncated ? html` <span class="badge">cut</span>` : nothing}</dd></div>`)}
  </dl>`;
}

define("stackscope-update-policies", UpdatePolicies);
define("stackscope-update-timing", UpdateTiming);
define("stackscope-update-outputs", UpdateOutputs);
