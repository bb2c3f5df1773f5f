#!/usr/bin/env bash
# The page, from nothing: set-up, build, sample states, a server on loopback that prints its address.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/setup.sh
bash scripts/build.sh
if [ ! -s www/samples/old.json ] || [ ! -s www/samples/new.json ]; then npm run --silent sample; fi
exec node scripts/serve.mjs "$@"
