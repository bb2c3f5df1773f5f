# Sourced: wasm-bindgen-cli and wasm-pack from crates.io, each in exactly the version the project states.

has_version() { case " $("$1" --version 2>/dev/null) " in *" $2 "*) return 0 ;; *) return 1 ;; esac; }

need_wasm_tools() {
  [ -n "$BINDGEN_VERSION" ] || fail "Cargo.lock names no wasm-bindgen"
  [ -n "$WASM_PACK_VERSION" ] || fail "Cargo.toml has no wasm-pack in [package.metadata.tools]"
  need_tool wasm-bindgen wasm-bindgen-cli "$BINDGEN_VERSION" "1 to 3 minutes"
  need_tool wasm-pack wasm-pack "$WASM_PACK_VERSION" "1 to 3 minutes"
  rm -rf "$CACHE/tool-build"
}

# need_tool PROGRAM CRATE VERSION ABOUT
need_tool() {
  local program=$1 crate=$2 version=$3 about=$4 dir
  dir=$(tool_dir "$crate" "$version")
  if has_version "$dir/bin/$program" "$version" || has_version "$program" "$version"; then return 0; fi
  quietly "install $crate $version" "$about" install_tool "$crate" "$version" "$dir" \
    || fail "cargo could not install $crate $version" "It comes from crates.io; is that registry within reach?"
}

# Debug builds compile in a fifth of the time and are fast enough for one small module; both tools share one target folder.
# --locked first; a locked dependency that was withdrawn makes it fail at once, and without it cargo picks a neighbour.
install_tool() {
  local crate=$1 version=$2 dir=$3 flag
  for flag in --locked ""; do
    CARGO_TARGET_DIR="$CACHE/tool-build" CARGO_PROFILE_DEV_DEBUG=0 \
      env -u RUSTFLAGS -u CARGO_BUILD_TARGET cargo install --debug ${flag:+"$flag"} --force --root "$dir" "$crate@$version" && return 0
  done
  return 1
}
