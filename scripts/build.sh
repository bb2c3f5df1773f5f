#!/usr/bin/env bash
# Rust -> pkg/ (wasm-pack, the only call of it that builds the package) and js/ -> dist/ (tsc). Skips what has not changed.
set -euo pipefail
source "$(dirname "$0")/env.sh"
cd "$ROOT"
mkdir -p target

# A fingerprint of files and of the compiler that reads them.
fingerprint() {
  local compiler=$1
  shift
  { "$compiler" --version; find "$@" -type f -print0 | LC_ALL=C sort -z | xargs -0 cksum; } | cksum
}

# unless_same NAME FINGERPRINT OUTPUT… -- CMD…: runs CMD if the fingerprint is new or an output is missing.
unless_same() {
  local name=$1 now=$2 stamp="target/$1.stamp" fresh=yes
  shift 2
  while [ "$1" != -- ]; do [ -s "$1" ] || fresh=no; shift; done
  shift
  if [ $fresh = yes ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
    echo "build: $name is up to date"
    return 0
  fi
  rm -f "$stamp"
  local start=$SECONDS
  "$@"
  printf '%s\n' "$now" >"$stamp"
  echo "build: $name: done in $((SECONDS - start)) s"
}

build_wasm() {
  echo "build: Rust to wasm, by wasm-pack and wasm-opt (about 1 to 3 minutes)"
  on_wasm wasm-pack --quiet build --target web --mode no-install --out-dir pkg --out-name stackscope --no-pack
  # wasm-pack writes one that would keep pkg out of `npm pack`.
  rm -f pkg/.gitignore
  echo "build: pkg/stackscope_bg.wasm has $(wc -c <pkg/stackscope_bg.wasm | tr -d ' ') bytes"
}

build_js() {
  echo "build: TypeScript, by tsc (about 2 s)"
  rm -rf dist
  tsc -p tsconfig.json
  chmod +x dist/cli.js
}

wasm=$(on_wasm bash -c "set -eo pipefail; $(declare -f fingerprint); fingerprint rustc src Cargo.toml Cargo.lock .cargo scripts/build.sh")
unless_same wasm "$wasm" pkg/stackscope.js pkg/stackscope.d.ts pkg/stackscope_bg.wasm -- build_wasm
js=$(fingerprint tsc js tsconfig.json package.json pkg/stackscope.d.ts scripts/build.sh)
unless_same js "$js" dist/node.js dist/browser.js dist/cli.js -- build_js

build_page() {
  echo "build: elements and page, by rolldown (about 2 s)"
  tsc -p tsconfig.page.json
  node scripts/page.mjs
}

page=$(fingerprint tsc js www tsconfig.json tsconfig.page.json package.json package-lock.json pkg/stackscope.d.ts pkg/stackscope_bg.wasm scripts/page.mjs scripts/sample.mjs scripts/build.sh)
unless_same page "$page" dist/elements/index.js dist/elements/worker.js dist/www/index.html dist/www/samples/new.json -- build_page
