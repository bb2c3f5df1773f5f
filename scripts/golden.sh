#!/usr/bin/env bash
# Accepts the API as built, on purpose: the declarations, the list of types that the package exports, and the table of endpoints.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/build.sh
node scripts/surface.mjs
bash scripts/build.sh
mkdir -p tests/golden
cp pkg/stackscope.d.ts tests/golden/stackscope.d.ts
node scripts/endpoints.mjs
echo "tests/golden/stackscope.d.ts and docs/endpoints.md are now what the build says"
