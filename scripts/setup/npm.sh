# Sourced: node_modules as package-lock.json says.

need_node_modules() {
  local stamp="$ROOT/node_modules/.lock-installed"
  [ -d "$ROOT/node_modules" ] && cmp -s "$ROOT/package-lock.json" "$stamp" && return 0
  quietly "npm ci" "20 s" npm_ci || fail "npm could not install the packages of package-lock.json"
  cp "$ROOT/package-lock.json" "$stamp"
}

npm_ci() (cd "$ROOT" && { npm ci --ignore-scripts --no-audit --no-fund || npm ci --ignore-scripts --no-audit --no-fund; })
