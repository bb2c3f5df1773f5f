# Sourced: Debian packages, only those that are missing.

apt_missing() {
  local name
  for name in "$@"; do
    case "$(dpkg-query -W -f '${Status}' "$name" 2>/dev/null)" in *"ok installed") ;; *) printf '%s ' "$name" ;; esac
  done
}

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

# Two parts of set-up run at once and both may need apt, which allows one caller at a time.
apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 "$@"; }

apt_update_and_install() {
  # One mirror that does not answer makes update fail although the lists it has are good enough.
  apt_get -o Acquire::Retries=2 update || echo "apt-get update failed; trying with the lists at hand"
  apt_get install -y --no-install-recommends "$@"
}

# apt_need WHY ABOUT PACKAGE…
apt_need() {
  local why=$1 about=$2 missing
  shift 2
  missing=$(apt_missing "$@")
  [ -z "$missing" ] && return 0
  command -v apt-get >/dev/null 2>&1 || { say "set-up: $why needs ${missing}and this system has no apt-get"; return 1; }
  # shellcheck disable=SC2086 # a list of names
  quietly "install ${missing% } for $why" "$about" apt_update_and_install $missing
}
