#!/usr/bin/env bash
# Accepts the declarations as built, on purpose: a change of tests/golden/stackscope.d.ts is a change of the API.
set -euo pipefail
cd "$(dirname "$0")/.."
bash scripts/build.sh
mkdir -p tests/golden
cp pkg/stackscope.d.ts tests/golden/stackscope.d.ts
echo "tests/golden/stackscope.d.ts is now what the build emits"
