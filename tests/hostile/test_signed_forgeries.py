"""What two people and a certificate signed lends its name to nothing else, however it is moved."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers

from certificates import certificate
from made import make_pdf
from reportkit.cli.examine import examine
from reportkit.cli.signers import roots_of
from reportkit.cli.suspect import Suspect
from reportkit.publish.pdf_signing import Certificate, certificate_of, sign_pdf
from reportkit.workspace.content import content_sha256
from reportkit.workspace.workspace import read_workspace
from signing_people import AUTHOR, CODER, two_keys
from small_project import accept_input, copy_project, edit, run

REPORT, SIGNOFF = "report/57511/report.yaml", "report/57511/signoff.yaml"
GENUINE, UNSIGNED = "genuine", "unsigned"


@dataclass(frozen=True)
class Signed:
    """A project whose publication two people signed with their keys, and who they are."""

    project: Path
    signers: Path


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> Signed:
    folder = tmp_path_factory.mktemp("signed")
    keys, project = two_keys(folder / "keys"), copy_project(folder / "project")
    for person, key in ((AUTHOR, "ann"), (CODER, "bo")):
        outcome = run(project, "sign", "57511", *person, "--key", str(keys / key))
        assert outcome.returncode == 0, outcome.stderr
    edit(project / REPORT, "status: draft", "status: approved")
    return Signed(project, keys / "signers")


def verdict(project: Path, signed: Signed, code: str = "57511") -> str:
    """The first word of `verify` on a publication; one with errors is built as a draft."""
    page = project / f"build/{code}/{code}.html"
    build = ("build", code, "--pdf", "none")
    built = run(project, *build).returncode == 0 or run(project, *build, "--draft")
    assert page.is_file(), built
    outcome = run(project, "verify", str(page), "--signers", str(signed.signers))
    return outcome.stdout.split(":")[0].split()[1]


def other_code(project: Path) -> str:
    """The publication under another code, with the signatures of the first."""
    for folder in ("report", "sections"):
        (project / folder / "57511").rename(project / folder / "57513")
        for path in (project / folder / "57513").iterdir():
            path.write_text(path.read_text("utf-8").replace("57511", "57513"), "utf-8")
    accept_input(project, "57513")
    return "57513"


def other_project(project: Path) -> str:
    """The publication as another publisher's."""
    edit(project / "report/project.yaml", "Small Press", "Other Press")
    return "57511"


def other_edition(project: Path) -> str:
    """The signatures of one edition beneath the next."""
    edit(project / REPORT, 'version: "1.0"\nstatus', 'version: "1.1"\nstatus')
    return "57511"


def other_words(project: Path) -> str:
    """The signatures of some words beneath others, under the hash of these."""
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    digest = content_sha256(read_workspace(project, ["57511"]).publications[0])
    path = project / SIGNOFF
    text = path.read_text("utf-8")
    (older,) = set(re.findall(r"content_sha256: \W*(\w{64})", text))
    path.write_text(text.replace(older, digest), "utf-8")
    return "57511"


def seals_exchanged(project: Path) -> str:
    """Each one's seal beneath the other's name."""
    path = project / SIGNOFF
    text = path.read_text("utf-8")
    first, second = re.findall(r"(?s)(?<=seal: )\S.*?-----END SSH SIGNATURE-----", text)
    swapped = text.replace(first, "\0").replace(second, first).replace("\0", second)
    path.write_text(swapped, "utf-8")
    return "57511"


MOVED: Mapping[str, Callable[[Path], str]] = {
    "under another code": other_code,
    "in another project": other_project,
    "beneath another edition": other_edition,
    "beneath other words": other_words,
    "beneath each other's name": seals_exchanged,
}


@pytest.mark.parametrize("move", MOVED.values(), ids=MOVED)
def test_a_signature_that_was_moved_signs_nothing(
    signed: Signed, move: Callable[[Path], str], tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(signed.project, project)
    assert verdict(project, signed) == GENUINE
    assert verdict(project, signed, move(project)) == UNSIGNED


DAY = datetime(2026, 11, 26, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Papers:
    """A PDF, the same with the signature of its owner, and what somebody else signs with."""

    paper: bytes
    signed: bytes
    owner: Certificate
    other: Certificate
    roots: tuple[bytes, ...]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    folder = tmp_path_factory.mktemp("papers")
    bundle, pem = certificate("Bo Coder")
    (folder / "roots.pem").write_bytes(pem)
    owner, other = certificate_of(bundle, None), certificate_of(certificate("Bo Coder")[0], None)
    paper = make_pdf(copy_project(folder / "project"))
    once = sign_pdf(paper, owner, "Released as 57511 version 1.0", DAY)
    return Papers(paper, once, owner, other, roots_of(folder / "roots.pem"))


def field_of(content: bytes, name: str, by: Certificate) -> bytes:
    """A PDF with one more signature, in a field of this name, as any program adds one."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    fields.append_signature_field(writer, fields.SigFieldSpec(name))
    made = BytesIO()
    signers.sign_pdf(writer, signers.PdfSignatureMetadata(field_name=name), by.signer, output=made)
    return made.getvalue()


def updated(content: bytes) -> bytes:
    """A PDF whose title an update changes."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    writer.root["/Lang"] = generic.TextStringObject("fr")
    writer.update_root()
    changed = BytesIO()
    writer.write(changed)
    return changed.getvalue()


RESIGNED: Mapping[str, Callable[[Papers], bytes]] = {
    "another's in another field": lambda papers: field_of(papers.signed, "Other", papers.other),
    "the owner's in another field": lambda papers: field_of(papers.signed, "Other", papers.owner),
    "another's in its place": lambda papers: field_of(papers.paper, "Signature", papers.other),
    "an update behind it": lambda papers: updated(papers.signed),
    "an update that another signed": lambda papers: field_of(
        updated(papers.signed), "Other", papers.other
    ),
    "an update before it": lambda papers: sign_pdf(
        updated(papers.paper), papers.owner, "Released as 57511 version 1.0", DAY
    ),
}


@pytest.mark.parametrize("change", RESIGNED.values(), ids=RESIGNED)
def test_a_pdf_that_was_signed_once_more_or_updated_is_altered(
    papers: Papers, change: Callable[[Papers], bytes]
) -> None:
    sound = examine(Suspect(papers.signed, roots=papers.roots))
    assert (sound["verdict"], sound["pdf"]["is_trusted"]) == ("rebuilt", True)
    forged = examine(Suspect(change(papers), roots=papers.roots))
    assert (forged["verdict"], "pdf" in forged) == ("altered", False)


def test_the_owners_name_on_another_certificate_is_not_trusted(papers: Papers) -> None:
    content = sign_pdf(papers.paper, papers.other, "Released as 57511 version 1.0", DAY)
    assert examine(Suspect(content, roots=papers.roots))["pdf"]["is_trusted"] is False
