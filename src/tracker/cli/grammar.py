"""The parameters of every command, as Typer knows them: for completion, which has no time to ask it.

Written by `make golden`, and compared with the real commands by tests/cli/test_grammar.py.
"""

GRAMMAR: dict[str, tuple[tuple[str, str, str], ...]] = {
    "": (
        ("lang", "--lang", "zh|en"),
        ("directory", "-C --directory", "DIR"),
        ("debug", "--debug", ""),
        ("version", "-V --version", ""),
        ("install_completion", "--install-completion", ""),
        ("show_completion", "--show-completion", ""),
    ),
    "status": (
        ("as_of", "--as-of", "DAY"),
        ("known_on", "--known-on", "DAY"),
        ("section", "--section", "SECTION"),
        ("measure", "--measure", "MEASURE"),
        ("owner", "--owner", "UNIT"),
        ("lead_only", "--lead-only", ""),
        ("signal", "--signal", "SIGNAL"),
        ("search", "--search", "TEXT"),
        ("sort", "--sort", "ORDER"),
        ("profile", "--profile", "NAME"),
        ("format", "-f --format", "FORMAT"),
        ("output", "-o --output", "FILE"),
        ("fail_on", "--fail-on", "SIGNAL"),
    ),
    "record": (
        ("items", "*", "[TARGET VALUE | TARGET=VALUE... | -]"),
        ("day", "--date", "DAY"),
        ("by", "--by", "UNIT"),
        ("note", "--note", "TEXT"),
        ("evidence", "--evidence", "PATH"),
        ("source", "--source", "TEXT"),
        ("add", "--add", ""),
        ("stage", "--stage", "STAGE"),
        ("preliminary", "--preliminary", ""),
        ("yes", "-y --yes", ""),
        ("dry_run", "--dry-run", ""),
        ("commit", "--commit", ""),
    ),
    "void": (
        ("what", "", "FILE[#N]"),
        ("reason", "--reason", "TEXT"),
        ("by", "--by", "UNIT"),
        ("dry_run", "--dry-run", ""),
        ("commit", "--commit", ""),
    ),
    "log": (
        ("target", "", "[TARGET]"),
        ("owner", "--owner", "UNIT"),
        ("by", "--by", "UNIT"),
        ("since", "--since", "DAY"),
        ("until", "--until", "DAY"),
        ("limit", "--limit", "N"),
        ("format", "-f --format", "FORMAT"),
        ("output", "-o --output", "FILE"),
    ),
    "form": (
        ("owner", "--owner", "UNIT"),
        ("all", "--all", ""),
        ("as_of", "--as-of", "DAY"),
        ("format", "-f --format", "FORMAT"),
        ("output", "-o --output", "FILE|DIR"),
    ),
    "import": (
        ("files", "*", "FILE..."),
        ("by", "--by", "UNIT"),
        ("date", "--date", "DAY"),
        ("source", "--source", "TEXT"),
        ("again", "--again", ""),
        ("dry_run", "--dry-run", ""),
    ),
    "check": (
        ("format", "-f --format", "FORMAT"),
        ("history", "--history", ""),
        ("since", "--since", "REV"),
    ),
    "init": (
        ("folder", "", "DIR"),
        ("title", "--title", "TEXT"),
        ("year", "--year", "YEAR"),
        ("from_example", "--example", ""),
    ),
    "schema": (
        ("which", "", "catalogue|progress"),
        ("output", "-o --output", "FILE"),
    ),
}

CHOICES: dict[str, tuple[str, ...]] = {
    "format": ("term", "text", "markdown", "csv", "json"),
    "signal": ("done", "on_track", "behind", "far_behind", "overdue", "silent", "pending"),
    "fail_on": ("done", "on_track", "behind", "far_behind", "overdue", "silent", "pending"),
    "sort": ("text", "gap", "lead", "due", "completion"),
    "profile": ("default", "strict", "yinchuan", "sanya"),
    "check.format": ("term", "json"),
    "form.format": ("xlsx", "csv"),
}
