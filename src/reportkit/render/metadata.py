"""Identity of a publication → JSON-LD and the content policy of its web page."""

from __future__ import annotations

import base64
import hashlib
import json
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from reportkit.assemble.document import Identity


def json_ld(identity: Identity) -> Markup:
    """schema.org Report about a MedicalCode, safe inside a script element."""
    publisher = {"@type": "Organization", "name": identity.publisher}
    if identity.publisher_url is not None:
        publisher["url"] = identity.publisher_url
    data = {
        "@context": "https://schema.org",
        "@type": "Report",
        "name": f"{identity.code_system} {identity.code}: {identity.title}",
        "headline": identity.title,
        "description": identity.description,
        "identifier": identity.report_id,
        "reportNumber": identity.report_id,
        "version": identity.version,
        "creativeWorkStatus": identity.status,
        **({"datePublished": identity.published.isoformat()} if identity.is_indexed else {}),
        "dateModified": identity.modified.isoformat(),
        "inLanguage": identity.language,
        "keywords": list(identity.keywords),
        "publisher": publisher,
        "copyrightNotice": identity.rights,
        **({"url": identity.address} if identity.address is not None else {}),
        "about": {
            "@type": "MedicalCode",
            "codeValue": identity.code,
            "codingSystem": identity.code_system,
        },
    }
    text = json.dumps(data, ensure_ascii=False, indent=1)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704


def content_policy(*scripts: str) -> str:
    """A Content-Security-Policy under which the page can load nothing and run only `scripts`.

    What looks at a page from within may ask for files of the same server, as Lighthouse does for
    robots.txt; the page's own scripts ask for none.
    Blocks of data are to be named like scripts: browsers run neither, but the Nu checker
    takes a block that the policy does not know for a script that it stops.
    """
    allowed = " ".join(source_of(script) for script in scripts if script) or "'none'"
    return (
        "default-src 'none'; connect-src 'self'; style-src 'unsafe-inline'; font-src data:; "
        f"img-src data:; script-src {allowed}; base-uri 'none'; form-action 'none'"
    )


def allow_block(html: str, block: str) -> str:
    """The page with a block of data added to the scripts its policy knows."""
    return html.replace("script-src ", f"script-src {escape(source_of(block))} ", 1)


def source_of(script: str) -> str:
    """How a policy names the text of a script element."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
