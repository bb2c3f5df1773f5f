# Sourced: a Rust with a standard library for wasm32, by rustup where it can download, else by Debian's packages.

need_wasm_target() {
  case "${STACKSCOPE_WASM_ROUTE:-}" in
    rustup) has_wasm_std rustc || by_rustup || fail "rustup could not add $TARGET" "Unset STACKSCOPE_WASM_ROUTE to let set-up use Debian's packages." ;;
    debian) by_debian ;;
    *) has_wasm_std rustc || debian_std_fits || by_rustup || by_debian ;;
  esac
  find_wasm_route
  say "set-up: wasm32 is built by $(on_wasm rustc --version)"
}

by_rustup() {
  command -v rustup >/dev/null 2>&1 || return 1
  say "set-up: add the target $TARGET by rustup (about 10 s, at most 2 minutes)"
  if RUSTUP_MAX_RETRIES=1 at_most 120 rustup target add "$TARGET" </dev/null >"$CACHE/logs/rustup.log" 2>&1 && has_wasm_std rustc; then
    return 0
  fi
  say "set-up: rustup could not: $(grep -m1 -i error "$CACHE/logs/rustup.log" || echo "it gave no answer")"
  return 1
}

by_debian() {
  apt_need "building for wasm32" "1 minute" rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy \
    || fail "no Rust that can build for wasm32" "Either \`rustup target add $TARGET\` must work, or apt-get on a Debian that has rustc-web."
  # Debian's rust-lld is a link into the linker package of the same LLVM.
  apt_need "linking wasm32" "20 s" "lld-$(/usr/bin/rustc -vV | sed -n 's/^LLVM version: \([0-9]*\).*/\1/p')" \
    || fail "the linker for Debian's Rust could not be installed"
  debian_std_fits && return 0
  quietly "build the standard library for wasm32 once" "3 minutes" build_wasm_std \
    || fail "Debian's Rust could not build its standard library for wasm32"
}

debian_std_dir() { printf '%s/lib/rustlib/%s/lib' "$(/usr/bin/rustc --print sysroot)" "$TARGET"; }

# Once Debian has moved on to another version, what the one before built no longer links.
debian_std_fits() {
  local stamp
  has_wasm_std /usr/bin/rustc || return 1
  stamp="$(debian_std_dir)/built-by"
  [ ! -e "$stamp" ] || [ "$(cat "$stamp")" = "$(/usr/bin/rustc --version)" ]
}

# Compiles the sources of rust-web-src by way of an empty crate and puts the result where that rustc looks for it.
# (`set -e` is no help here: bash ignores it in whatever is called before a `||`.)
build_wasm_std() (
  STACKSCOPE_WASM_ROUTE=debian
  find_wasm_route
  work=$(mktemp -d "$CACHE/wasm-std.XXXXXX") || exit 1
  trap 'rm -rf "$work"' EXIT
  cd "$work" && mkdir src && : >src/lib.rs || exit 1
  printf '[package]\nname = "wasm-std-seed"\nversion = "0.0.0"\nedition = "2021"\n[workspace]\n' >Cargo.toml
  on_wasm env -u CARGO_TARGET_DIR -u CARGO_BUILD_TARGET RUSTC_BOOTSTRAP=1 \
    cargo build --release --target "$TARGET" -Z build-std=std,panic_abort,panic_unwind,test || exit 1
  rm -f "target/$TARGET/release/deps"/libwasm_std_seed-*
  lib=$(debian_std_dir)
  as_root rm -rf "$lib" \
    && as_root mkdir -p "$lib" \
    && as_root install -m 644 "target/$TARGET/release/deps"/*.rlib "$lib/" \
    && /usr/bin/rustc --version | as_root tee "$lib/built-by"
)
