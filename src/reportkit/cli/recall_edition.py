"""`reportkit recall`: mark an edition as no longer to be used, with a reason."""

from __future__ import annotations

from pathlib import Path

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import clock, completion, options
from reportkit.cli.released import Chain, faults_of, read_chain, released_codes
from reportkit.decide.entry import with_entry
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.model.editions import Edition
from reportkit.model.person_names import names_nobody
from reportkit.model.version import same_number
from reportkit.model.waivers import says_something
from reportkit.publish.frozen import recall_entry
from reportkit.workspace.editions import chain_path, recall_of


@click.command()
@click.argument("code", shell_complete=completion.codes)
@click.argument("version")
@click.option("--by", required=True, help="Your printed name.")
@click.option("--reason", required=True, help="What is wrong with it; readers are told.")
@options.project
def recall(code: str, version: str, by: str, reason: str, project: Path | None) -> None:
    """Recall VERSION of CODE; its files stay, and every list says why it is not to be used.

    `reportkit editions --made-with FILE` finds the editions that a bad data file went into.
    """
    root = options.project_root(project)
    name, why = " ".join(by.split()), " ".join(reason.split())
    if names_nobody(name) or not says_something(why):
        raise CannotRun("a recall needs a name and a reason", "say who recalls it, and why")
    with hold(root) as held:
        (code,) = released_codes(root, [code])
        chain = read_chain(root, code)
        edition = _edition(chain, version)
        for fault in faults_of(root, chain):
            raise CannotRun(fault, "bring it back as it was in git, then recall")
        entry = recall_entry(chain.editions, edition, name, why, clock.time_of_record())
        path = chain_path(code)
        data = {**entry.model_dump(), "recalled": entry.recalled.isoformat()}
        write_files(held, {path: with_entry(FolderFiles(root), path, "recalled", data)})
    click.echo(f"recalled {code} version {edition.version}: {why}")


def _edition(chain: Chain, version: str) -> Edition:
    """The edition of a number that is not recalled yet; raises CannotRun."""
    released = chain.editions.released
    edition = next((known for known in released if same_number(known.version, version)), None)
    if edition is None:
        versions = ", ".join(known.version for known in released)
        raise CannotRun(f"version {version} of {chain.code} was not released", f"known: {versions}")
    before = recall_of(chain.editions, edition)
    if before is not None:
        raise CannotRun(
            f"version {edition.version} of {chain.code} was recalled on "
            f"{before.recalled.date()} by {before.by}",
            "nothing is left to do",
        )
    return edition
