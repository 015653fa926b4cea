"""A PDF signed with a person's certificate stays conforming, and tells whatever was changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from certificates import certificate
from made import make_pdf
from pdf_checks import complaints
from reportkit.cannot_run import CannotRun
from reportkit.cli.certificate import signing_with
from reportkit.cli.examine import examine
from reportkit.cli.suspect import Suspect
from reportkit.publish.evidence import pages_end
from reportkit.publish.pdf_signatures import NoSignature, judge_signature
from reportkit.publish.pdf_signing import Certificate, certificate_of, sign_pdf
from small_project import copy_project, edit, run

SIGNED = datetime(2026, 11, 26, 12, tzinfo=UTC)
LATER = SIGNED + timedelta(days=400)
WHY = "Released as 57511 version 1.0"


@pytest.fixture(scope="module")
def owner() -> Certificate:
    return certificate_of(certificate("Bo Coder")[0], None)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("signed"))


@pytest.fixture(scope="module")
def paper(project: Path) -> bytes:
    return make_pdf(project)


@pytest.fixture(scope="module")
def signed(paper: bytes, owner: Certificate) -> bytes:
    return sign_pdf(paper, owner, WHY, SIGNED)


def flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def test_a_signed_pdf_is_as_conforming_as_before_and_intact(paper: bytes, signed: bytes) -> None:
    assert signed.startswith(paper)
    assert pages_end(signed) == len(paper)
    assert complaints(signed) == []
    (embedded,) = PdfFileReader(BytesIO(signed)).embedded_signatures
    status = validate_pdf_signature(
        embedded, ValidationContext(trust_roots=[], allow_fetching=False)
    )
    assert (status.intact, status.valid) == (True, True)
    with pikepdf.open(BytesIO(paper)) as before, pikepdf.open(BytesIO(signed)) as after:
        assert after.Root.Metadata.read_bytes() == before.Root.Metadata.read_bytes()
        assert str(after.Root.StructTreeRoot.K[0].K[-1].S) == "/Form"


def test_who_signed_is_told_from_the_certificate(signed: bytes) -> None:
    found = judge_signature(signed, (), LATER)
    assert (found.name, found.signed, found.is_trusted) == ("Bo Coder", SIGNED, False)


def test_one_flipped_byte_is_named_in_either_part(paper: bytes, signed: bytes) -> None:
    start = len(paper)
    value = signed.index(b"/Contents <", start) + len(b"/Contents <")
    places = (start, start + 400, value + 1, value + 300, value + 732, value + 20_000,
              signed.index(b"/Name (", start) + 9, len(signed) - 4)  # fmt: skip
    for at in places:
        with pytest.raises(NoSignature):
            judge_signature(flipped(signed, at), (), LATER)
    behind = examine(Suspect(flipped(signed, value + 1)))
    assert behind["verdict"] == "altered"
    assert behind["reasons"][0].startswith(
        f"it goes on behind its pages, from byte {start:,}, with no signature of them: "
    )
    within = examine(Suspect(flipped(signed, 5_000)))
    assert within["verdict"] == "altered"
    assert within["reasons"][0].startswith("it differs first at byte 5,000, in PDF object ")


def test_a_signature_of_another_report_is_refused(
    signed: bytes, owner: Certificate, tmp_path: Path
) -> None:
    project = copy_project(tmp_path)
    edit(project / "sections/57511/summary.yaml", "nothing is cut out", "nothing is removed")
    other = make_pdf(project)
    copied = other + signed[pages_end(signed) :]
    found = examine(Suspect(copied))
    assert found["verdict"] == "altered"
    assert f"from byte {len(other):,}, " in found["reasons"][0]


def test_a_sound_signature_of_other_pages_is_refused(
    paper: bytes, signed: bytes, owner: Certificate
) -> None:
    """Pages that an update puts over those before are no part of what was rebuilt."""
    with pikepdf.open(BytesIO(paper)) as opened:
        opened.pages[0].Rotate = 180
        turned = BytesIO()
        opened.save(turned)
    other = paper + turned.getvalue()
    with pytest.raises(NoSignature):
        judge_signature(other, (), LATER)


def updated(content: bytes) -> bytes:
    """A PDF whose first page an update turns around, as any editor appends one."""
    writer = IncrementalPdfFileWriter(BytesIO(content))
    leaf = writer.root["/Pages"]["/Kids"][0]
    leaf["/Rotate"] = generic.NumberObject(180)
    writer.update_container(leaf)
    turned = BytesIO()
    writer.write(turned)
    return turned.getvalue()


CHANGED: dict[str, Callable[[bytes, bytes, Certificate], bytes]] = {
    "a page turned by an update": lambda _, signed, __: updated(signed),
    "words behind the signature": lambda _, signed, __: signed + b"More.",
    "an end behind the signature": lambda _, signed, __: signed + b"startxref\n9\n%%EOF\n",
    "half the signature": lambda paper, signed, _: signed[: (len(paper) + len(signed)) // 2],
    "the signature twice": lambda paper, signed, _: signed + signed[len(paper) :],
    "a page turned, and signed": lambda paper, _, owner: sign_pdf(
        updated(paper), owner, WHY, SIGNED
    ),
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_what_is_done_to_a_signed_pdf_afterwards_is_altered(
    paper: bytes,
    signed: bytes,
    owner: Certificate,
    change: Callable[[bytes, bytes, Certificate], bytes],
) -> None:
    changed = change(paper, signed, owner)
    assert changed != signed
    assert examine(Suspect(changed))["verdict"] == "altered"


def test_a_signature_of_a_day_to_come_is_refused(signed: bytes) -> None:
    with pytest.raises(NoSignature, match="it was made on 2026-11-26, a day to come"):
        judge_signature(signed, (), SIGNED - timedelta(days=1))


@pytest.mark.long
def test_a_signed_release_is_signed_and_rebuilt(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    bundle, public = certificate("Bo Coder")
    (tmp_path / "bo.p12").write_bytes(bundle)
    (tmp_path / "bo.pem").write_bytes(public)
    (tmp_path / "cy.pem").write_bytes(certificate("Cy Nurse")[1])
    edit(project / "report/57511/report.yaml", "status: draft", "status: approved")
    for role, name in (("author", "Ann Writer"), ("coding-reviewer", "Bo Coder")):
        by = ("--role", role, "--name", name, "--meaning", "Read, and found right.")
        assert run(project, "sign", "57511", *by).stderr == ""
    done = run(project, "release", "57511", "--certificate", str(tmp_path / "bo.p12"))
    assert done.returncode == 0, done.stdout + done.stderr
    pdf = "editions/57511/1.0/57511.pdf"
    plain = run(project, "verify", pdf)
    assert (plain.returncode, plain.stdout.splitlines()[0]) == (
        0,
        "57511.pdf signed: rebuilt, as the sources it carries produce these very pages, and one "
        "certificate signed them; --roots says whether you trust it",
    )
    trusted = run(project, "verify", pdf, "--roots", str(tmp_path / "bo.pem"))
    assert trusted.returncode == 0
    assert "the PDF is signed by Bo Coder, " in trusted.stdout
    assert "with a certificate of Bo Coder that you trust" in trusted.stdout
    stranger = run(project, "verify", pdf, "--roots", str(tmp_path / "cy.pem"))
    assert (stranger.returncode, "but no certificate you trust" in stranger.stdout) == (3, True)
    assert run(project, "editions", "--verify").stdout == "1 edition as released\n"


def test_a_certificate_that_cannot_sign_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "bo.p12").write_bytes(certificate("Bo Coder", "secret")[0])
    with CliRunner().isolation(input="wrong\n"), pytest.raises(CannotRun) as stop:
        signing_with(tmp_path / "bo.p12")
    assert stop.value.message == (
        "bo.p12 cannot be used: it holds no certificate with its key, or has another password"
    )
    with CliRunner().isolation(input="secret\n"):
        signing_with(tmp_path / "bo.p12")
