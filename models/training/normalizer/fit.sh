#!/usr/bin/env bash
# Fits models/normalization on the training part of the gold set (PASSERELLE_SHARED, default ../shared), ten minutes.
#
# The delivered embedding has seen the spans of that part, so its similarities there are better than on any new text, and
# trees fitted on them would trust it too much. They are fitted with a twin trained without the gold, and serve with the
# delivered one.
set -euo pipefail
cd "$(dirname "$0")/../../.."
export PASSERELLE_SHARED=$(realpath "${PASSERELLE_SHARED:-../shared}")
shared=$PASSERELLE_SHARED
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=models/training/.venv/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv models/training/.venv
  models/training/.venv/bin/pip install -q -r models/training/requirements.txt -r models/training/normalizer/requirements.txt
fi
npm run --silent build
gold=("$shared/gold/offers-train.jsonl" "$shared/gold/profiles-train.jsonl")
flags=(--gold "${gold[0]}" --gold "${gold[1]}")
dump() { node models/training/normalizer/dump-features.mjs "$@" --model "$work/twin" "${flags[@]}"; }
fit() { "$python" -W ignore models/training/normalizer/fit.py "$1" --gold "${gold[@]}" --rows "$2" --rome "$shared/rome/v4.60" --out "$3"; }

(
  cd models/training
  export TRAINING_WORK="$work" OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 NUMBA_NUM_THREADS=1 PYTHONHASHSEED=0
  .venv/bin/python -m static_fr.train --without-gold --out "$work/twin.npz"
  .venv/bin/python -m static_fr.export --ngram "$work/twin.npz" --out "$work/twin"
)
dump metiers --out "$work/metiers"
fit metiers "$work/metiers" "$work"
dump mentions --out "$work/mentions"
fit mentions "$work/mentions" "$work/trees"
dump units --trees "$work/trees" --out "$work/units"
fit units "$work/units" models/normalization
cp "$work/trees/all.json" models/normalization/mention-trees.json
