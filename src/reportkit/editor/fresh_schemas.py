"""Write the schemas of a publication anew when what it provides was saved."""

from __future__ import annotations

from reportkit.editor.narrow import FOLDER, schema_text, schemas_of
from reportkit.editor.open_project import OpenProject
from reportkit.editor.values import Known
from reportkit.files.reading import FolderFiles
from reportkit.files.together import hold, write_files
from reportkit.workspace.workspace import workspace_of


def renew_schemas(project: OpenProject, code: str) -> None:
    """Bring the schemas that `reportkit schema --for` wrote up to the files on the disk.

    Nothing is written of a publication that has none. Raises CannotRun.
    """
    if not (project.root / FOLDER / code).is_dir():
        return
    publication = workspace_of(FolderFiles(project.root), [code]).publications[0]
    schemas = schemas_of(Known(publication, project.rules(code)))
    with hold(project.root) as held:
        write_files(held, {path: schema_text(schema) for path, _, schema in schemas})
