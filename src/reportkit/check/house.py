"""Term rules of project.yaml in, Rules out: house style without code.

Words are found whatever their case and the white space between them, patterns by `linear`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from reportkit.check.issue import Fix, Issue, at
from reportkit.check.linear import fault_of, spans_of
from reportkit.check.patterns import leads_to
from reportkit.check.rule import CheckPublication, Match, Rule
from reportkit.check.words import words
from reportkit.findings.place import Span, route_text
from reportkit.model.base import given, whole
from reportkit.model.files import TEXTS, kind_of
from reportkit.model.project import Limit, Project, Term
from reportkit.model.sections import AUTHORED
from reportkit.reading.sentences import sentences_of
from reportkit.reading.text import Text, prose_texts
from reportkit.workspace.passages import Passage
from reportkit.workspace.publication import Publication


def house_rules(project: Project, taken: Container[str] = ()) -> tuple[Rule, ...]:
    """The rules its terms declare, without those that are faulty or whose name is taken."""
    faulty = {fault.index for fault in faults(project, taken)}
    return tuple(house_rule(term) for index, term in _terms(project) if index not in faulty)


def house_rule(term: Term) -> Rule:
    """The rule of one faultless term."""

    def run(publication: Publication) -> Iterator[Issue]:
        inside = [text for text in prose_texts(publication) if in_scope(term, text)]
        return issues(term, inside)

    def fires(example: str) -> bool:
        return any(issues(term, [Text(Passage("summary", ("relevance",), example))]))

    matches = None if term.required is not None else partial(_matches, term)
    return Rule(
        name=term.name,
        severity=term.severity,
        topic="house rules",
        waivable=True,
        docstring=_docstring(term),
        check=CheckPublication(run),
        origin="project settings",
        on_built=matches if "built" in term.scope else None,
        fires=fires,
    )


def issues(term: Term, inside: Iterable[Text]) -> Iterator[Issue]:
    """What a term has to say of the passages in its scope."""
    if term.required is not None:
        yield from _required(term, term.required, inside)
        return
    for passage in inside:
        for match in _matches(term, passage):
            stretch = passage.plain[match.span.start : match.span.end]
            where = passage.at(match.span.start, match.span.end)
            yield Issue(where, match.message, match.hint, fix=_fix(term, stretch))


def in_scope(term: Term, passage: Text) -> bool:
    """True if the term's scope names the passage's file or field."""
    return any(_names(scope, passage) for scope in term.scope)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a term is no rule: its index, the field to mend, what is wrong, what to do."""

    index: int
    field: str
    message: str
    hint: str


def faults(project: Project, taken: Container[str] = ()) -> Iterator[Fault]:
    """What keeps terms from being rules; `taken` are the names of other rules."""
    seen: set[str] = set()
    for index, term in _terms(project):
        for field, message, hint in _faults_of(term):
            yield Fault(index, field, message, hint)
        if term.name in taken or term.name in seen:
            yield Fault(index, "name", f"another rule is named `{term.name}`", "name it otherwise")
        seen.add(term.name)


def _terms(project: Project) -> Iterator[tuple[int, Term]]:
    """The terms that can be read, by index."""
    terms: tuple[Term, ...] = given(project, "terms", ())
    return ((index, term) for index, term in enumerate(terms) if whole((term,)))


KINDS = ("preferred", "banned", "patterns", "required", "limit")
SCOPES = ("sections", "all", "built")
FILES = (*AUTHORED, "report", "input")
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")
_SIMPLE = re.compile(r"[A-Za-z]+([ -][A-Za-z]+)*")


def _faults_of(term: Term) -> Iterator[tuple[str, str, str]]:
    if not _NAME.fullmatch(term.name):
        yield "name", f"`{term.name}` is not a rule's name", "write words with hyphens between"
    given = [kind for kind in KINDS if getattr(term, kind) is not None]
    if len(given) != 1:
        said = f"has {' and '.join(given)}" if given else "says nothing to look for"
        yield "name", f"`{term.name}` {said}", f"give one of {', '.join(KINDS)}"
    for kind, phrases in _phrases(term):
        if not phrases or not all(phrase.strip() for phrase in phrases):
            yield kind, f"`{kind}` of `{term.name}` has an empty phrase", "write words to look for"
    yield from _pattern_faults(term)
    yield from _limit_faults(term)
    for scope in term.scope:
        if scope not in SCOPES and scope.partition(".")[0] not in FILES:
            allowed = ", ".join((*SCOPES, *FILES))
            yield "scope", f"`{scope}` is not a scope", f"allowed: {allowed}, or a field of a file"
    if not term.scope:
        yield "scope", f"`{term.name}` has no scope", "write [sections]"
    if term.required is not None and "built" in term.scope:
        yield "scope", "a notice is required of what authors write, not of `built`", "name a file"


def _pattern_faults(term: Term) -> Iterator[tuple[str, str, str]]:
    for pattern in term.patterns or ():
        if fault := fault_of(pattern):
            yield "patterns", f"`{pattern}` cannot be looked for: {fault[0]}", fault[1]


def _limit_faults(term: Term) -> Iterator[tuple[str, str, str]]:
    limit = term.limit
    if limit is None:
        return
    if limit.most is None and limit.least is None:
        yield "limit", f"the limit of `{term.name}` has no number", "give `most` or `least`"
    if limit.unit == "sentences" and limit.per == "sentence":
        yield "limit", "a sentence has one sentence", "give the limit `per: text`"


def _phrases(term: Term) -> Iterator[tuple[str, tuple[str, ...]]]:
    if term.preferred is not None:
        yield "preferred", (term.preferred.term, *term.preferred.variants)
    if term.banned is not None:
        yield "banned", term.banned
    if term.patterns is not None:
        yield "patterns", term.patterns
    if term.required is not None:
        yield "required", (term.required,)


def _names(scope: str, passage: Text) -> bool:
    if scope in SCOPES:
        in_section = kind_of(passage.key) in (*AUTHORED, TEXTS)
        return scope == "all" or (scope == "sections" and in_section)
    key, _, route = scope.partition(".")
    return passage.key == key and (not route or leads_to(route, route_text(passage.route)))


def _matches(term: Term, text: Text) -> Iterator[Match]:
    if term.preferred is not None:
        yield from _worded(
            term, text.plain, term.preferred.variants, f"write {term.preferred.term}"
        )
    elif term.banned is not None:
        yield from _worded(term, text.plain, term.banned, None)
    elif term.patterns is not None:
        for pattern in term.patterns:
            for span in spans_of(pattern, text.plain):
                yield Match(span, _said(term, text.plain[span.start : span.end]), None)
    elif term.limit is not None:
        yield from _limited(term, term.limit, text)


def _worded(term: Term, text: str, phrases: tuple[str, ...], hint: str | None) -> Iterator[Match]:
    """Each place of a phrase, the longest first, but none within the term preferred."""
    allowed = _spans(text, (term.preferred.term,)) if term.preferred else []
    for span in _spans(text, phrases):
        if not any(stretch.start <= span.start and span.end <= stretch.end for stretch in allowed):
            yield Match(span, _said(term, text[span.start : span.end]), hint)


def _spans(text: str, phrases: tuple[str, ...]) -> list[Span]:
    ordered = sorted(phrases, key=len, reverse=True)
    anywhere = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    pattern = rf"(?<!\w)(?:{anywhere})(?!\w)"
    return [Span(*match.span()) for match in re.finditer(pattern, text, re.IGNORECASE)]


def _limited(term: Term, limit: Limit, text: Text) -> Iterator[Match]:
    whole = Span(0, len(text.plain.rstrip()))
    sentences = [Span(sentence.start, sentence.end) for sentence in text.sentences]
    for span in sentences if limit.per == "sentence" else (whole,):
        measured = text.plain[span.start : span.end]
        number = _UNITS[limit.unit](measured)
        if limit.most is not None and number > limit.most:
            hint = f"{number} {limit.unit}; {limit.most} are the most"
        elif limit.least is not None and number < limit.least:
            hint = f"{number} {limit.unit}; {limit.least} are the least"
        else:
            continue
        yield Match(span, _said(term, measured), hint)


_UNITS: dict[str, Callable[[str], int]] = {
    "words": lambda text: len(words(text)),
    "sentences": lambda text: len([*sentences_of(text)]),
    "characters": lambda text: len(text.strip()),
}


def _required(term: Term, notice: str, inside: Iterable[Text]) -> Iterator[Issue]:
    first: Text | None = None
    for passage in inside:
        if _spans(passage.plain, (notice,)):
            return
        first = first or passage
    where = at(first.key, *first.route) if first else at("report")
    yield Issue(where, _said(term, "nothing"), f"write: {notice}")


def _said(term: Term, stretch: str) -> str:
    return term.message.replace("{found}", " ".join(stretch.split()))


def _fix(term: Term, stretch: str) -> Fix | None:
    """The term preferred, where it needs no quoting; with a capital if the variant has one."""
    if term.preferred is None or not _SIMPLE.fullmatch(term.preferred.term):
        return None
    preferred = term.preferred.term
    return Fix(preferred[0].upper() + preferred[1:] if stretch[0].isupper() else preferred)


def _docstring(term: Term) -> str:
    examples = (("Bad", term.bad), ("Good", term.good))
    parts = [term.message.replace("{found}", "…"), f"Why:\n{term.why or _WHY}"]
    parts += [f"{title}:\n{text.rstrip()}" for title, text in examples]
    return "\n\n".join(parts)


_WHY = "It is the style of this house, set down in report/project.yaml."
