#!/usr/bin/env bash
# The page, from nothing: set-up, build, sample states, a server on loopback that prints its address.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh
bash scripts/build.sh
exec node scripts/serve.mjs "$@"
