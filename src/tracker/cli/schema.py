"""tracker schema."""

import json
from typing import Annotated

from tracker.cli import options
from tracker.cli.parameters import Argument
from tracker.cli.session import Session
from tracker.model import catalogue_file, progress_file
from tracker.report.selection import unknown

SCHEMAS = {"catalogue": catalogue_file.json_schema, "progress": progress_file.json_schema}


def schema(
    session: Session,
    which: Annotated[str, Argument("catalogue|progress")],
    output: options.Output = None,
) -> None:
    """Print the JSON Schema of a file format."""
    if which not in SCHEMAS:
        raise unknown("schema", which, list(SCHEMAS))
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[which]()}
    session.write((json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode(), output)
