#!/usr/bin/env bash
# Trains the static French embedding, exports it to models/embedding/static-fr-v1 and measures it on the development gold.
# One thread; PASSERELLE_SHARED is the folder of reference data (default: ../shared beside the repository).
set -euo pipefail
cd "$(dirname "$0")"
export PASSERELLE_SHARED="$(realpath "${PASSERELLE_SHARED:-../../../shared}")"
export TRAINING_WORK="${TRAINING_WORK:-$PWD/.cache}"
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 NUMBA_NUM_THREADS=1 PYTHONHASHSEED=0
venv="${TRAINING_VENV:-$PWD/.venv}"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check -r requirements.txt

"$venv/bin/python" -m static_fr.train
"$venv/bin/python" -m static_fr.export
"$venv/bin/python" -m static_fr.evaluate --out "$TRAINING_WORK/figures.json"
