"""Fits the trees and thresholds of the normalizer on the training part of the gold set.

usage: fit.py metiers|mentions|units --gold FILE... --rows DIR --rome DIR --out DIR

metiers   weights of the clues for a métier, as a softmax over all fiches; prints them
mentions  trees for «does this span express this concept», fold-K.json fitted without fold K, all.json on everything
units     trees for «does this document express this macro-compétence or contexte», and thresholds.json
"""
import argparse
import collections
import csv
import json
import pathlib

import lightgbm as lgb
import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

FOLDS = 5
SEED = 20261124


def lines(path):
    return [json.loads(line) for line in open(path, encoding="utf-8") if line.strip()]


def macros_of(rome):
    """Macro-compétence of each savoir-faire, macro-compétence and savoir-être."""
    (path,) = pathlib.Path(rome).glob("unix_referentiel_competence_v*_utf8.csv")
    with open(path, encoding="utf-8-sig") as file:
        return {
            row["code_ogr"]: row["code_ogr"] if row["nature"].startswith("Macro") else row["code_ogr_macro_comp"]
            for row in csv.DictReader(file)
        }


def utf16_spans(text, span):
    found, at = [], text.find(span)
    while at >= 0:
        start = len(text[:at].encode("utf-16-le")) // 2
        found.append((start, start + len(span.encode("utf-16-le")) // 2))
        at = text.find(span, at + 1)
    return found


def load(directory):
    index = lines(pathlib.Path(directory) / "index.jsonl")
    features = index[0]["features"]
    rows = np.fromfile(pathlib.Path(directory) / "rows.bin", dtype="f8").reshape(-1, len(features))
    return features, index[1:], rows


def mention_labels(entries, gold, macro):
    """For each row: label, weight, fold, and whether it comes from a clause (the calibration is about clauses)."""
    by_id = {d["id"]: (position % FOLDS, d) for position, d in enumerate(gold)}
    places = {}
    for d in gold:
        places[d["id"]] = [
            (field, start, end, m)
            for m in d["mentions"]
            for field in ("title", "text")
            for start, end in utf16_spans(d.get(field) or "", m["span"])
        ]
    label, weight, fold, clause = [], [], [], []
    for entry in entries:
        position, document = by_id[entry["id"]]
        if "span" in entry:
            mentions = [m for m in document["mentions"] if m["span"] == entry["span"]]
        else:
            start, end = entry["start"], entry["end"]
            mentions = [
                m
                for field, a, b, m in places[entry["id"]]
                if field == entry["field"] and min(b, end) - max(a, start) >= 0.5 * min(b - a, end - start)
            ]
        grades = {}
        for m in mentions:
            for c in m["concepts"]:
                grades[c["code"]] = max(grades.get(c["code"], 0), c["grade"])
        accepted_macros = {macro[c] for c in grades if c in macro}
        for code in entry["codes"]:
            exact = code in grades
            same_macro = macro.get(code) in accepted_macros
            # A concept of the right macro is half right: that is the level at which matching happens.
            label.append(1 if exact else 0)
            weight.append(0.4 if same_macro and not exact else 1.0)
            fold.append(position)
            clause.append("span" not in entry)
    return np.array(label), np.array(weight), np.array(fold), np.array(clause)


def fit_trees(x, y, w, leaves, count, min_leaf):
    model = lgb.LGBMClassifier(
        n_estimators=count, learning_rate=0.06, num_leaves=leaves, min_child_samples=min_leaf, subsample=0.7,
        subsample_freq=1, colsample_bytree=0.6, reg_lambda=10, random_state=SEED, n_jobs=2, verbose=-1,
        deterministic=True, force_row_wise=True,
    )
    return model.fit(x, y, sample_weight=w)


def calibrate(raw, y, w):
    platt = LogisticRegression(C=1e6).fit(raw[:, None], y, sample_weight=w)
    return {"slope": round(float(platt.coef_[0, 0]), 6), "intercept": round(float(platt.intercept_[0]), 6)}


def tree_arrays(node):
    feature, threshold, left, right, leaf = [], [], [], [], []

    def walk(n):
        if "leaf_value" in n:
            leaf.append(round(n["leaf_value"], 6))
            return -len(leaf)
        at = len(feature)
        feature.append(n["split_feature"])
        threshold.append(float(f"{n['threshold']:.9g}"))
        left.append(0)
        right.append(0)
        left[at] = walk(n["left_child"])
        right[at] = walk(n["right_child"])
        return at

    walk(node)
    return {"feature": feature, "threshold": threshold, "left": left, "right": right, "leaf": leaf}


def save(path, model, features, calibration):
    trees = [tree_arrays(t["tree_structure"]) for t in model.booster_.dump_model()["tree_info"]]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"features": features, "calibration": calibration, "trees": trees}, separators=(",", ":")))


def out_of_fold(x, y, w, fold, params):
    raw = np.zeros(len(y))
    models = []
    for k in range(FOLDS):
        train = fold != k
        model = fit_trees(x[train], y[train], w[train], **params)
        raw[~train] = model.predict(x[~train], raw_score=True)
        models.append(model)
    return raw, models


def best_threshold(p, right, wanted, total):
    """Threshold of the best f1, where `right` counts for precision and `wanted` of `total` for recall."""
    order = np.argsort(-p)
    precision = np.cumsum(right[order]) / np.arange(1, len(p) + 1)
    recall = np.cumsum(wanted[order]) / total
    f1 = 2 * precision * recall / np.maximum(precision + recall, 1e-9)
    best = int(np.argmax(f1))
    return float(p[order][best]), float(f1[best]), float(precision[best]), float(recall[best])


def mentions(args, gold, macro):
    features, entries, x = load(args.rows)
    y, w, fold, clause = mention_labels(entries, gold, macro)
    params = dict(leaves=15, count=120, min_leaf=60)
    raw, models = out_of_fold(x, y, w, fold, params)
    calibration = calibrate(raw[clause], y[clause], w[clause])
    for k, model in enumerate(models):
        save(args.out / f"fold-{k}.json", model, features, calibration)
    save(args.out / "all.json", fit_trees(x, y, w, **params), features, calibration)
    report_link(entries, raw, x, features, gold)
    importance = sorted(zip(models[0].booster_.feature_importance("gain"), features), reverse=True)
    print("gain:", ", ".join(f"{name} {gain:.0f}" for gain, name in importance[:18]))


def report_link(entries, raw, x, features, gold):
    """Mean reciprocal rank of the spans, before and after the trees, out of fold."""
    grades = {(d["id"], m["span"]): {c["code"] for c in m["concepts"]} for d in gold for m in d["mentions"]}
    base = x[:, features.index("base")]
    at, seen = 0, {}
    for entry in entries:
        n = len(entry["codes"])
        if "span" in entry:
            ok = grades[entry["id"], entry["span"]]
            for name, score in (("untrained", base), ("trees", raw)):
                order = np.argsort(-score[at : at + n], kind="stable")[:20]
                rank = next((i + 1 for i, j in enumerate(order) if entry["codes"][j] in ok), 0)
                seen.setdefault((entry["kind"], name), []).append(1 / rank if rank else 0)
            seen.setdefault((entry["kind"], "ceiling"), []).append(any(c in ok for c in entry["codes"]))
        at += n
    for key, values in seen.items():
        print("link", *key, f"{np.mean(values):.3f}", len(values))


def metiers(args, gold, macro):
    features, entries, x = load(args.rows)
    fiches = len(entries[0]["codes"])
    x = x.reshape(len(entries), fiches, len(features))
    gold_codes = {d["id"]: set(d["rome"]) for d in gold}
    accepted = np.array([[code in gold_codes[e["id"]] for code in e["codes"]] for e in entries])

    def loss(weights, rows):
        z = x[rows] @ weights
        top = z.max(1, keepdims=True)
        whole = np.log(np.exp(z - top).sum(1)) + top[:, 0]
        right = np.log(np.where(accepted[rows], np.exp(z - top), 0).sum(1) + 1e-12) + top[:, 0]
        return float(np.mean(whole - right) + 0.001 * np.sum(weights**2))

    def fitted(rows):
        return minimize(loss, np.full(len(features), 5.0), args=(rows,), method="L-BFGS-B").x

    everyone = np.arange(len(entries))
    hits = collections.Counter()
    for k in range(FOLDS):
        weights = fitted(everyone[everyone % FOLDS != k])
        for row in everyone[everyone % FOLDS == k]:
            order = np.argsort(-(x[row] @ weights))
            kind = entries[row]["kind"]
            hits[kind, "n"] += 1
            hits[kind, "top1"] += accepted[row, order[0]]
            hits[kind, "top5"] += accepted[row, order[:5]].any()
    for kind in ("offer", "profile"):
        n = hits[kind, "n"]
        print(f"metier {kind}: top1 {hits[kind, 'top1'] / n:.3f} top5 {hits[kind, 'top5'] / n:.3f} of {n}, out of fold")
    print({name: round(float(w), 2) for name, w in zip(features, fitted(everyone))})


def units(args, gold, macro):
    features, entries, x = load(args.rows)
    by_id = {d["id"]: (position % FOLDS, d) for position, d in enumerate(gold)}
    grade, fold, contexte, offer = [], [], [], []
    totals = {}
    for entry in entries:
        position, document = by_id[entry["id"]]
        for unit in entry["units"]:
            where = "contexts" if unit["kind"] == "contexte" else "macros"
            grade.append(document[where].get(unit["code"], 0))
            fold.append(position)
            contexte.append(unit["kind"] == "contexte")
            offer.append(document["kind"] == "offer")
        for where in ("macros", "contexts"):
            key = (where, document["kind"])
            totals[key] = totals.get(key, 0) + sum(g == 2 for g in document[where].values())
    grade, fold, contexte, offer = map(np.array, (grade, fold, contexte, offer))
    y = (grade > 0).astype(int)
    w = np.where(grade == 1, 0.5, 1.0)
    params = dict(leaves=8, count=120, min_leaf=40)
    raw, _ = out_of_fold(x, y, w, fold, params)
    calibration = calibrate(raw, y, np.ones(len(y)))
    p = 1 / (1 + np.exp(-(calibration["slope"] * raw + calibration["intercept"])))
    thresholds = {"mention": args.mention_threshold, "evidence": args.evidence_threshold}
    p[~contexte & (x[:, features.index("firstMass")] < args.evidence_threshold)] = 0
    for name, mask, where in (("macroCompetence", ~contexte, "macros"), ("contexte", contexte, "contexts")):
        total = sum(v for (key, _), v in totals.items() if key == where)
        threshold, *figures = best_threshold(p[mask], grade[mask] > 0, grade[mask] == 2, total)
        thresholds[name] = round(threshold, 4)
        print(name, f"threshold {threshold:.3f} f1 {figures[0]:.3f} precision {figures[1]:.3f} recall {figures[2]:.3f}")
        for kind, of_kind in (("offer", offer), ("profile", ~offer)):
            part = mask & of_kind & (p >= threshold)
            precision, recall = (grade[part] > 0).mean(), (grade[part] == 2).sum() / totals[where, kind]
            reachable = (grade[mask & of_kind] == 2).sum() / totals[where, kind]
            f1 = 2 * precision * recall / (precision + recall)
            print(f"  {kind}: f1 {f1:.3f} precision {precision:.3f} recall {recall:.3f} reachable {reachable:.3f}")
    model = fit_trees(x, y, w, **params)
    save(args.out / "unit-trees.json", model, features, calibration)
    (args.out / "thresholds.json").write_text(json.dumps(thresholds, indent=2) + "\n")
    importance = sorted(zip(model.booster_.feature_importance("gain"), features), reverse=True)
    print("gain:", ", ".join(f"{name} {gain:.0f}" for gain, name in importance[:14]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=["metiers", "mentions", "units"])
    parser.add_argument("--gold", nargs="+", required=True)
    parser.add_argument("--rows", required=True)
    parser.add_argument("--rome", required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--mention-threshold", type=float, default=0.3)
    parser.add_argument("--evidence-threshold", type=float, default=0.05)
    args = parser.parse_args()
    gold = [d for path in args.gold for d in lines(path)]
    {"metiers": metiers, "mentions": mentions, "units": units}[args.stage](args, gold, macros_of(args.rome))


if __name__ == "__main__":
    main()
