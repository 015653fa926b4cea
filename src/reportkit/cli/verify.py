"""`reportkit verify`: say whether a published file is what its sources produce."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from reportkit.cli import options, reports
from reportkit.cli.signers import keys_of, roots_of
from reportkit.cli.suspect import EXAMINE, Suspect, content_of, limits, told
from reportkit.contain import Answer, Exceeded, Raised, contained
from reportkit.report.frame import printable

if TYPE_CHECKING:
    from reportkit.cli.rule_set import Trust


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@reports.trust
@click.option(
    "--trust-theme",
    "theme",
    flag_value="trusted",
    default="untrusted",
    help="Use templates that FILE carries; they are not used without it.",
)
@click.option(
    "--signers",
    type=click.Path(path_type=Path),
    metavar="KEYS",
    help="The keys you trust, in the form of OpenSSH's allowed signers: only a file that "
    "an author and another person signed with them is genuine.",
)
@click.option(
    "--roots",
    type=click.Path(path_type=Path),
    metavar="PEM",
    help="The certificates you trust, of signers or of who issued theirs: only a PDF "
    "signed with one is signed.",
)
@click.option(
    "--seconds",
    type=click.IntRange(1, 3600),
    default=60,
    show_default=True,
    help="How long it may take.",
)
def verify(
    file: Path,
    trust: Trust,
    theme: Trust,
    signers: Path | None,
    roots: Path | None,
    seconds: int,
) -> None:
    """Say whether FILE, a published PDF or web page, is what its sources produce, and whose it is.

    The sources it carries are built again and the bytes compared. `altered` (exit code 1) is
    said where nothing here can be the reason for a difference; `cannot tell here` (exit code 2)
    where something can, and what. That a file agrees with itself says nothing of who made it:
    such a file is `unsigned` (exit code 3 where --signers asks who did). It is `genuine` where
    an author and another person signed all it rests on with keys of --signers. A PDF that was
    released with a certificate is `signed`, where that holds; --roots says whose you trust.
    """
    keys = keys_of(signers) if signers is not None else {}
    trusted = roots_of(roots) if roots is not None else ()
    suspect = Suspect(content_of(file), trust, theme, trusted)
    outcome = contained(EXAMINE, suspect, limits(seconds))
    judged = outcome.value if isinstance(outcome, Answer) else _stopped(outcome)
    judged = {**judged, "signed by": _signed_by(judged, keys)}
    if judged["verdict"] == "rebuilt":
        judged["verdict"] = _by_whom(judged, signers, roots)
    options.show("".join(f"{line}\n" for line in _lines(file.name, judged)))
    raise SystemExit(_EXIT[judged["verdict"]])


def _by_whom(judged: Mapping[str, Any], signers: Path | None, roots: Path | None) -> str:
    """The verdict on a file that was rebuilt, by the keys and certificates that were asked for."""
    pdf = judged.get("pdf", {})
    if signers is None and roots is None:
        return "covered" if pdf else "rebuilt"
    if roots is not None and not pdf.get("is_trusted"):
        return "not covered"
    if signers is not None:
        return "genuine" if _is_approved(judged["signed by"]) else "not signed"
    return "signed"


def _signed_by(judged: Mapping[str, Any], keys: Mapping[str, str]) -> list[dict[str, str]]:
    """The signatures by keys that are trusted, each with whose key it is."""
    return [
        {**seal, "whose": keys[seal["key"]]}
        for seal in judged.get("seals", ())
        if seal["key"] in keys
    ]


def _is_approved(signed: list[dict[str, str]]) -> bool:
    """Whether an author signed, and another person: with another key, of another holder."""
    authors = [seal for seal in signed if seal["role"] == "author"]
    keys = {seal["key"] for seal in authors}
    holders = {holder for seal in authors for holder in _holders(seal)}
    return bool(authors) and any(
        seal["role"] != "author" and seal["key"] not in keys and holders.isdisjoint(_holders(seal))
        for seal in signed
    )


def _holders(seal: Mapping[str, str]) -> set[str]:
    """Whose a key is, by the names that the reader's list gives it."""
    return {holder.casefold() for holder in seal["whose"].split(",")}


def _stopped(outcome: Exceeded | Raised) -> dict[str, Any]:
    return {"verdict": "cannot tell", "reasons": [f"making it again was stopped: {told(outcome)}"]}


def _lines(name: str, judged: Mapping[str, Any]) -> Iterator[str]:
    """The verdict, why, and what the file says of itself; nothing reaches the terminal raw."""
    role, said = _SAID[judged["verdict"]]
    yield f"{printable(name)} {options.palette().paint(role, said)}"
    harmless = ", which made no difference" if judged["verdict"] in _UNALTERED else ""
    for reason in judged["reasons"]:
        yield f"  {printable(reason)}{harmless}"
    for seal in judged["signed by"]:
        yield (
            f"  signed as {seal['role']} by {printable(seal['name'])[:100]}, {seal['signed']}, "
            f"with the key of {printable(seal['whose'])[:100]}"
        )
    if pdf := judged.get("pdf"):
        trusted = "that you trust" if pdf["is_trusted"] else "that --roots does not vouch for"
        yield (
            f"  the PDF is signed by {printable(pdf['name'])[:100]}, {pdf['signed']}, with a "
            f"certificate of {printable(pdf['issuer'])[:100]} {trusted}"
        )
    claims = judged.get("claims", ())
    if claims:
        yield "  it says of itself:"
    for label, text in claims:
        yield f"    {label:<9}  {printable(text)[:300]}"


_SAID: Final = {
    "rebuilt": ("good", "unsigned: unaltered, as the sources it carries produce these very bytes; "
                        "no key says who made it"),
    "covered": ("good", "signed: rebuilt, as the sources it carries produce these very pages, and "
                        "one certificate signed them; --roots says whether you trust it"),
    "signed": ("good", "signed: rebuilt, and the PDF is signed with a certificate you trust"),
    "genuine": ("good", "genuine: unaltered, and signed with keys you trust"),
    "not signed": ("error", "unsigned: unaltered, but no author and other person signed it with "
                            "keys you trust"),
    "not covered": ("error", "unsigned: unaltered, but no certificate you trust signed it"),
    "altered": ("error", "altered"),
    "cannot tell": ("warning", "cannot tell here"),
}  # fmt: skip
_EXIT: Final = {
    "rebuilt": 0,
    "covered": 0,
    "signed": 0,
    "genuine": 0,
    "altered": 1,
    "cannot tell": 2,
    "not signed": 3,
    "not covered": 3,
}
_UNALTERED: Final = ("rebuilt", "covered", "signed", "genuine", "not signed", "not covered")
