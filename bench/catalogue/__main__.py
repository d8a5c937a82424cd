"""``python -m bench.catalogue find``: what residents say, among 5,000 items; ``bring``: 5,000 items with mistakes brought in."""

from __future__ import annotations

import argparse
from time import perf_counter

from bench.catalogue import bringing, finding
from bench.catalogue.finding import Score


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.catalogue", description=__doc__)
    parser.add_argument("what", choices=("find", "bring"))
    parser.add_argument("--missed", action="store_true", help="of the first list, name what was not found")
    chosen = parser.parse_args()
    if chosen.what == "bring":
        bringing.main()
    else:
        find(chosen.missed)


def find(missed: bool) -> None:
    begun = perf_counter()
    finder = finding.finder()
    print(f"{len(finder.items)} items, ready after {perf_counter() - begun:.1f} s, their pinyin included\n")
    print("| what is said | answers | among the first three | ms, median | p99 | longest |\n|---|---|---|---|---|---|")
    for name, meaning in finding.LISTS.items():
        queries = finding.asked(name)
        words = finding.score(finder, queries)
        line(meaning, words, f"{words.share:.0%}")
        spelled = finding.score(finder, queries, finding.pinyin_of)
        line("the same in whole pinyin", spelled, f"{spelled.share:.0%}")
        line("the same, after every letter", finding.typing(finder, queries), "")
        if missed and name == "asked":
            print(*(f"missed: {each.words} ({each.item})" for each in words.missed), sep="\n")


def line(what: str, score: Score, share: str) -> None:
    print(f"| {what} | {score.asked} | {share} | {score.median_ms:.1f} | {score.p99_ms:.1f} | {score.worst_ms:.1f} |", flush=True)


if __name__ == "__main__":
    main()
