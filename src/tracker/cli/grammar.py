"""The parameters of every command, as Typer knows them: for completion, which has no time to ask it.

Written by `make golden`, and compared with the real commands by tests/cli/test_grammar.py.
"""

PARAMETERS: dict[str, tuple[str, str, str]] = {
    "lang": ("lang", "--lang", "zh|en"),
    "directory": ("directory", "-C --directory", "DIR"),
    "debug": ("debug", "--debug", ""),
    "version": ("version", "-V --version", ""),
    "install_completion": ("install_completion", "--install-completion", ""),
    "show_completion": ("show_completion", "--show-completion", ""),
    "as_of": ("as_of", "--as-of", "DAY"),
    "known_on": ("known_on", "--known-on", "DAY"),
    "section": ("section", "--section", "SECTION"),
    "measure": ("measure", "--measure", "MEASURE"),
    "owner": ("owner", "--owner", "UNIT"),
    "lead_only": ("lead_only", "--lead-only", ""),
    "signal": ("signal", "--signal", "SIGNAL"),
    "search": ("search", "--search", "TEXT"),
    "sort": ("sort", "--sort", "ORDER"),
    "view": ("view", "--view", "NAME"),
    "profile": ("profile", "--profile", "NAME"),
    "format": ("format", "-f --format", "FORMAT"),
    "output": ("output", "-o --output", "FILE"),
    "fail_on": ("fail_on", "--fail-on", "SIGNAL"),
    "target": ("target", "", "TARGET|MEASURE"),
    "open": ("open", "--open", ""),
    "since": ("since", "--since", "DAY"),
    "rank": ("rank", "--rank", "ORDER"),
    "within": ("within", "--within", "DAYS"),
    "text": ("text", "--text", ""),
    "reply_by": ("reply_by", "--reply-by", "DAY"),
    "diff.since": ("since", "", "[FROM]"),
    "until": ("until", "", "[TO]"),
    "rev": ("rev", "--rev", "REV"),
    "as_known": ("as_known", "--as-known", ""),
    "everything": ("everything", "--all", ""),
    "week": ("week", "--week", "DAY"),
    "dekad": ("dekad", "--dekad", "DAY"),
    "month": ("month", "--month", "DAY"),
    "start": ("start", "--from", "DAY"),
    "end": ("end", "--to", "DAY"),
    "number": ("number", "--number", "N"),
    "unit": ("unit", "--unit", "UNIT"),
    "trace": ("trace", "--trace", ""),
    "all": ("all", "--all", ""),
    "level": ("level", "--level", "LEVEL"),
    "day": ("day", "--date", "DAY"),
    "notice.output": ("output", "-o --output", "FILE|DIR"),
    "json_lines": ("json_lines", "--json-lines", ""),
    "items": ("items", "*", "[TARGET VALUE | TARGET=VALUE... | -]"),
    "by": ("by", "--by", "UNIT"),
    "note": ("note", "--note", "TEXT"),
    "evidence": ("evidence", "--evidence", "PATH"),
    "source": ("source", "--source", "TEXT"),
    "add": ("add", "--add", ""),
    "stage": ("stage", "--stage", "STAGE"),
    "preliminary": ("preliminary", "--preliminary", ""),
    "yes": ("yes", "-y --yes", ""),
    "dry_run": ("dry_run", "--dry-run", ""),
    "commit": ("commit", "--commit", ""),
    "what": ("what", "", "FILE[#N]"),
    "reason": ("reason", "--reason", "TEXT"),
    "log.target": ("target", "", "[TARGET]"),
    "log.until": ("until", "--until", "DAY"),
    "limit": ("limit", "--limit", "N"),
    "form.output": ("output", "-o --output", "FILE|DIR"),
    "files": ("files", "*", "FILE..."),
    "date": ("date", "--date", "DAY"),
    "again": ("again", "--again", ""),
    "file": ("file", "", "FILE"),
    "year": ("year", "--year", "YEAR"),
    "review": ("review", "--review", ""),
    "history": ("history", "--history", ""),
    "check.since": ("since", "--since", "REV"),
    "html": ("html", "--html", "FILE"),
    "folder": ("folder", "", "DIR"),
    "title": ("title", "--title", "TEXT"),
    "from_example": ("from_example", "--example", ""),
    "which": ("which", "", "catalogue|progress"),
}

GRAMMAR: dict[str, str] = {
    "": "lang directory debug version install_completion show_completion",
    "status": (
        "as_of known_on section measure owner lead_only signal search sort view profile format output "
        "fail_on"
    ),
    "show": "target as_of known_on profile open format output",
    "gaps": (
        "as_of known_on section measure owner lead_only signal search sort view profile format output "
        "fail_on"
    ),
    "owners": (
        "since as_of known_on section measure owner lead_only signal search sort view profile rank format "
        "output fail_on"
    ),
    "due": (
        "as_of known_on section measure owner lead_only signal search sort view profile within text reply_by "
        "format output fail_on"
    ),
    "profiles": (
        "as_of known_on section measure owner lead_only signal search sort view profile format output "
        "fail_on"
    ),
    "diff": (
        "diff.since until as_of known_on section measure owner lead_only signal search sort view profile rev "
        "as_known everything format output fail_on"
    ),
    "brief": "week dekad month start end known_on profile number unit trace format output",
    "notice": "owner all level as_of known_on profile day reply_by unit format notice.output",
    "digest": "since week dekad month start end known_on profile everything json_lines format output",
    "record": "items day by note evidence source add stage preliminary yes dry_run commit",
    "void": "what reason by dry_run commit",
    "log": "log.target owner by since log.until limit format output",
    "form": "owner all as_of format form.output",
    "import": "files by date source again dry_run",
    "draft": "file year review format output",
    "check": "format history check.since",
    "audit": "everything html format output",
    "init": "folder title year from_example",
    "schema": "which output",
}

CHOICES: dict[str, tuple[str, ...]] = {
    "format": ("term", "text", "markdown", "html", "csv", "json"),
    "signal": ("done", "on_track", "behind", "far_behind", "overdue", "silent", "pending"),
    "fail_on": ("done", "on_track", "behind", "far_behind", "overdue", "silent", "pending"),
    "sort": ("text", "gap", "lead", "due", "completion", "buffer", "pressure", "notice"),
    "profile": ("default", "strict", "yinchuan", "sanya"),
    "check.format": ("term", "json"),
    "draft.format": ("yaml", "term", "text", "markdown", "html", "csv", "json"),
    "form.format": ("xlsx", "csv"),
    "owners.rank": ("text", "targets", "completion", "punctuality", "lagging"),
    "notice.level": ("blue", "yellow", "red"),
    "notice.format": ("text", "markdown", "html", "docx"),
    "brief.format": ("text", "markdown", "html", "docx", "json"),
}
