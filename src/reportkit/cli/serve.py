"""`reportkit serve`: look at publications as they will print, while they are written."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, options, reports
from reportkit.cli.needed import needed_libraries

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust
    from reportkit.decide.sitting import Reviewer
    from reportkit.desk.bench import Bench

port = click.option(
    "--port", type=click.IntRange(1, 65535), help="Port to serve on; default: one that is free."
)
opened = click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")


@click.command()
@options.names
@options.project
@port
@opened
@reports.trust
def serve(
    names: tuple[str, ...], project: Path | None, port: int | None, is_opened: bool, trust: Trust
) -> None:
    """Serve publications to a browser on this machine, until Ctrl-C.

    Each is shown as it will print, with its findings and its missing data beside it, and is
    brought up to date as soon as a file is saved. No file of the project is changed, and no
    other machine reaches it.
    """
    needed_for_desk()
    root, codes = options.selected(project, names)
    run(bench(root, codes if names else None, trust), port, is_opened)


def needed_for_desk() -> None:
    """Raise CannotRun unless those of the extra `desk` are installed."""
    needed_libraries({name: name for name in ("starlette", "uvicorn", "watchfiles")})


def bench(
    root: Path,
    codes: tuple[str, ...] | None,
    trust: Trust,
    reviewer: Reviewer | None = None,
    key: Path | None = None,
) -> Bench:
    """What is served: some publications of a project, or all that it ever has.

    `key` is the reviewer's own, to sign with.
    """
    from reportkit.cli.rule_set import checker
    from reportkit.cli.seal import sealed
    from reportkit.desk.bench import Bench
    from reportkit.workspace.select import all_codes

    def served() -> tuple[str, ...]:
        return all_codes(root) if codes is None else codes

    seal = partial(sealed, key, trust) if key is not None else None
    check, now = checker(trust), clock.time_of_record
    release = partial(_released, root, trust) if reviewer is not None else None
    return Bench(root, served, check, now, clock.today, reviewer, release, seal)


def _released(root: Path, trust: Trust, code: str) -> str:
    """Release a publication, and say what was released; raises CannotRun where it cannot be."""
    from reportkit.cli.build import libraries_told
    from reportkit.cli.certificate import unsigned
    from reportkit.files.together import hold

    with libraries_told():
        from reportkit.cli.releasing import Refused, disagreements, release_one
    disagreed = disagreements(root, trust)
    with hold(root) as held:
        outcome = release_one(held, code, trust, unsigned, disagreed)
    if isinstance(outcome, Refused):
        why = "; ".join(outcome.why) or "of what the check found"
        raise CannotRun(f"{code} is not released: {why}", "mend that, and release it then")
    return f"released {code} version {outcome.edition.version}"


def run(bench: Bench, port: int | None, is_opened: bool) -> None:
    """Serve, and say where."""
    from reportkit.desk.serve import serve

    codes = bench.codes()

    def ready(address: str, key: str) -> None:
        page = key or (codes[0] if len(codes) == 1 else "")
        click.echo(f"serving {address}{page}  (Ctrl-C ends it)")
        if is_opened:
            click.launch(f"{address}{page}")

    serve(bench, port, ready)
