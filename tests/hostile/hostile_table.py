"""Table of hostile inputs: what each is, how it is made, and the line that answers it."""

from __future__ import annotations

from dataclasses import dataclass

from hostile_inputs import (
    BASELINE,
    INPUT,
    SUMMARY,
    Act,
    altered,
    carrying,
    checked,
    drop,
    edited,
    file_of,
    imported,
    links,
    moved,
    multiplying_entities,
    page,
    paper,
    pipes,
    prose,
    publisher,
    put,
    ran,
    rules,
    themed,
    verified,
    waived,
    with_block,
    with_theme,
    writes,
    zips,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A hostile input."""

    name: str
    act: Act
    answer: str
    """What a line of the answer begins with."""


UNPROVIDED = "error[unprovided-modifier-in-prose] modifier 25 is not provided; the input provides 22, 51, 52, 53, 59"
LEADS_OUT = "error[missing-file] the file is a link that leads out of the project"
UNREADABLE = "altered: it has evidence that cannot be read"
DIFFERS = "altered: it differs first at byte"
BRACKETS = "error[unresolved-reference] the reference has too many brackets within brackets"
DEEP = "error[invalid-yaml] nested deeper than 40 levels"
CONDITION = (
    "error[unresolved-reference] a condition is about values of the data, fixed texts and numbers"
)

TOO_LONG = "error[invalid-yaml] the number has 5,000 digits; 100 are the most"

ACCEPTED = "report/57511/accepted.yaml"
ACCEPTANCE = (
    "reportkit: accepted/1\naccepted:\n  - {{sentence: Nothing is cut out., subject: payment, "
    'name: {}, role: coding-reviewer, accepted: {}, data_sha256: "0"}}\n'
)
DECISION = (
    "reportkit: review/1\ndone:\n  - {rule: vague-filler, file: summary, route: definition, "
    'by: Bo Coder, role: coding-reviewer, decided: "2999-01-01T00:00:00+00:00", '
    'judged_sha256: "0"}\n'
)

LOGO = '.masthead {background: url("theme:logo.svg")}'
COLOPHON = '{{% extends "default/publication.html" %}}{{% block colophon %}}{}{{% endblock %}}'
MEMORY = (
    "altered: it carries sources from which no page can be made: publication.html:1: MemoryError"
)

ROWS: tuple[Row, ...] = (
    # What authors write.
    Row("a modifier in emphasis", prose("Append modifier *25* here."), UNPROVIDED),
    Row("a modifier in strong emphasis", prose("Append modifier **25** here."), UNPROVIDED),
    Row("a modifier as code", prose("Append the modifier `25` here."), UNPROVIDED),
    Row("a modifier half in emphasis", prose("Append modifier 2*5* here."), UNPROVIDED),
    Row("a modifier as a link", prose("Append modifier [25](https://a.example) here."), UNPROVIDED),
    Row("a modifier behind a colon", prose("Append modifier: 25 here."), UNPROVIDED),
    Row("a modifier behind a hyphen", prose("Append modifier -25 here."), UNPROVIDED),
    Row("a modifier on the next line", prose("Append modifier\n25 here."), UNPROVIDED),
    Row("a modifier as an entity", prose("Append modifier &#50;5 here."), UNPROVIDED),
    Row("a modifier behind an entity", prose("Append modifier&nbsp;25 here."), UNPROVIDED),
    Row("a modifier with a space without width", prose("Append modifier 2\u200b5 here."), UNPROVIDED),
    Row("a modifier with a soft hyphen", prose("Append modifier 2\u00ad5 here."), UNPROVIDED),
    Row("a modifier in wide digits", prose("Append modifier \uff12\uff15 here."), UNPROVIDED),
    Row("a modifier in raised digits", prose("Append modifier \u00b2\u2075 here."), UNPROVIDED),
    Row("a modifier in rings", prose("Append modifier \u2461\u2464 here."), UNPROVIDED),
    Row("a modifier struck through", prose("Append modifier 25\u0335 here."), UNPROVIDED),
    Row("a modifier named in another alphabet", prose("Append m\u043edifier 25 here."), UNPROVIDED),
    Row("a modifier as an HTML element", prose("Append modifier <b>25</b> here."), "error[raw-html] `<b>` is HTML and would be printed as it stands"),
    Row("brackets within brackets", prose("A {{ " + "(" * 200 + "input" + ")" * 200 + " }} b."), BRACKETS),
    Row("brackets within a condition", prose("A {{ holds(" + "(" * 300 + "1" + ")" * 300 + ") }} b."), BRACKETS),
    Row("rounding to thirty places", prose("A {{ input.mpfs.work_rvu | round(30) }} b."), "error[unresolved-reference] filter `round` gives at most 9 places"),
    Row("rounding to less than none", prose("A {{ input.mpfs.work_rvu | round(-1) }} b."), "error[unresolved-reference] filter `round` does not take these arguments"),
    Row("a number of 5,000 digits", prose(f"A {{{{ holds(input.mpfs.work_rvu == {'9' * 5000}) }}}} b."), TOO_LONG),
    Row("a number beyond all numbers", prose("A {{ holds(input.mpfs.work_rvu == 1e999999) }} b."), "error[unresolved-reference] a number of a condition is too large"),
    Row("a power of powers", prose("A {{ holds(input.mpfs.work_rvu == 9**9**9) }} b."), CONDITION),
    Row("a division by zero", prose("A {{ holds(1/0 == 1) }} b."), CONDITION),
    Row("a private attribute", prose("A {{ input.mpfs.work_rvu.__class__ }} b."), "error[unresolved-reference] `input.mpfs.work_rvu.__class__` does not exist"),
    Row("a global of the templates", prose("A {{ lipsum.__globals__ }} b."), "error[unresolved-reference] `lipsum` is not known; a reference starts with `input.`"),
    Row("a text a million times", prose("A {{ 'a' * 10000000 }} b."), "error[unresolved-reference] only names, attributes and filters are allowed in a reference"),
    Row("a statement of a template", prose("A {% for x in y %} b."), "error[unresolved-reference] `{%` is not allowed in prose"),
    Row("a comment that does not end", prose("A {# x b."), "error[unresolved-reference] `{#` is not allowed in prose"),
    Row("a reference that does not end", prose("A {{ input.mpfs.work_rvu b."), "error[unresolved-reference] the reference is not closed with `}}`"),
    Row("a source of the file system", prose("A [@../../etc] b."), "error[unknown-source] `../../etc` is not a source of the report"),
    Row("a script", prose("<script>alert(1)</script> is so."), "error[raw-html] `<script>` is HTML and would be printed as it stands"),
    Row("an image of another place", prose("A ![b](https://a.example/c.png) d."), "error[unsupported-markup] `![b](https://a.example/c.png)` is an image, which prose cannot have"),
    Row("a character beyond Unicode", prose("A &#x110000; b."), "error[raw-html] `&#x110000;` is HTML and would be printed as it stands"),
    Row("a zero character", prose("A \0 b."), "error[invisible-character] U+0000 CONTROL stands unseen"),
    Row("a sequence for terminals", prose("A \x1b[31m b."), "error[invisible-character] U+001B CONTROL stands unseen in `[31m`"),
    Row("a turn of the direction of writing", prose("A \u202e b."), "error[invisible-character] U+202E RIGHT-TO-LEFT OVERRIDE stands unseen"),
    Row("5,000 characters no font has", prose("\u5b57 " * 2500), "error[uncovered-character] no font has `字 字 字 字 字 字 字 字 字 字 字 字 字 字 字 字 字 字 字 字…`: U+5B57 CJK UNIFIED IDE"),
    Row("a word of 20,001 letters", prose("x" * 20_001), "error[wrong-type] `relevance` has 20,001 characters; 20,000 are the most"),
    Row("stars without end", prose("*" * 5_000 + " is so"), "error[truncated-prose] the text ends with `so`, without a full stop"),
    Row("brackets without end", prose("[" * 5_000 + " is so"), "error[truncated-prose] `[` is never closed"),
    Row("titles without end", prose("Dr. " * 4_000 + "is so."), "warning[long-sentence] the sentence has 4002 words; 30 are the most"),
    # What files hold.
    Row("an empty file", checked(SUMMARY=""), "error[empty-file] the file is empty"),
    Row("a zero byte", checked(SUMMARY=b"a: \0b"), "error[invalid-yaml] the control character U+0000 is not allowed"),
    Row("a byte that is no UTF-8", checked(SUMMARY=b"a: \xe9"), "error[not-utf8] byte 0xE9 is not UTF-8"),
    Row("UTF-16", checked(SUMMARY="a: b".encode("utf-16")), "error[not-utf8] the file is UTF-16, not UTF-8"),
    Row("two byte order marks", checked(SUMMARY="\ufeff\ufeffa: b"), "error[invalid-yaml] a second byte order mark stands at the start of the file"),
    Row("lists within lists", checked(SUMMARY="a: " + "[" * 3000), DEEP),
    Row("mappings within mappings", checked(SUMMARY="a: " + "{a: " * 500), DEEP),
    Row("aliases that multiply", checked(SUMMARY="a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"), "error[yaml-anchor] anchor &a is not allowed"),
    Row("a tag that runs code", checked(SUMMARY="a: !!python/object/apply:os.system [ls]\n"), "error[yaml-anchor] tag !!python/object/apply:os.system is not allowed"),
    Row("a merge of mappings", checked(SUMMARY="<<: {a: b}\n"), "error[yaml-anchor] merge key << is not allowed"),
    Row("a second document", checked(SUMMARY="a: b\n---\nc: d\n"), "error[invalid-yaml] a second YAML document starts here"),
    Row("a version of YAML to come", checked(SUMMARY="%YAML 9.9\n---\na: b\n"), "error[invalid-yaml] not valid YAML: found incompatible YAML document"),
    Row("a mapping as a key", checked(SUMMARY="? {a: b}\n: c\n"), "error[invalid-yaml] a key has to be a word"),
    Row("half a character", checked(SUMMARY='definition: "\\ud800"\n'), "error[invalid-yaml] a backslash in double quotes starts an escape that YAML does not know"),
    Row("a tab for indentation", checked(SUMMARY="\ta: b\n"), "error[invalid-yaml] a tab is not allowed as indentation"),
    Row("a list for a file", checked(SUMMARY="- a\n"), "error[wrong-type] the file is not a mapping of keys to values"),
    Row("a number for the form", checked(SUMMARY="reportkit: 1\n"), "error[missing-key] `definition` is missing"),
    Row("a form of 5,000 digits", checked(SUMMARY=f"reportkit: summary/{'9' * 5000}\n"), TOO_LONG),
    Row("units of 5,000 digits", prose(f"It takes {'9' * 5000} units a day."), TOO_LONG),
    Row("a year of 5,000 digits", edited("REPORT", 'cpt: "2025"', f'cpt: "{"9" * 5000}"'), TOO_LONG),
    Row("an anchor of 100,000 letters", checked(SUMMARY=f"a: &{'x' * 100_000} b\n"), "error[yaml-anchor] anchor &xxx"),
    Row("a list for the settings", checked(PROJECT="- a\n"), "error[wrong-type] the file is not a mapping of keys to values"),
    Row("a date by its week", edited("REPORT", "published: 2026-11-23", "published: 2026-W48-1"), "error[wrong-type] `published` is `2026-W48-1`; expected a date as YYYY-MM-DD"),
    Row("a day before all calendars", edited("REPORT", "published: 2026-11-23", "published: 0000-01-01"), "error[wrong-type] `published` is `0000-01-01`; expected a date as YYYY-MM-DD"),
    Row("an address that runs a script", publisher("javascript:alert(1)"), "error[wrong-type] `publisher.url` is `javascript:alert(1)`; expected an address that starts with https://"),
    Row("an address of a file", publisher("file:///etc/passwd"), "error[wrong-type] `publisher.url` is `file:///etc/passwd`; expected an address that starts with https://,"),
    Row("an address that holds a page", publisher("data:text/html,x"), "error[wrong-type] `publisher.url` is `data:text/html,x`; expected an address that starts with https://, h"),
    Row("an address without a scheme", publisher("//a.example"), "error[wrong-type] `publisher.url` is `//a.example`; expected an address that starts with https://, http:/"),
    Row("an address that ends its link", publisher("https://a.example/](javascript:alert(1))"), "error[wrong-type] `publisher.url` is `https://a.example/](javascript:alert(1))`; expected an address that"),
    Row("an address that ends its attribute", publisher('https://a.example/" onclick="x'), 'error[wrong-type] `publisher.url` is `https://a.example/" onclick="x`; expected an address that starts wi'),
    Row("an address with markup", publisher("https://a.example/<b>"), "error[wrong-type] `publisher.url` is `https://a.example/<b>`; expected an address that starts with https:"),
    Row("an address with a space", publisher("https://a.example/ b"), "error[wrong-type] `publisher.url` is `https://a.example/ b`; expected an address that starts with https:/"),
    Row("an address that turns around", publisher("https://a.example/\u202eb"), "error[wrong-type] `publisher.url` is `https://a.example/�b`; expected an address that starts with https:/"),
    Row("forty stars of a waiver", waived("*a" * 40 + "b"), "warning[unused-waiver] the waiver of stale-data fits nothing at `*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a"),
    Row("a waiver that is no pattern", waived("[(+"), "warning[unused-waiver] the waiver of stale-data fits nothing at `[(+`"),
    # Old reports.
    Row("an old report that is empty", imported("old.txt", b""), "old.txt is empty"),
    Row("an old report of zero bytes", imported("old.txt", b"a\0b"), "old.txt is not text: it holds zero bytes"),
    Row("an old report in UTF-16", imported("old.txt", "a".encode("utf-16")), "old.txt is UTF-16, not UTF-8"),
    Row("an old report that is packed", imported("old.txt", b"PK\x03\x04"), "old.txt is a zip file, which is not read"),
    Row("an old report of no code", imported("old.txt", b"\xff"), "old.txt:1: byte 0xFF is not UTF-8"),
    Row("an old report of half a PDF", imported("old.pdf", b"%PDF-1.7\n"), "old.pdf is damaged: PdfStreamError while reading its pages"),
    Row("an old report of tags alone", imported("old.html", "<table>" * 5_000), "old.html holds no text"),
    Row("an old report of one row without end", imported("old.md", "| " + " | ".join(f"It is {n}" for n in range(4000)) + " |\n"), "a table has no field in this section: `It is 0 | It is 1"),
    Row("an old report of one word without end", imported("old.md", "## Zebra\n\n" + "x" * 25_000), "no section has its heading: `Zebra`"),
    Row("an old report of a site without end", imported("old.md", "## Place of service\n\n" + "word " * 5_000), "`word word word"),
    # Published files.
    Row("a page as it was published", verified(lambda _: None), "rebuilt"),
    Row("a manifest without a code", verified(drop("manifest", "code")), "altered: it has a manifest that is faulty at code: Field required"),
    Row("a manifest without a report", verified(drop("manifest", "report")), "altered: it has a manifest that is faulty at report: Field required"),
    Row("a manifest without a version", verified(drop("manifest", "version")), "altered: it has a manifest that is faulty at version: Field required"),
    Row("a manifest without a draft", verified(drop("manifest", "draft")), "altered: it has a manifest that is faulty at draft: Field required"),
    Row("a manifest without gaps", verified(drop("manifest", "gaps")), "altered: it has a manifest that is faulty at gaps: Field required"),
    Row("a manifest without rules", verified(drop("manifest", "environment", "rules")), "altered: it has a manifest that is faulty at environment.rules: Field required"),
    Row("a manifest without a theme", verified(drop("manifest", "environment", "theme_sha256")), "altered: it has a manifest that is faulty at environment.theme_sha256: Field required"),
    Row("a manifest without its form", verified(drop("manifest", "form")), "cannot tell: it has a manifest of the form None, not reportkit/manifest/2"),
    Row("a number for the rules", verified(put("manifest", "environment", "rules", value=5)), "altered: it has a manifest that is faulty at environment.rules: Input should be an object"),
    Row("a number for a time", verified(put("manifest", "created", value=5)), "altered: it has a manifest that is faulty at created: Input should be a valid string"),
    Row("a time before all calendars", verified(put("manifest", "created", value="0001-01-01T00:00:00+00:00")), "altered: it has a manifest that is faulty at created: is no time a publication can be made at"),
    Row("a time that is none", verified(put("manifest", "created", value="x\x1b[2J")), "altered: it has a manifest that is faulty at created: is no time"),
    Row("a zero character in a code", verified(put("manifest", "code", value="57511\0")), "altered: it carries sources from which no page can be made: the file report cannot be read"),
    Row("a code that leads elsewhere", verified(put("manifest", "code", value="../../etc")), "altered: it carries sources from which no page can be made: the file report cannot be read"),
    Row("a status typed in", verified(put("manifest", "status", value="approved")), DIFFERS),
    Row("findings that are a list", verified(put("findings", value=[])), "altered: it carries findings that are no mapping of keys to values"),
    Row("findings left out", verified(put("findings", "findings", value=[])), DIFFERS),
    Row("files that are a number", verified(put("files", value=5)), UNREADABLE),
    Row("no file at all", verified(put("files", value={})), "altered: it carries sources from which no page can be made: the file report cannot be read"),
    Row("no input", verified(drop("files", INPUT)), "altered: it carries sources from which no page can be made: the file input cannot be read"),
    Row("a section of zero bytes", verified(carrying(SUMMARY, b"\0" * 100)), "altered: it carries sources from which no page can be made: the file summary cannot be read"),
    Row("a file with another hash", verified(carrying(SUMMARY, b"a"), sealed=False), "altered: it carries another sections/57511/summary.yaml than its manifest names: its hash differs"),
    Row("forty stars of a waiver in a page", verified(carrying("report/57511/waivers.yaml", "reportkit: waivers/1\nwaivers:\n  - {rule: stale-data, path: '" + "*" * 60 + "x', reason: It is so., owner: Ann, expiry: 2099-01-01}\n")), DIFFERS),
    Row("2,500 files", verified(put("files", value={f"sections/57511/x{n}.yaml": b"a" for n in range(2_500)})), "altered: it has a manifest that is faulty at files: Tuple should have at most 2000 items after validation"),
    Row("a path out of the project", verified(carrying("../x.yaml", b"a")), "altered: it carries a file that no project has: the path ../x.yaml leads out of a project"),
    Row("a path from the root", verified(carrying("/etc/passwd", b"a")), "altered: it carries a file that no project has: the path /etc/passwd leads out of a project"),
    Row("a path of 300 letters", verified(carrying(f"report/57511/{'x' * 300}.yaml", b"a")), "altered: it carries a file that no project has: the path report/57511/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"),
    Row("a path of 400 folders", verified(carrying(f"report/{'a/' * 400}x.yaml", b"a")), "altered: it carries a file that no project has: a path of the manifest is not the path of a file of a project"),
    Row("a path twice on some disks", verified(carrying("sections/57511/SUMMARY.yaml", b"a")), "altered: it carries a file that no project has: the path sections/57511/summary.yaml leads where another "),
    Row("a path through a file", verified(carrying(f"{SUMMARY}/x.yaml", b"a")), "altered: it carries a file that no project has: the path sections/57511/summary.yaml/x.yaml is not one of"),
    Row("a rule of the project that runs programs", verified(carrying("report/rules/x.py", b"import os")), DIFFERS),
    Row("JSON within JSON", with_block(b"[" * 100_000), UNREADABLE),
    Row("no JSON", with_block(b""), UNREADABLE),
    Row("nothing", with_block(b"null"), UNREADABLE),
    Row("a number of 10,000 digits as evidence", with_block(b"9" * 10_000), UNREADABLE),
    Row("a word of the page changed", altered(b"Small Press", b"Other Press"), DIFFERS),
    Row("an amount of the page changed", altered(b"192.14", b"999.14"), DIFFERS),
    Row("a script behind the page", altered(b"</html>", b"</html><script>alert(1)</script>"), DIFFERS),
    Row("a line before the page", file_of(lambda: b"\n" + page()), DIFFERS),
    Row("evidence twice", moved(lambda before, block, after: before + block + block + after), DIFFERS),
    Row("other evidence behind the first", moved(lambda before, block, after: before + block + block.replace(b"2026", b"2025") + after), DIFFERS),
    Row("other evidence before the first", moved(lambda before, block, after: before + block.replace(b'"created"', b'"made"', 1) + block + after), "altered: it has a manifest that is faulty at created"),
    Row("evidence behind the page", moved(lambda before, block, after: before + after + block), DIFFERS),
    Row("evidence in a comment", moved(lambda before, block, after: before + b"<!--" + block + b"-->" + after), DIFFERS),
    Row("a page that says another charset", altered(b'charset="utf-8"', b'charset="utf-7"'), DIFFERS),
    Row("a page in UTF-16", file_of(lambda: page().decode().encode("utf-16")), "cannot tell: it is neither a PDF nor a web page"),
    Row("a page behind a byte order mark", file_of(lambda: b"\xef\xbb\xbf" + page()), DIFFERS),
    Row("a page without evidence", file_of(b"<!doctype html>"), "cannot tell: it carries no block named reportkit-evidence"),
    Row("a file of nothing", file_of(b""), "cannot tell: it is neither a PDF nor a web page"),
    Row("a file of words", file_of(b"hello"), "cannot tell: it is neither a PDF nor a web page"),
    Row("a PDF of one line", file_of(b"%PDF-1.7\n"), "altered: it has attachments that cannot be read"),
    Row("half a PDF", file_of(lambda: paper()[: len(paper()) // 2]), "altered: it has attachments that cannot be read"),
    Row("a PDF with more behind its end", file_of(lambda: paper() + b"%%EOF"), "altered: it goes on behind its pages, from byte"),
    # Themes that a page carries, for one who trusts themes.
    Row("a stylesheet that reads a file", themed("house.css", "p {background: url(file:///etc/passwd)}"), "cannot tell: house.css:1: 'url(' would load from outside the theme"),
    Row("a stylesheet that reads a file by an escape", themed("house.css", r"p {background: u\72l(file:///etc/passwd)}"), "cannot tell: house.css:1: 'url(' would load from outside the theme"),
    Row("a stylesheet that imports", themed("house.css", '@import "https://a.example/x.css";'), "cannot tell: house.css:1: '@import' would load from outside the theme"),
    Row("a stylesheet that imports in disguise", themed("house.css", '@\\69mport "//a.example/x.css";'), "cannot tell: house.css:1: '@import' would load from outside the theme"),
    Row("an address in quotes in disguise", themed("house.css", "p { background: u\\72l('//a.example/x') }"), "cannot tell: house.css:1: 'url(' would load from outside the theme"),
    Row("a set of images", themed("house.css", "p { background: image-set('//a.example/x' 1x) }"), "cannot tell: house.css:1: 'image-set(' would load from outside the theme"),
    Row("a set of images within a condition", themed("house.css", "@media print { p { background: -webkit-image-set(url(//a.example/x) 1x) } }"), "cannot tell: house.css:1: 'url(' would load from outside the theme"),
    Row("a stylesheet of brackets", themed("house.css", "p {width: " + "(" * 60_000 + "}"), DIFFERS),
    Row("a stylesheet of blocks within blocks", themed("house.css", "a {" * 50_000), DIFFERS),
    Row("a stylesheet that is no text", themed("house.css", b"\xff\xfe"), "cannot tell: house.css:1: this file is not UTF-8 text"),
    Row("a template of ten gigabytes", themed("publication.html", "{{ 'a' * 10**10 }}", apart=True), "altered: it carries sources from which no page can be made: publication.html:1: MemoryError:"),
    Row("a template that loops without end", themed("publication.html", "{% for x in range(10**9) %}a{% endfor %}"), "altered: it carries sources from which no page can be made: publication.html:1: OverflowError: Range too "),
    Row("a template that calls itself", themed("publication.html", "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}"), "altered: it carries sources from which no page can be made: publication.html:1: RecursionError"),
    Row("a template that extends itself", themed("publication.html", '{% extends "publication.html" %}'), "altered: it carries sources from which no page can be made: publication.html:1: RecursionError"),
    Row("a template that is no template", themed("publication.html", "{% if %}"), "altered: it carries sources from which no page can be made: publication.html:1: Expected an expression, g"),
    Row("a template that asks for classes", themed("publication.html", "{{ ''.__class__.__mro__ }}"), "altered: it carries sources from which no page can be made: publication.html:1: access to attribute '__cl"),
    Row("a template that asks for globals", themed("publication.html", "{{ cycler.__init__.__globals__ }}"), "altered: it carries sources from which no page can be made: publication.html:1: access to attribute '__in"),
    Row("a template that includes a file", themed("publication.html", '{% include "/etc/passwd" %}'), "altered: it carries sources from which no page can be made: publication.html:1: the theme has no template"),
    Row("a template of six megabytes", themed("publication.html", b"x" * 6_000_000), "altered: it differs first"),
    Row("a stylesheet of a million columns", themed("house.css", ".sections {columns: 1000000}"), DIFFERS),
    Row("a font that is none", with_theme({"x.ttf": b"\0\1\0\0" + bytes(range(256)), "house.css": '@font-face {font-family: "Report Sans"; src: url("theme:x.ttf")}'}), DIFFERS),
    Row("a picture of entities that multiply", with_theme({"logo.svg": multiplying_entities(), "house.css": LOGO}), DIFFERS),
    Row("a picture that reads a file", with_theme({"logo.svg": '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>', "house.css": LOGO}), DIFFERS),
    Row("a template that shows a file", themed("publication.html", COLOPHON.format('<img alt="x" src="file:///etc/passwd"><object data="file:///etc/passwd"></object>')), DIFFERS),
    Row("a template of a thousand million digits", themed("publication.html", "{{ '%04000000000d' % 1 }}", apart=True), MEMORY),
    Row("a template that includes itself", themed("publication.html", '{% include "publication.html" %}'), "altered: it carries sources from which no page can be made: publication.html:1: RecursionError"),
    Row("a template that asks a filter for methods", themed("publication.html", "{{ document|attr('__init__') }}"), "altered: it carries sources from which no page can be made: publication.html:1: access to attribute '__in"),
    # Commands.
    Row("a workbook with a cell at the other end", ran("import", "hcpcs", "far.xlsx", "57511", arrange=zips("far.xlsx", xl__workbook="", sheet='<c r="XFD1048576"><v>1</v></c>')), "reportkit: far.xlsx: expected a workbook, found one that cannot be read"),
    Row("a link to a folder of sections", ran("check", arrange=links("sections/57511", "/etc")), LEADS_OUT),
    Row("a link to a section", ran("check", arrange=links(SUMMARY, "/etc/passwd")), LEADS_OUT),
    Row("a link to a device", ran("check", arrange=links(SUMMARY, "/dev/zero")), LEADS_OUT),
    Row("a link to the theme's folder", ran("build", arrange=links("templates", "/etc")), "reportkit: the theme cannot be used: templates: this is no folder of the project that can be read"),
    Row("a stylesheet that is a link out of the project", ran("build", arrange=links("templates/house.css", "/etc/passwd")), "reportkit: the theme cannot be used: house.css: the file is a link that leads out of the project"),
    Row("a template in a loop of links", ran("build", arrange=links("templates/publication.html", "publication.html")), "reportkit: the theme cannot be used: publication.html: the file cannot be read: too many levels of symbolic links"),
    Row("a stylesheet that is a pipe", ran("build", arrange=pipes("templates/house.css")), "reportkit: the theme cannot be used: house.css: a pipe or a device stands where the file should be"),
    Row("fonts that lie elsewhere", ran("theme", arrange=links("templates/fonts", "/etc")), "reportkit: the theme cannot be used: fonts: the file is a link that leads out of the project"),
    Row("a link that an editor left in the theme", ran("check", arrange=links("templates/.#house.css", "ann@machine.1")), "57511 ready to publish: yes"),
    Row("a stylesheet of the project that loads", ran("build", arrange=writes("templates/house.css", "p {background: url(//a)}")), "reportkit: the theme cannot be used: house.css:1: 'url(' would load from outside the theme"),
    Row("a baseline of lists within lists", ran("check", "--baseline", "b.json", arrange=writes("b.json", "[" * 100_000)), "reportkit: b.json is not a baseline: it is not JSON of ours: it has lists within lists without end"),
    Row("a baseline of other things", ran("check", "--baseline", "b.json", arrange=writes("b.json", BASELINE)), "reportkit: b.json is not a baseline: an entry lacks a key or has one too many"),
    Row("a folder to verify", ran("verify", "report"), "reportkit: report cannot be read: is a directory"),
    Row("a device to verify", ran("verify", "/dev/zero"), "reportkit: zero cannot be read: it is a pipe or a device, and no file"),
    Row("a name that writes to the terminal", ran("check", "\x1b[31m"), "reportkit: no publication or file is named �[31m"),
    Row("a house text whose name writes to the terminal", ran("texts", arrange=writes("report/texts/a\x1b[31m.yaml", "reportkit: text/1\n")), "0 house texts, 0 that no report prints"),
    Row("a house text whose name turns around", ran("texts", arrange=writes("report/texts/a\u202e.yaml", "reportkit: text/1\n")), "0 house texts, 0 that no report prints"),
    Row("a house text whose name is no text", ran("agree", arrange=writes("report/texts/a\udcff.yaml", "reportkit: text/1\n")), "1 publication held against each other: 0 errors"),
    Row("a file beside the editions", ran("editions", arrange=writes("editions/a\nb", "x")), "no edition was released"),
    Row("a sentence that nobody accepted", ran("check", arrange=writes(ACCEPTED, ACCEPTANCE.format("TBD", "2026-11-01"))), "error[impossible-decision] this was accepted in the name of `TBD`, which names nobody"),
    Row("a sentence accepted on a day to come", ran("check", arrange=writes(ACCEPTED, ACCEPTANCE.format("Bo Coder", "2999-01-01"))), "error[impossible-decision] this was accepted on 2999-01-01, and today is"),
    Row("a decision of a review on a day to come", ran("check", arrange=writes("report/57511/review.yaml", DECISION)), "error[impossible-decision] this was decided on 2999-01-01, and today is"),
    Row("an edition that no entry lists", ran("check", arrange=writes("editions/57511/1.1/57511.html", "x")), "error[broken-chain] editions/57511/1.1 has no entry"),
    Row("a rule in Python that ends the process", ran("check", "--trust-project-rules", arrange=rules("raise SystemExit(0)")), "reportkit: report/rules/x.py cannot be loaded: SystemExit: 0"),
    Row("a rule in Python that is a link", ran("check", "--trust-project-rules", arrange=rules(None)), "reportkit: report/rules/x.py cannot be read: the file is a link that leads out of the project"),
    Row("a rule in Python of another place", ran("check", "--trust-project-rules", arrange=rules("", "../x.py")), "reportkit: ../x.py is not a file report/rules/*.py of this project"),
)  # fmt: skip
