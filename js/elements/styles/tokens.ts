/** Scales and colours. Each colour is said once, light and dark; those that a page may set are read from `--stackscope-*`. */
import { css } from "lit";

export const tokens = css`
:host {
  --text-xs: 0.75rem;
  --text-sm: 0.8125rem;
  --text-md: 0.875rem;
  --text-lg: 1rem;
  --text-xl: 1.375rem;
  --text-2xl: clamp(1.625rem, 1.2rem + 1.8vw, 2.25rem);

  --space-1: 0.25rem;
  --space-2: 0.5rem;
  --space-3: 0.75rem;
  --space-4: 1rem;
  --space-5: 1.5rem;
  --space-6: 2rem;
  --space-7: 3rem;
  --space-8: 4.5rem;

  --round-sm: 0.3125rem;
  --round-md: 0.5rem;
  --round-lg: 0.75rem;
  --control: 2.125rem;
  --control-small: 1.75rem;

  --mono: var(--stackscope-font-mono, ui-monospace, SFMono-Regular, "SF Mono", Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", monospace);

  --page: var(--stackscope-page, light-dark(#f8f8f9, #0e0f12));
  --surface: var(--stackscope-surface, light-dark(#ffffff, #16181d));
  --raised: var(--stackscope-raised, light-dark(#ffffff, #1d2026));
  --sunken: var(--stackscope-sunken, light-dark(#f2f2f4, #111318));
  --hover: var(--stackscope-hover, light-dark(#f4f4f6, #1b1e24));
  --track: light-dark(#ececf0, #2b2e37);
  --line: var(--stackscope-line, light-dark(#e3e3e7, #292c34));
  --line-strong: light-dark(#c9c9d1, #3d414c);
  --control-line: light-dark(#8b8b97, #6e7280);
  --text: var(--stackscope-text, light-dark(#17181c, #ececf0));
  --muted: var(--stackscope-muted, light-dark(#5d5f6b, #a2a5b1));
  --ink: var(--stackscope-ink, light-dark(#1b1c21, #f1f1f4));
  --on-ink: light-dark(#ffffff, #131418);
  --accent: var(--stackscope-accent, light-dark(#5a3fc8, #ab9cff));
  --accent-tint: light-dark(#f0edfb, #211d36);
  --accent-fill: light-dark(#7b62dc, #8b79ea);
  --focus: var(--stackscope-focus, light-dark(#1f62e0, #7aa7ff));
  --shade: light-dark(rgb(20 22 30 / 7%), rgb(0 0 0 / 45%));

  --create: var(--stackscope-create, light-dark(#187a3c, #4fcb8a));
  --update: var(--stackscope-update, light-dark(#8a5f00, #e7b742));
  --replace: var(--stackscope-replace, light-dark(#a3229f, #ea86e2));
  --delete: var(--stackscope-delete, light-dark(#c0282d, #ff8078));
  --move: var(--stackscope-move, light-dark(#0a6f84, #58c8dc));
  --read: light-dark(#0a6aa8, #6bbcf2);
  --read-tint: light-dark(#e4f1fb, #10243a);
  --read-fill: light-dark(#2f8fd0, #4a9bd6);
  --same-fill: light-dark(#b9bac4, #4b4f5c);
  --create-tint: light-dark(#e7f6ec, #12291d);
  --update-tint: light-dark(#fcf3dc, #2b2412);
  --replace-tint: light-dark(#fbeafa, #2c182c);
  --delete-tint: light-dark(#fdecec, #321a1b);
  --move-tint: light-dark(#e2f4f8, #10282e);
  --create-fill: light-dark(#30a862, #3fae75);
  --update-fill: light-dark(#e2a613, #d6a32f);
  --replace-fill: light-dark(#c04fbb, #c766bf);
  --delete-fill: light-dark(#dd4d50, #d95f59);
  --move-fill: light-dark(#2197ad, #3aa5b8);
  --create-mark: light-dark(#b3e4c4, #1f5a38);
  --delete-mark: light-dark(#f9c7c8, #6e2a2c);
  --kind: var(--muted);
  --kind-tint: var(--sunken);
  --kind-fill: var(--same-fill);
}

[data-kind="create"], [data-kind="create-replacement"], [data-kind="import"], [data-kind="added"], [data-kind="add"], [data-kind="succeeded"], [data-kind="done"] {
  --kind: var(--create); --kind-tint: var(--create-tint); --kind-fill: var(--create-fill);
}
[data-kind="update"], [data-kind="updated"], [data-kind="warning"], [data-kind="interrupted"], [data-kind="canceled"], [data-kind="cancelled"] {
  --kind: var(--update); --kind-tint: var(--update-tint); --kind-fill: var(--update-fill);
}
[data-kind="replace"], [data-kind="import-replacement"], [data-kind="replaced"] {
  --kind: var(--replace); --kind-tint: var(--replace-tint); --kind-fill: var(--replace-fill);
}
[data-kind="delete"], [data-kind="delete-replaced"], [data-kind="discard"], [data-kind="discard-replaced"], [data-kind="remove-pending-replace"], [data-kind="failed"], [data-kind="error"] {
  --kind: var(--delete); --kind-tint: var(--delete-tint); --kind-fill: var(--delete-fill);
}
[data-kind="move"], [data-kind="refresh"] {
  --kind: var(--move); --kind-tint: var(--move-tint); --kind-fill: var(--move-fill);
}
[data-kind="read"], [data-kind="read-replacement"], [data-kind="running"], [data-kind="in-progress"], [data-kind="info"] {
  --kind: var(--read); --kind-tint: var(--read-tint); --kind-fill: var(--read-fill);
}
[data-kind="same"], [data-kind="pending"], [data-kind="ciphertext"], [data-kind="unknown"] {
  --kind: var(--muted); --kind-tint: var(--sunken); --kind-fill: var(--same-fill);
}

@media (pointer: coarse) {
  :host {
    --control: 2.5rem;
    --control-small: 2.25rem;
  }
}
`;
