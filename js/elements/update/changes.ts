/**
 * `<stackscope-update-changes>`, a part of `<stackscope-update>`: properties that differ, before and after.
 *
 * In: the changes, and a way to the rest of long values. Out: nothing.
 */
import { css, html, LitElement, nothing } from "lit";
import { property } from "lit/decorators.js";
import { define } from "../base.js";
import { propertyTemplate } from "../diff/property.js";
import { propertyStyles } from "../diff/property-styles.js";
import { shared } from "../styles/shared.js";
import { icon } from "../ui/icon.js";
import type { More } from "../ui/value.js";
import type { PropertyView } from "../worker/diff-shape.js";
import type { LogChange } from "../worker/log-shapes.js";

const nothingMore: More = () => Promise.resolve({ text: "", more: false });

export class UpdateChanges extends LitElement {
  static override styles = [
    shared,
    propertyStyles,
    css`
.property-menu {
  padding: 0.3rem var(--space-2);
}

.property-menu > * {
  opacity: 1;
}

.property-menu .hint {
  white-space: nowrap;
}
`,
  ];

  @property({ attribute: false }) changes: readonly LogChange[] = [];
  @property({ attribute: false }) more: More | undefined;

  protected override render() {
    const { changes, more = nothingMore } = this;
    return html`<ul class="properties" role="list">
      ${changes.map((change) => propertyTemplate(viewOf(change), { more, menu: notes(change) }))}
    </ul>`;
  }
}

function viewOf({ path, kind, secret, before, after }: LogChange): PropertyView {
  return { path, kind, secret: secret && before?.form !== "secret" && after?.form !== "secret", moved: false, ...(before && { before }), ...(after && { after }) } as PropertyView;
}

function notes({ replace, hidden, truncated }: LogChange): unknown {
  return html`${replace ? html`<span class="badge" data-kind="replace">${icon("swap")}forces replacement</span>` : nothing}
    ${hidden ? html`<span class="badge" title="The program asked for the values to be hidden">${icon("mute")}hidden</span>` : nothing}
    ${truncated ? html`<span class="badge" title="The log's summary keeps 16 KiB of a value">cut</span>` : nothing}`;
}

define("stackscope-update-changes", UpdateChanges);

export const changesList = (changes: readonly LogChange[], more?: More): unknown =>
  changes.length === 0 ? nothing : html`<stackscope-update-changes .changes=${changes} .more=${more}></stackscope-update-changes>`;
