import type { LogSource, StackscopeElement } from "../public.js";

/**
 * `<stackscope-update>`: what the event log of an update says. An update that is running is followed to its end.
 *
 * In `query`: `tab` (`diagnostics`, `policies`, `timing`, `outputs` or `text`; default the resources), `q` (text looked for), `op` and `severity` (several
 * with commas between), `status`, `order` (`log`, `trouble`, `longest` or `name`; default that of the log, or what failed first), `same` (`1` shows unchanged resources), `urn` of the resource that
 * is unfolded, `text` (`progress` or `summary`; default the diff) that the command line would print.
 *
 * @example
 * <stackscope-update log="update.json"></stackscope-update>
 */
export interface UpdateElement extends StackscopeElement {
  /**
   * The log, or the update of a stack, for which `server` is needed. Attribute `log`: an address. Default: none, and the element is empty.
   *
   * @example
   * element.log = fileInput.files[0];
   * element.log = { stack: "acme/web/prod", update: 42 };
   * element.log = { stack: "acme/web/prod", update: "latest" };
   */
  log: LogSource | undefined;
}

declare global {
  interface HTMLElementTagNameMap {
    "stackscope-update": UpdateElement;
  }
}
