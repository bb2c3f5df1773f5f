#!/usr/bin/env bash
# Every test there is, from nothing. `npm test -- rust js` runs only the steps of these names; see STEPS below.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
bash scripts/setup.sh --for test && bash scripts/build.sh || exit 1
source scripts/env.sh
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

STEPS="rust wasm-node wasm-browser types"

headline() {
  case "$1" in
    rust) echo "the core, natively: cargo test (about 2 minutes the first time)" ;;
    wasm-node) echo "the bindings in Node: wasm-pack test --node (about 2 minutes the first time)" ;;
    wasm-browser) echo "the bindings in headless Chromium: wasm-pack test --chrome (about 20 s)" ;;
    types) echo "the declarations, as a strict caller sees them: tsc (about 2 s)" ;;
    *) echo "node --test tests/$1" ;;
  esac
}

run() {
  case "$1" in
    rust) cargo test --quiet --no-fail-fast ;;
    wasm-node) on_wasm wasm-pack test --node --mode no-install ;;
    wasm-browser) on_wasm wasm-pack test --headless --chrome --chromedriver "$CHROMEDRIVER" --mode no-install ;;
    types) tsc -p tests/types ;;
    # A browser's test waits more than it computes.
    page) node --test --test-reporter=spec --test-timeout=600000 --test-concurrency=2 tests/page/*.test.mjs ;;
    *) node --test --test-reporter=spec --test-timeout=600000 tests/"$1"/*.test.mjs ;;
  esac
}

# Each folder of Node tests is a step of the folder's name.
for tests in tests/*/*.test.mjs; do
  folder=$(basename "$(dirname "$tests")")
  case " $STEPS " in *" $folder "*) ;; *) STEPS="$STEPS $folder" ;; esac
done

# What the runners themselves counted: cargo's and wasm-bindgen's "test result" lines, node's closing "pass" and "fail".
counted() {
  awk '/^test result:/ { for (i = 1; i < NF; i++) { if ($(i + 1) ~ /^passed/) pass += $i; if ($(i + 1) ~ /^failed/) fail += $i } }
       /^(ℹ|#) pass [0-9]+/ { pass += $3 } /^(ℹ|#) fail [0-9]+/ { fail += $3 }
       END { print pass + 0, fail + 0 }' "$1"
}

passed=0 failed=0 summary=""
step() {
  local name=$1 start=$SECONDS status=0 verdict=ok pass fail
  printf '\n==== %s: %s\n' "$name" "$(headline "$name")"
  run "$name" </dev/null 2>&1 | tee "$logs/$name" || status=1
  read -r pass fail <<<"$(counted "$logs/$name")"
  if [ "$((pass + fail))" -eq 0 ] && [ "$name" != types ]; then echo "$name ran no test"; status=1; fi
  if [ "$status" -ne 0 ]; then verdict=FAILED; if [ "$fail" -eq 0 ]; then fail=1; fi; fi
  passed=$((passed + pass)) failed=$((failed + fail))
  summary+=$(printf '%-8s %-14s %5s s   %s passed, %s failed' "$verdict" "$name" "$((SECONDS - start))" "$pass" "$fail")$'\n'
}

# shellcheck disable=SC2048 # names hold no spaces
for name in ${*:-$STEPS}; do
  case " $STEPS " in *" $name "*) step "$name" ;; *) echo "no step \`$name\`; there are: $STEPS" >&2; exit 2 ;; esac
done

printf '\n==== summary (%s s)\n%s\n%s passed, %s failed\n' "$SECONDS" "$summary" "$passed" "$failed"
[ "$failed" -eq 0 ]
