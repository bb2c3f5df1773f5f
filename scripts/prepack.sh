#!/usr/bin/env bash
# What `npm pack` ships is built, and the page's sample states are there.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/build.sh >&2
if [ ! -s www/samples/old.json ] || [ ! -s www/samples/new.json ]; then npm run --silent sample >&2; fi
