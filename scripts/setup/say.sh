# Sourced: how set-up talks, and how it runs what takes long.

say() { printf '%s\n' "$*"; }
fail() { printf '\nset-up failed: %s\n' "$1" >&2; shift; for line in "$@"; do printf '  %s\n' "$line" >&2; done; exit 1; }

# quietly WHAT ABOUT CMD…: one line before and one after; the command's own output only if it fails.
quietly() {
  local what=$1 about=$2 log start status=0
  shift 2
  mkdir -p "$CACHE/logs"
  log="$CACHE/logs/$(printf '%s' "$what" | tr -c 'A-Za-z0-9.\n' '-').log"
  say "set-up: $what (about $about)"
  start=$SECONDS
  "$@" </dev/null >"$log" 2>&1 || status=$?
  if [ "$status" -ne 0 ]; then
    printf 'set-up: %s failed after %s s; the end of %s:\n' "$what" "$((SECONDS - start))" "$log" >&2
    tail -n 25 "$log" | sed 's/^/  | /' >&2
    return "$status"
  fi
  say "set-up: $what: done in $((SECONDS - start)) s"
}

# at_most SECONDS CMD…: never hangs, where the system has `timeout`.
at_most() {
  local seconds=$1
  shift
  if command -v timeout >/dev/null 2>&1; then timeout --kill-after=5 "$seconds" "$@"; else "$@"; fi
}
