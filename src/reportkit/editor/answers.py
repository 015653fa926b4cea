"""Turn what is known of a file into the answers of the language server protocol."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final

from lsprotocol import types as lsp

from reportkit.editor.actions import Action, fix_all, fixes, waivers
from reportkit.editor.changes import new_file, workspace_edit
from reportkit.editor.completion import Offer, offers
from reportkit.editor.diagnostics import diagnostics
from reportkit.editor.highlight import highlights
from reportkit.editor.holding import holdings
from reportkit.editor.hover import meaning_at
from reportkit.editor.lines import Lines
from reportkit.editor.names import Naming, alike, naming_at, place_of
from reportkit.editor.outline import foldings as foldings_of
from reportkit.editor.outline import symbols as symbols_of
from reportkit.editor.rename import name_span, rename
from reportkit.editor.session import Document, Session
from reportkit.editor.values import Known
from reportkit.findings.place import Place, Span
from reportkit.source.layout import laid_out
from reportkit.source.parse import parse
from reportkit.source.rewrite import RewriteRefused

_KINDS: Final = {
    "key": lsp.CompletionItemKind.Property,
    "value": lsp.CompletionItemKind.EnumMember,
    "reference": lsp.CompletionItemKind.Reference,
}


def completion(
    session: Session, document: Document, asked: lsp.CompletionParams
) -> list[lsp.CompletionItem]:
    """What may be typed at a place."""
    lines = _lines(session, document)
    project, code = document.project, document.code
    known = Known(project.publication(code), project.rules(code))
    offered = offers(known, document.key, lines.text, lines.offset(asked.position))
    return [_item(number, offer, lines) for number, offer in enumerate(offered)]


def _item(number: int, offer: Offer, lines: Lines) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        offer.label,
        kind=_KINDS[offer.kind],
        detail=offer.meaning or None,
        filter_text=offer.insert if offer.quoted else offer.label,
        # In the order of the data, which is that of the form or of who provided it.
        sort_text=f"{number:04}",
        text_edit=lsp.TextEdit(lines.range(offer.span), offer.insert),
    )


def hover(session: Session, document: Document, asked: lsp.HoverParams) -> lsp.Hover | None:
    """What stands at a place, and what was found there."""
    offset = _lines(session, document).offset(asked.position)
    project, code = document.project, document.code
    publication = project.publication(code)
    if document.key not in publication.files:
        return None
    text = meaning_at(project.findings(code), publication, document.key, offset)
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, text)) if text else None


def definition(
    session: Session, document: Document, asked: lsp.DefinitionParams
) -> list[lsp.Location]:
    """The row or the value that a place names."""
    named = _named(session, document, asked.position)
    return [*_locations(session, document, (other for other in named if other.is_row))]


def references(
    session: Session, document: Document, asked: lsp.ReferenceParams
) -> list[lsp.Location]:
    """Every place that names the same."""
    rows = asked.context.include_declaration
    named = _named(session, document, asked.position)
    return [*_locations(session, document, (other for other in named if rows or not other.is_row))]


def symbols(
    session: Session, document: Document, _: lsp.DocumentSymbolParams
) -> list[lsp.DocumentSymbol]:
    """The outline of a file."""
    lines = _lines(session, document)
    root = parse(lines.text).root
    return symbols_of(root, lines) if root else []


def foldings(
    session: Session, document: Document, _: lsp.FoldingRangeParams
) -> list[lsp.FoldingRange]:
    """What of a file can be folded."""
    lines = _lines(session, document)
    root = parse(lines.text).root
    return foldings_of(root, lines) if root else []


def colours(
    session: Session, document: Document, _: lsp.SemanticTokensParams
) -> lsp.SemanticTokens:
    """What of a file names a part of the data, a source or a text."""
    publication = document.project.publication(document.code)
    if document.key not in publication.files:
        return lsp.SemanticTokens([])
    return lsp.SemanticTokens(highlights(publication, document.key, _lines(session, document)))


def formatting(
    session: Session, document: Document, _: lsp.DocumentFormattingParams
) -> list[lsp.TextEdit]:
    """The changes of white space that `reportkit format` would make; none where it makes none."""
    lines = _lines(session, document)
    try:
        after = laid_out(lines.text)
    except RewriteRefused:
        return []
    return [lsp.TextEdit(lines.whole(), after)] if after != lines.text else []


def prepare_rename(
    session: Session, document: Document, asked: lsp.PrepareRenameParams
) -> lsp.PrepareRenamePlaceholder | None:
    """The name at a place that can be given another; None if none can."""
    lines = _lines(session, document)
    publication = document.project.publication(document.code)
    naming = naming_at(publication, document.key, lines.offset(asked.position))
    span = name_span(publication, naming) if naming else None
    if naming is None or span is None:
        return None
    return lsp.PrepareRenamePlaceholder(lines.range(span), naming.name)


def renamed(
    session: Session, document: Document, asked: lsp.RenameParams
) -> lsp.WorkspaceEdit | None:
    """The changes that give what a place names another name; raises RenameRefused."""
    project = document.project
    offset = _lines(session, document).offset(asked.position)
    naming = naming_at(project.publication(document.code), document.key, offset)
    if naming is None:
        return None
    edits = rename(project, document.code, naming, asked.new_name)
    return workspace_edit(edits, session.lines_of(project), session.address_of(project))


def actions(
    today: Callable[[], date],
) -> Callable[[Session, Document, lsp.CodeActionParams], list[lsp.CodeAction]]:
    """What can be done about the findings at a stretch; `today` is when waivers begin."""

    def offered(
        session: Session, document: Document, asked: lsp.CodeActionParams
    ) -> list[lsp.CodeAction]:
        lines = _lines(session, document)
        span = Span(lines.offset(asked.range.start), lines.offset(asked.range.end))
        shown = _shown(session, document)
        return [
            _code_action(session, document, action, kind, shown)
            for kind, action in _actions(document, asked.context, span, today())
        ]

    return offered


def _actions(
    document: Document, context: lsp.CodeActionContext, span: Span, today: date
) -> Iterator[tuple[lsp.CodeActionKind, Action]]:
    project, code, path = document.project, document.code, document.path
    if _wanted(context, lsp.CodeActionKind.QuickFix):
        for action in (
            *fixes(project, code, path, span),
            *holdings(project, code, path, span),
            *waivers(project, code, path, span, today),
        ):
            yield lsp.CodeActionKind.QuickFix, action
    if _wanted(context, lsp.CodeActionKind.SourceFixAll):
        whole = fix_all(project, code)
        if whole is not None:
            yield lsp.CodeActionKind.SourceFixAll, whole


def _wanted(context: lsp.CodeActionContext, kind: lsp.CodeActionKind) -> bool:
    """Whether an editor asks for actions of a kind; one that names none asks for all."""
    return context.only is None or any(kind.startswith(only) for only in context.only)


def _code_action(
    session: Session,
    document: Document,
    action: Action,
    kind: lsp.CodeActionKind,
    shown: Sequence[lsp.Diagnostic],
) -> lsp.CodeAction:
    """An action as an editor offers it, with those of the diagnostics that it is about."""
    lines_of = session.lines_of(document.project)
    address_of = session.address_of(document.project)
    about = {finding.fingerprint for finding in action.findings}
    if action.created:
        ((path, text),) = action.created.items()
        edit = new_file(address_of(path), text)
    else:
        edit = workspace_edit(action.edits, lines_of, address_of)
    return lsp.CodeAction(
        action.title,
        kind=kind,
        diagnostics=[diagnostic for diagnostic in shown if diagnostic.data in about],
        is_preferred=action.preferred or None,
        edit=edit,
    )


def _shown(session: Session, document: Document) -> list[lsp.Diagnostic]:
    """The diagnostics of a file."""
    project = document.project
    findings = project.findings(document.code)
    shown = diagnostics(findings, session.lines_of(project), session.address_of(project))
    return shown.get(document.path, [])


def _lines(session: Session, document: Document) -> Lines:
    return session.lines_of(document.project)(document.path)


def _named(session: Session, document: Document, position: lsp.Position) -> Iterator[Naming]:
    """Every naming of what a place names."""
    publication = document.project.publication(document.code)
    offset = _lines(session, document).offset(position)
    naming = naming_at(publication, document.key, offset)
    return alike(publication, naming) if naming else iter(())


def _locations(
    session: Session, document: Document, named: Iterator[Naming]
) -> Iterator[lsp.Location]:
    project = document.project
    lines_of, address_of = session.lines_of(project), session.address_of(project)
    publication = project.publication(document.code)
    places: dict[Place, None] = {place_of(publication, naming): None for naming in named}
    for place in places:
        yield lsp.Location(address_of(place.file), lines_of(place.file).range(place.span))
