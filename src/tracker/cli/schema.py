"""tracker schema."""

import json
from typing import Annotated

import typer

from tracker.cli import complete, options
from tracker.cli.help import both, examples
from tracker.cli.session import session_of
from tracker.model import catalogue_file, indicators_file, progress_file
from tracker.report.selection import unknown

SCHEMAS = {
    "catalogue": catalogue_file.json_schema,
    "progress": progress_file.json_schema,
    "indicators": indicators_file.json_schema,
}

FOLDER = "schema"  # where a workspace keeps them

EXAMPLES = examples("tracker schema catalogue", "tracker schema progress -o schema/progress.schema.json")


def schema(
    ctx: typer.Context,
    which: Annotated[
        str,
        typer.Argument(
            metavar="|".join(SCHEMAS),
            autocompletion=complete.choices(SCHEMAS),
            help=both("哪种文件", "which file", SCHEMAS),
        ),
    ],
    output: options.Output = None,
) -> None:
    """Print the JSON Schema of a file format."""
    if which not in SCHEMAS:
        raise unknown("schema", which, list(SCHEMAS))
    document = {"$schema": "https://json-schema.org/draft/2020-12/schema", **SCHEMAS[which]()}
    text = json.dumps(document, ensure_ascii=False, indent=2) + "\n"
    session_of(ctx).write(text.encode(), output, own_folder=FOLDER)
