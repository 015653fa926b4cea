"""Print how much of the labelled set is found, and how many right texts are not left alone.

Usage: python tests/judgement/measure.py [--all] [words of ids, subjects or kinds ...]. Misses of
cases that are held out are listed only with --all.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping

from judgement_figures import Figures, Judged, by_group, figures, grounds, judge, worst
from labelled_cases import Case, read_cases


def main(arguments: list[str]) -> None:
    """Judge every case, or those with one of the words, and print figures and misses."""
    words = [word for word in arguments if word != "--all"]
    judged = tuple(judge(case) for case in read_cases() if not words or _chosen(case, words))
    _print_figures(judged)
    _print_misses(judged if "--all" in arguments else _unread(judged, held_out=False))


def _print_figures(judged: tuple[Judged, ...]) -> None:
    print(_HEAD)
    _print_table(
        {
            "all": figures(judged),
            "open": figures(_unread(judged, held_out=False)),
            "held out": figures(_unread(judged, held_out=True)),
        }
    )
    print("\nby subject")
    _print_table(by_group(judged, lambda case: case.subject))
    print("\nby kind")
    _print_table(by_group(judged, lambda case: case.kind))
    if least := worst(judged):
        print("\nworst group: {}, {:.1f} %".format(*least))
    asked = grounds(judged)
    print(
        f"ungrounded-statement: {_share(asked.precision)} of the {asked.named} sentences named "
        f"speak of a subject; named are {_share(asked.recall)} of the {asked.speaking} "
        "that do"
    )


_HEAD = f"{'':18}{'wrong':>7}{'found':>7}{'recall':>9}{'placed':>9}{'right':>8}{'alarms':>8}{'':>9}"


def _print_table(groups: Mapping[str, Figures]) -> None:
    for name, group in groups.items():
        print(
            f"{name:18}{group.wrong:7}{group.found:7}{_share(group.recall):>9}"
            f"{_share(group.placed_share):>9}{group.right:8}{group.false_alarms:8}"
            f"{_share(group.alarm_rate):>9}"
        )


def _print_misses(judged: tuple[Judged, ...]) -> None:
    print("\nwrong and not found")
    for verdict in judged:
        if verdict.missed:
            print(f"  {_line(verdict.case)}")
    print("\nright and not left alone")
    for verdict in judged:
        if verdict.false_alarm:
            rules = ", ".join(sorted({finding.rule for finding in verdict.findings}))
            print(f"  {_line(verdict.case)} | {rules}")


def _line(case: Case) -> str:
    return f"{case.id:10} {case.base} {case.at}: {case.text} | {case.because}"


def _unread(judged: tuple[Judged, ...], *, held_out: bool) -> tuple[Judged, ...]:
    return tuple(verdict for verdict in judged if verdict.case.held_out == held_out)


def _chosen(case: Case, words: list[str]) -> bool:
    return any(word in (case.subject, case.kind, case.base) or word in case.id for word in words)


def _share(share: float | None) -> str:
    return "none" if share is None else f"{share:.1f} %"


if __name__ == "__main__":
    main(sys.argv[1:])
