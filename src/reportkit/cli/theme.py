"""`reportkit theme`: what a project can override in its look, and one file of it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

import click

from reportkit.cannot_run import CannotRun
from reportkit.cli import options
from reportkit.files.inside import inside
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.render.overrides import Own, close_name, overrides
from reportkit.render.theme import (
    TEXT_SUFFIXES,
    ThemeError,
    default_files,
    default_folder,
    theme_files,
)
from reportkit.render.theme_parts import Part, Property, parts, properties
from reportkit.report.palette import Palette


@click.command()
@click.argument("path", required=False)
@click.option("--copy", is_flag=True, help="Write PATH into the project's templates/ to change it.")
@options.output_format
@options.project
def theme(path: str | None, copy: bool, output_format: str, project: Path | None) -> None:
    """List what a project can override in its look, or print one file of the default theme.

    A file of the same name in the project's templates/ takes the place of the default's.
    """
    default = default_files()
    if path is not None:
        body = _file(path, default)
        if copy:
            _copy(path, body, _root(project))
            return
        options.show(_printable(path, body))
        return
    if copy:
        raise CannotRun("--copy names no file", "write `reportkit theme --copy house.css`")
    own = _own(_root_if_any(project), default)
    if output_format == "json":
        click.echo(json.dumps(_data(default, own), indent=2, ensure_ascii=False))
        return
    options.show(_listing(parts(default), properties(default), own, options.palette()))


def _file(path: str, default: Mapping[str, bytes]) -> bytes:
    if path in default:
        return default[path]
    close = close_name(path, default)
    raise CannotRun(
        f"the theme has no file {path}",
        f"did you mean {close}?" if close else "`reportkit theme` lists the files",
    )


def _printable(path: str, body: bytes) -> str:
    if PurePosixPath(path).suffix not in TEXT_SUFFIXES:
        raise CannotRun(f"{path} is not text", f"write `reportkit theme --copy {path}`")
    return body.decode()


def _copy(path: str, body: bytes, root: Path) -> None:
    """Put a file into the project's templates/; raises CannotRun if one stands there."""
    target = f"templates/{path}"
    shown = options.shown(root / target)
    inside(root, target)
    with hold(root) as held:
        if FolderFiles(root).holds(target):
            raise CannotRun(f"{shown} is there already", "move it away to copy the default anew")
        write_files(held, {target: body})
    click.echo(f"wrote {shown}")


def _root(project: Path | None) -> Path:
    return options.project_root(project)


def _root_if_any(project: Path | None) -> Path | None:
    try:
        return _root(project)
    except CannotRun:
        if project is not None:
            raise
        return None


def _own(root: Path | None, default: Mapping[str, bytes]) -> tuple[Own, ...]:
    """What the project's files do; none where its folder is the default theme itself."""
    if root is None or _is_default(root / "templates"):
        return ()
    files = FolderFiles(root)
    try:
        own = theme_files(files)
    except ThemeError as fault:
        raise CannotRun(f"the theme cannot be used: {fault}", fault.hint) from fault
    names = (
        entry.path.removeprefix("templates/")
        for entry in files.below("templates")
        if entry.kind in ("file", "link")
    )
    return overrides(default, own, sorted(name for name in names if name not in own))


def _is_default(folder: Path) -> bool:
    return os.path.realpath(folder) == os.path.realpath(default_folder())


def _data(default: Mapping[str, bytes], own: Iterable[Own]) -> dict[str, object]:
    states = {part.name: part.state for part in own}
    return {
        "files": [
            {
                "name": part.name,
                "about": part.about,
                "blocks": part.blocks,
                "state": states.get(part.name, "default"),
            }
            for part in parts(default)
        ],
        "own": [
            {"name": part.name, "state": part.state, "close": part.close}
            for part in own
            if part.name not in default
        ],
        "properties": [
            {
                "name": variable.name,
                "values": [
                    {"value": value.text, "sheet": value.sheet, "media": value.media}
                    for value in variable.values
                ],
            }
            for variable in properties(default)
        ],
    }


def _listing(
    known: tuple[Part, ...], variables: tuple[Property, ...], own: tuple[Own, ...], paint: Palette
) -> str:
    states = {part.name: part.state for part in own}
    wide = max(len(part.name) for part in known)
    lines, kind = [], ""
    for part in known:
        if _KINDS[PurePosixPath(part.name).suffix] != kind:
            kind = _KINDS[PurePosixPath(part.name).suffix]
            lines += ["", paint.paint("strong", kind)]
        state = f"{states.get(part.name, ''):<12}" if states else ""
        lines.append(f"  {part.name:<{wide}}  {paint.paint('good', state)}{part.about}")
        if part.blocks:
            lines.append(f"  {'':<{wide + 2 + len(state)}}blocks: {', '.join(part.blocks)}")
    lines += ["", paint.paint("strong", "custom properties, to be set in :root of house.css")]
    lines += _variables(variables)
    lines += _rest(own, paint)
    number = sum(part.state == "overridden" for part in own)
    lines += [
        "",
        f"{len(known)} files, {number} overridden; `reportkit theme PATH` prints one, "
        "`reportkit theme --copy PATH` puts it into templates/",
        'to replace one block, write {% extends "default/PATH" %} and the block',
    ]
    return "\n".join(lines[1:]) + "\n"


_KINDS = {
    ".html": "templates",
    ".css": "stylesheets",
    ".js": "scripts",
    ".ttf": "fonts for the PDF",
    ".otf": "fonts for the PDF",
    ".woff2": "fonts for the web page",
    ".svg": "pictures",
    ".png": "pictures",
}


def _variables(variables: tuple[Property, ...]) -> list[str]:
    wide = max(len(variable.name) for variable in variables)
    return [
        f"  {variable.name if first else '':<{wide}}  {value.text}"
        + (f"  @media {value.media}" if value.media else "")
        for variable in variables
        for first, value in zip(
            (True, *[False] * len(variable.values)), variable.values, strict=False
        )
    ]


def _rest(own: tuple[Own, ...], paint: Palette) -> list[str]:
    """The project's files that need a word."""
    lines = []
    for part in own:
        match part.state:
            case "same":
                said = "is the same as the default: delete it, to get what later versions change"
            case "orphan" if part.close:
                said = f"has no effect: did you mean {part.close}?"
            case "orphan":
                said = "has no effect: the theme has no such file and no other file names it"
            case _:
                continue
        lines.append(f"  {paint.paint('warning', part.name)} {said}")
    return ["", paint.paint("strong", "templates/ of this project"), *lines] if lines else []
