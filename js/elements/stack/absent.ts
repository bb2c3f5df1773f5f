/** What stands in place of a stack, or of a version of it, that is not there. */
import { html, type TemplateResult } from "lit";
import type { Target } from "../public.js";
import { icon } from "../ui/icon.js";
import { absent } from "../ui/panel.js";
import { name } from "../ui/text.js";

export type Link = (target: Target, content: unknown, options?: { className?: string }) => TemplateResult;

const BUTTON = { className: "button" };

export function absentStack(stack: string, link: Link, error?: Error): TemplateResult {
  const [organization = "", project = ""] = stack.split("/");
  return absent(html`Stack ${name(stack)} was not found`, {
    icon: "stack",
    words: "It may have been removed or renamed, or it is not yours to see.",
    actions: html`${link({ kind: "organization", organization, view: "stacks" }, "All stacks", BUTTON)}${link({ kind: "organization", organization, view: "stacks", query: { project } }, html`<span>Stacks of ${name(project)}</span>`, BUTTON)}`,
    error,
  });
}

/** `newest` is the version that there is. */
export function absentVersion({ stack, version, newest, tab }: { stack: string; version: number; newest: number; tab: NonNullable<Extract<Target, { kind: "stack" }>["tab"]> }, link: Link): TemplateResult {
  return absent(html`There is no version ${version} of ${name(stack)}`, {
    icon: "clock",
    words: `The newest is version ${newest}.`,
    actions: html`${link({ kind: "stack", stack, tab }, html`${icon("arrow")}Show the current version`, BUTTON)}${link({ kind: "stack", stack, tab: "updates" }, "All updates", BUTTON)}`,
  });
}
