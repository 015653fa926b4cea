"""`reportkit release`: freeze what is approved as editions that stay."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportkit.cli import completion, options, reports
from reportkit.cli.build import libraries_told

if TYPE_CHECKING:
    from reportkit.cli.releasing import Refused, Released
    from reportkit.cli.rule_set import Trust


@click.command()
@click.argument(
    "names", nargs=-1, required=True, metavar="CODE...", shell_complete=completion.codes
)
@options.project
@reports.trust
@click.option(
    "--certificate",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Your certificate with its key, in PKCS #12 (.p12, .pfx): it signs the PDF. "
    "Its password is asked for.",
)
def release(
    names: tuple[str, ...], project: Path | None, trust: Trust, certificate: Path | None
) -> None:
    """Freeze approved publications as editions, into editions/<code>/<version>/.

    An edition holds the HTML and the PDF, the sources and signatures in their published form,
    and the findings; its entry goes to editions/<code>/editions.yaml, and nothing of it is
    written again. Released is only what is signed and free of warnings, contradicts no other
    report in an error that `reportkit agree` finds, and has a version that is new and as high as
    the changes since the last edition call for. With --certificate the PDF
    carries your signature in the form of PAdES, which readers of PDF and `reportkit verify` show.
    """
    with libraries_told():
        from reportkit.cli.releasing import Refused, disagreements, release_one
    from reportkit.cli.certificate import signing_with, unsigned
    from reportkit.files.together import hold

    root, codes = options.selected(project, names)
    sign = unsigned if certificate is None else signing_with(certificate)
    disagreed, refused = disagreements(root, trust), False
    for code in codes:
        with hold(root) as held:
            outcome = release_one(held, code, trust, sign, disagreed)
        if isinstance(outcome, Refused):
            refused = True
            _tell_refused(root, code, outcome)
        else:
            _tell_released(code, outcome)
    raise SystemExit(1 if refused else 0)


def _tell_refused(root: Path, code: str, refused: Refused) -> None:
    if refused.findings is not None:
        shown = reports.write_reports(
            root, refused.findings, (reports.Wanted("text", None),), reports.listed(False)
        )
        options.show(shown)
    for reason in refused.why or ("of what the check found",):
        click.echo(f"{code} is not released: {reason}", err=True)


def _tell_released(code: str, released: Released) -> None:
    from reportkit.cli.releasing import told
    from reportkit.workspace.editions import folder_of

    edition = released.edition
    click.echo(f"released {code} version {edition.version}, for service from {edition.effective}")
    click.echo(f"  {len(edition.files)} files in {folder_of(code, edition.version)}/")
    if edition.before is not None:
        click.echo(f"  since the edition before, {told(released.call)}")
    click.echo(f"  entry {edition.sha256}")
