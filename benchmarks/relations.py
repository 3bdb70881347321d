"""Measure `relate`: `python -m benchmarks.relations ../shared` prints the figures of docs/relating.md.

The functions return figures, never texts; `proposed_pairs` gives pairs to read by hand.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import random
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from pipeline.read import read_previous
from pipeline.relate.groups import SAME_ACROSS_LANGUAGES, links
from pipeline.relate.likeness import likeness
from pipeline.relate.repeats import repeats
from pipeline.relate.shape import Shape, shape

LANGUAGES = ("en", "fr", "es", "ru", "ar", "zh")
ALIGNED = ("un_devset_recommendation_sentences_6lang.tsv", "un_devset_ngo_statements_6lang.tsv")


def across_languages(shared: Path, file: str) -> dict[tuple[str, str], tuple[float, float, float]]:
    """For each pair of languages: share whose translation is the likest, precision and recall of links.

    Each sentence is compared with all sentences of the other language; right is its own translation alone.
    """
    with (shared / "data" / file).open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    shapes = {name: [shape(row[name], name) for row in rows] for name in LANGUAGES}
    pairs = [(one, other) for place, one in enumerate(LANGUAGES) for other in LANGUAGES[place + 1 :]]
    return {pair: _retrieved(shapes[pair[0]], shapes[pair[1]]) for pair in pairs}


def _retrieved(ones: Sequence[Shape], others: Sequence[Shape]) -> tuple[float, float, float]:
    first = right = linked = 0
    for number, one in enumerate(ones):
        values = [likeness(one, other) for other in others]
        first += values[number] > 0 and values[number] == max(values)
        right += values[number] >= SAME_ACROSS_LANGUAGES
        linked += sum(value >= SAME_ACROSS_LANGUAGES for value in values)
    return first / len(ones), right / max(1, linked), right / len(ones)


def by_review(shared: Path) -> dict[tuple[str, str], list[dict[str, str]]]:
    """The rows of UPR Info's export by State under Review and session."""
    path = shared / "data" / "uprinfo_recommendations_sessions_01-17.csv.gz"
    reviews: dict[tuple[str, str], list[dict[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            reviews[row["To"], row["Session"]].append(row)
    return dict(reviews)


def proposed_pairs(
    shared: Path, reviews: int = 60, seed: int = 7
) -> list[tuple[dict[str, str], dict[str, str], float]]:
    """Pairs of rows of different States to one State that `relate` takes for one demand in other words."""
    chosen = random.Random(seed).sample(sorted(by_review(shared).items()), reviews)
    found = []
    for _, rows in chosen:
        states = {state: number for number, state in enumerate(dict.fromkeys(row["From"] for row in rows))}
        speakers = [states[row["From"]] for row in rows]
        for one, other, value in links([shape(row["Text"], "en") for row in rows], speakers):
            if rows[one]["Text"] != rows[other]["Text"]:
                found.append((rows[one], rows[other], value))
    return found


def issues_agree(pairs: Sequence[tuple[dict[str, str], dict[str, str], float]]) -> float:
    """How many of the pairs share an issue that UPR Info's coders gave: an upper bound of precision."""
    agree = sum(bool(set(a["Issue"].split(",")) & set(b["Issue"].split(","))) for a, b, _ in pairs)
    return agree / max(1, len(pairs))


def across_reviews(shared: Path) -> list[tuple[str, str]]:
    """Rows of the later of Slovenia's lists with the rows of the list before that they are said to repeat."""
    lists = []
    for name in ("UPR20", "UPR34", "upr48"):
        [path] = (shared / "samples").glob(f"{name}*hematic*")
        lists.append([item.text for item in read_previous(path.read_bytes(), path.name)[0]])
    found = []
    for before, after in itertools.pairwise(lists):
        linked = repeats([shape(text) for text in after], [shape(text) for text in before])
        found += [(after[n], before[p]) for n, numbers in enumerate(linked) for p in numbers]
    return found


def main(shared: Path) -> None:
    for file in ALIGNED:
        for (one, other), (first, precision, recall) in across_languages(shared, file).items():
            print(
                f"{file[10:25]} {one}-{other}: first {first:.2f}, precision {precision:.3f}, recall {recall:.2f}"
            )
    start = time.perf_counter()
    pairs = proposed_pairs(shared)
    print(f"pairs in 60 reviews: {len(pairs)}, sharing an issue {issues_agree(pairs):.3f}, "
          f"{time.perf_counter() - start:.1f} s")  # fmt: skip
    print(f"links between Slovenia's lists: {len(across_reviews(shared))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
