"""Say what a signer's own key signs, and whether a key did sign it.

The signature has the form of `ssh-keygen -Y sign` (OpenSSH, PROTOCOL.sshsig), in the namespace
`reportkit`, so that one given for anything else is none here.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Final

from reportkit.model.files import place_of
from reportkit.model.signoff import Signature
from reportkit.workspace.content import content_hashes
from reportkit.workspace.publication import Publication

NAMESPACE: Final = "reportkit"


class NoKeyError(ValueError):
    """A line of a file of keys that names none."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def trusted_keys(text: str) -> dict[str, str]:
    """The keys of OpenSSH's allowed signers that may sign reports, each with whose it is.

    A key on several lines is theirs together, so that nobody is two people by two names. A line
    with conditions that are not known here lends no key. Raises NoKeyError.
    """
    from sshsig.allowed_signers import AllowedSigner

    keys: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            signer = AllowedSigner.parse(line.strip())
        except (ValueError, NotImplementedError, IndexError) as fault:
            raise NoKeyError(number) from fault
        options = signer.options or {}
        spaces = options.get("namespaces", NAMESPACE).split(",")
        if (
            NAMESPACE in spaces
            and f"!{NAMESPACE}" not in spaces
            and options.keys() <= {"namespaces"}
        ):
            key = f"{signer.key_type} {signer.base64_key}"
            keys[key] = f"{keys[key]},{signer.principals}" if key in keys else signer.principals
    return keys


def basis_sha256(publication: Publication, sources: Mapping[str, bytes]) -> str:
    """SHA-256 over what a page rests on beside its content and its signatures.

    `sources` are the files that the page carries, by path: settings, waivers, words of the
    house, the project's theme and rules among them.
    """
    content = {*content_hashes(publication), place_of("signoff", publication.code)}
    listed = (
        f"{path}\0{hashlib.sha256(body).hexdigest()}\n"
        for path, body in sorted(sources.items())
        if path not in content
    )
    return hashlib.sha256("".join(listed).encode()).hexdigest()


def statement(code: str, signature: Signature) -> bytes:
    """What a key signs: the report, who signs it as what and when, and the hashes of what it is."""
    said = {
        "reportkit": "signature/1",
        "code": code,
        "role": signature.role,
        "name": signature.name,
        "signed": signature.signed.isoformat(),
        "meaning": " ".join(signature.meaning.split()),
        "content_sha256": signature.content_sha256,
        "basis_sha256": signature.basis_sha256,
    }
    if signature.review_sha256 is not None:
        said["review_sha256"] = signature.review_sha256
    return json.dumps(said, sort_keys=True, ensure_ascii=False).encode()


def signing_key(code: str, signature: Signature) -> str | None:
    """The public key that did sign a statement: `ssh-ed25519 AAAA…`; None if none did."""
    if signature.seal is None or signature.key is None:
        return None
    import sshsig  # it brings cryptography, which nothing else here needs

    try:
        key = sshsig.check_signature(statement(code, signature), signature.seal, NAMESPACE)
    except (sshsig.InvalidSignature, ValueError, NotImplementedError, AssertionError):
        return None
    own = key.openssh_str()
    return own if own.split()[:2] == signature.key.split()[:2] else None
