# Sourced by the other scripts: where the tools are, and which Rust builds for wasm32. Installs nothing and is quick.
#
#   ROOT            the project's folder
#   CACHE           what set-up keeps between runs and between clones
#   WASM_ROUTE      rustup | debian | none: whose Rust has a standard library for wasm32
#   on_wasm CMD…    runs CMD with that Rust first on PATH
#
# STACKSCOPE_WASM_ROUTE=rustup|debian forces a route.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
CACHE="${XDG_CACHE_HOME:-$HOME/.cache}/stackscope"
TARGET=wasm32-unknown-unknown
DEBIAN_RUST="$CACHE/debian-rust/bin"

# Versions are stated elsewhere, once: wasm-bindgen's in Cargo.lock, wasm-pack's in Cargo.toml.
BINDGEN_VERSION=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.lock" 2>/dev/null || true)
WASM_PACK_VERSION=$(awk '/^\[/ { here = ($0 == "[package.metadata.tools]") } here && /^wasm-pack *=/ { gsub(/[^0-9.]/, ""); print; exit }' "$ROOT/Cargo.toml")

tool_dir() { printf '%s/tools/%s-%s' "$CACHE" "$1" "$2"; }

# Cached tools go before others on PATH because their version is known to be right.
for dir in "$HOME/.cargo/bin" "$(tool_dir wasm-pack "$WASM_PACK_VERSION")/bin" "$(tool_dir wasm-bindgen-cli "$BINDGEN_VERSION")/bin" "$ROOT/node_modules/.bin"; do
  case ":$PATH:" in *":$dir:"*) ;; *) [ -d "$dir" ] && PATH="$dir:$PATH" ;; esac
done
export PATH

has_wasm_std() {
  local lib
  command -v "$1" >/dev/null 2>&1 || return 1
  lib=$("$1" --print target-libdir --target "$TARGET" 2>/dev/null) || return 1
  compgen -G "$lib/libstd-*.rlib" >/dev/null
}

find_wasm_route() {
  WASM_PATH=$PATH
  case "${STACKSCOPE_WASM_ROUTE:-}" in
    rustup) WASM_ROUTE=rustup ;;
    debian) WASM_ROUTE=debian ;;
    "") if has_wasm_std rustc; then WASM_ROUTE=rustup; elif has_wasm_std /usr/bin/rustc; then WASM_ROUTE=debian; else WASM_ROUTE=none; fi ;;
    *) echo "STACKSCOPE_WASM_ROUTE is \`$STACKSCOPE_WASM_ROUTE\`; use rustup or debian" >&2; exit 2 ;;
  esac
  if [ "$WASM_ROUTE" = debian ]; then
    # Links to Debian's Rust alone: with all of /usr/bin in front, other tools there would hide the user's own.
    mkdir -p "$DEBIAN_RUST"
    for tool in rustc cargo rustdoc cargo-clippy clippy-driver; do
      [ -e "/usr/bin/$tool" ] && ln -sfn "/usr/bin/$tool" "$DEBIAN_RUST/$tool"
    done
    WASM_PATH="$DEBIAN_RUST:$PATH"
  fi
  return 0
}
find_wasm_route

# RUSTFLAGS would replace the flags of .cargo/config.toml, and RUSTC and rustup's own variables would undo the choice of Rust.
on_wasm() { env -u RUSTFLAGS -u CARGO_ENCODED_RUSTFLAGS -u RUSTC -u RUSTDOC -u CARGO PATH="$WASM_PATH" "$@"; }

# Real states of Pulumi's own, where they lie beside the project; the conformance test reads this.
if [ -z "${STACKSCOPE_CORPUS:-}" ] && [ -d "$ROOT/../shared/corpus" ]; then STACKSCOPE_CORPUS=$(cd "$ROOT/../shared/corpus" && pwd); fi
if [ -n "${STACKSCOPE_CORPUS:-}" ]; then export STACKSCOPE_CORPUS; fi

# Tests and scripts that open a browser read these.
if [ -z "${CHROME:-}" ]; then CHROME=$(command -v chromium || command -v google-chrome || true); fi
if [ -z "${CHROMEDRIVER:-}" ]; then CHROMEDRIVER=$(command -v chromedriver || true); fi
export CHROME CHROMEDRIVER
