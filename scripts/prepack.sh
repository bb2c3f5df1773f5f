#!/usr/bin/env bash
# What `npm pack` ships is built, and the page's sample states are there.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/build.sh >&2
