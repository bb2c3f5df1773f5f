#!/usr/bin/env bash
# Makes a machine ready: installs what is missing, says so, and leaves alone what is there. Safe to run again.
#   scripts/setup.sh              what building needs
#   scripts/setup.sh --for test   and what the tests need: Chromium and its driver
set -euo pipefail
source "$(dirname "$0")/env.sh"
for part in say apt wasm-target wasm-tools npm; do source "$ROOT/scripts/setup/$part.sh"; done

purpose=build
while [ $# -gt 0 ]; do
  case "$1" in
    --for) purpose=${2:-}; shift 2 || break ;;
    --for=*) purpose=${1#--for=}; shift ;;
    *) fail "unknown argument: $1" "usage: scripts/setup.sh [--for build|test]" ;;
  esac
done
case "$purpose" in build | test) ;; *) fail "--for takes build or test" ;; esac

mkdir -p "$CACHE/logs"
# Two set-ups at once (a start beside a test) would install the same things twice.
if command -v flock >/dev/null 2>&1; then
  exec 9>"$CACHE/setup.lock"
  flock -n 9 || { say "set-up: another set-up is running; waiting for it"; flock 9; }
fi

command -v cargo >/dev/null 2>&1 && command -v rustc >/dev/null 2>&1 \
  || fail "no Rust on this machine" "Install the stable toolchain with rustup, then run this again."
node -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)' 2>/dev/null \
  || fail "Node 20 or later is needed" "This machine has: $(node --version 2>/dev/null || echo none)"

need_browser() {
  if [ -n "$CHROME" ] && [ -n "$CHROMEDRIVER" ]; then return 0; fi
  apt_need "the browser tests" "1 minute" chromium chromium-driver \
    || fail "no Chromium for the browser tests" "Install it with its driver, or name them in CHROME and CHROMEDRIVER."
}

# The tools are compiled while the rest is downloaded.
(need_wasm_tools) 9>&- &
tools=$!
trap 'kill "$tools" 2>/dev/null || true' EXIT
need_node_modules
need_wasm_target
if [ "$purpose" = test ]; then need_browser; fi
wait "$tools" || exit 1
trap - EXIT
say "set-up: ready"
