"""Options that several commands share. What --help says of them stands in words/help.py."""

from pathlib import Path
from typing import Annotated

import typer

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DAY", envvar="TRACKER_AS_OF")]
KnownOn = Annotated[str | None, typer.Option("--known-on", metavar="DAY")]
Sections = Annotated[list[str] | None, typer.Option("--section", metavar="SECTION")]
Measures = Annotated[list[str] | None, typer.Option("--measure", metavar="MEASURE")]
Owners = Annotated[list[str] | None, typer.Option("--owner", metavar="UNIT")]
LeadOnly = Annotated[bool, typer.Option("--lead-only")]
Signals = Annotated[list[str] | None, typer.Option("--signal", metavar="SIGNAL")]
Search = Annotated[str | None, typer.Option("--search", metavar="TEXT")]
View = Annotated[str | None, typer.Option("--view", metavar="NAME")]
Profile = Annotated[str | None, typer.Option("--profile", metavar="NAME")]
Format = Annotated[str | None, typer.Option("--format", "-f", metavar="FORMAT")]
Output = Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", dir_okay=False)]
FailOn = Annotated[list[str] | None, typer.Option("--fail-on", metavar="SIGNAL")]
