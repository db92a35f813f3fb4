#!/usr/bin/env bash
# Fits models/normalization on the training part of the gold set (PASSERELLE_SHARED, default ../shared), minutes.
set -euo pipefail
cd "$(dirname "$0")/../../.."
shared=${PASSERELLE_SHARED:-../shared}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=models/training/.venv/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv models/training/.venv
  models/training/.venv/bin/pip install -q -r models/training/normalizer/requirements.txt
fi
npm run --silent build
gold=("$shared/gold/offers-train.jsonl" "$shared/gold/profiles-train.jsonl")
flags=(--gold "${gold[0]}" --gold "${gold[1]}")
dump() { node models/training/normalizer/dump-features.mjs "$@" "${flags[@]}"; }
fit() { "$python" -W ignore models/training/normalizer/fit.py "$1" --gold "${gold[@]}" --rows "$2" --rome "$shared/rome/v4.60" --out "$3"; }

dump metiers --out "$work/metiers"
fit metiers "$work/metiers" "$work"
dump mentions --out "$work/mentions"
fit mentions "$work/mentions" "$work/trees"
dump units --trees "$work/trees" --out "$work/units"
fit units "$work/units" models/normalization
cp "$work/trees/all.json" models/normalization/mention-trees.json
