#!/usr/bin/env bash
# What must hold besides the tests: formatting, lints on both targets, dependencies, declarations, lock files. After a build.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
source scripts/env.sh
failures=""

section() {
  local title=$1
  shift
  printf '\n==== %s\n' "$title"
  if "$@" </dev/null; then echo "ok: $title"; else echo "FAILED: $title"; failures+="  $title"$'\n'; fi
}

native_tree_is_pure() {
  local host found
  host=$(rustc -vV | sed -n 's/^host: //p')
  found=$(cargo tree --locked -e normal,build,dev --target "$host" --prefix none) || return 1
  found=$(grep -E '^(wasm-bindgen|js-sys|web-sys|tsify|gloo)' <<<"$found" | sort -u)
  if [ -n "$found" ]; then printf 'in the native dependency tree:\n%s\n' "$found"; return 1; fi
}

declarations_are_golden() {
  diff -u tests/golden/stackscope.d.ts pkg/stackscope.d.ts || { echo "the API's declarations changed; if on purpose: npm run golden"; return 1; }
}

lock_files_are_portable() {
  local bad
  bad=$(grep -nE '"resolved"|"(file|link):' package-lock.json; grep -n '^source = ' Cargo.lock | grep -v 'crates.io-index"$'; grep -nE 'file://' Cargo.lock package-lock.json)
  if [ -n "$bad" ]; then printf '%s\n' "$bad"; return 1; fi
}

no_machine_paths() { ! git grep -nIF -e "$ROOT" -e "$HOME/" -- . ; }

section "rustfmt (the files named differ from \`cargo fmt\`)" cargo fmt -- --check -l
section "clippy on this machine's target, all warnings denied" cargo clippy --quiet --locked --all-targets -- -D warnings
section "clippy on wasm32, all warnings denied" on_wasm cargo clippy --quiet --locked --all-targets --target "$TARGET" -- -D warnings
section "no wasm-bindgen among the native dependencies" native_tree_is_pure
section "types of the elements and the page" tsc -p tsconfig.page.json
section "declarations equal tests/golden/stackscope.d.ts" declarations_are_golden
section "docs/endpoints.md says what the client has" node scripts/endpoints.mjs --check
section "docs/elements.md says what the elements have" node scripts/elements.mjs --check
section "lock files name no host and no path" lock_files_are_portable
section "no path of this machine in the project" no_machine_paths

if [ -n "$failures" ]; then printf '\nchecks that failed:\n%s' "$failures"; exit 1; fi
printf '\nall checks hold\n'
