"""Options that several commands share. What --help says of them stands in words/help.py."""

from pathlib import Path
from typing import Annotated

from tracker.assess.signal import Signal
from tracker.cli.parameters import Option
from tracker.formats import FORMATS
from tracker.model.profile import PROFILES

SIGNALS = tuple(Signal)

AsOf = Annotated[str | None, Option("--as-of", takes="DAY", environment="TRACKER_AS_OF")]
KnownOn = Annotated[str | None, Option("--known-on", takes="DAY")]
Sections = Annotated[list[str] | None, Option("--section", takes="SECTION")]
Measures = Annotated[list[str] | None, Option("--measure", takes="MEASURE")]
Owners = Annotated[list[str] | None, Option("--owner", takes="UNIT")]
LeadOnly = Annotated[bool, Option("--lead-only")]
Signals = Annotated[list[str] | None, Option("--signal", takes="SIGNAL", choices=SIGNALS)]
Search = Annotated[str | None, Option("--search", takes="TEXT")]
View = Annotated[str | None, Option("--view", takes="NAME")]
Profile = Annotated[str | None, Option("--profile", takes="NAME", choices=tuple(PROFILES))]
Format = Annotated[str | None, Option("--format", "-f", takes="FORMAT", choices=tuple(FORMATS))]
Output = Annotated[Path | None, Option("--output", "-o", takes="FILE", folder=False)]
FailOn = Annotated[list[str] | None, Option("--fail-on", takes="SIGNAL", choices=SIGNALS)]
