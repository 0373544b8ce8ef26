"""The parameters of every command, as its signature declares them: what is known without importing it.

Written by `make golden`, and compared with the commands by tests/cli/test_grammar.py.
"""

from tracker.cli.parameters import Parameter

PARAMETERS: dict[str, Parameter] = {
    "lang": Parameter("lang", "--lang", "zh|en", environment="TRACKER_LANG"),
    "directory": Parameter("directory", "-C --directory", "DIR", "path"),
    "debug": Parameter("debug", "--debug", "", "flag"),
    "version": Parameter("version", "-V --version", "", "flag"),
    "install_completion": Parameter("install_completion", "--install-completion", "", "typer"),
    "show_completion": Parameter("show_completion", "--show-completion", "", "typer"),
    "as_of": Parameter("as_of", "--as-of", "DAY", environment="TRACKER_AS_OF"),
    "known_on": Parameter("known_on", "--known-on", "DAY"),
    "section": Parameter("section", "--section", "SECTION", "texts"),
    "measure": Parameter("measure", "--measure", "MEASURE", "texts"),
    "owner": Parameter("owner", "--owner", "UNIT", "texts"),
    "lead_only": Parameter("lead_only", "--lead-only", "", "flag"),
    "signal": Parameter(
        "signal", "--signal", "SIGNAL", "texts", choices=("done", "on_track", "behind", "far_behind",
        "overdue", "silent", "pending")
    ),
    "search": Parameter("search", "--search", "TEXT"),
    "sort": Parameter(
        "sort", "--sort", "ORDER", said="text", choices=("text", "gap", "lead", "due", "completion",
        "buffer", "pressure", "notice")
    ),
    "view": Parameter("view", "--view", "NAME"),
    "profile": Parameter(
        "profile", "--profile", "NAME", choices=("default", "strict", "yinchuan", "sanya")
    ),
    "format": Parameter(
        "format", "-f --format", "FORMAT", choices=("term", "text", "markdown", "html", "csv", "json")
    ),
    "output": Parameter("output", "-o --output", "FILE", "file"),
    "fail_on": Parameter(
        "fail_on", "--fail-on", "SIGNAL", "texts", choices=("done", "on_track", "behind", "far_behind",
        "overdue", "silent", "pending")
    ),
    "target": Parameter("target", "", "TARGET|MEASURE", needed=True),
    "open": Parameter("open", "--open", "", "flag"),
    "gaps.sort": Parameter(
        "sort", "--sort", "ORDER", said="lead", choices=("text", "gap", "lead", "due", "completion",
        "buffer", "pressure", "notice")
    ),
    "since": Parameter("since", "--since", "DAY"),
    "rank": Parameter(
        "rank", "--rank", "ORDER", default="text", said="text", choices=("text", "targets", "completion",
        "punctuality", "lagging")
    ),
    "within": Parameter("within", "--within", "DAYS", "number", default=30, least=0),
    "text": Parameter("text", "--text", "", "flag"),
    "reply_by": Parameter("reply_by", "--reply-by", "DAY"),
    "diff.since": Parameter("since", "", "[FROM]"),
    "until": Parameter("until", "", "[TO]"),
    "rev": Parameter("rev", "--rev", "REV"),
    "as_known": Parameter("as_known", "--as-known", "", "flag"),
    "everything": Parameter("everything", "--all", "", "flag"),
    "week": Parameter("week", "--week", "DAY"),
    "dekad": Parameter("dekad", "--dekad", "DAY"),
    "month": Parameter("month", "--month", "DAY"),
    "start": Parameter("start", "--from", "DAY"),
    "end": Parameter("end", "--to", "DAY"),
    "number": Parameter("number", "--number", "N", "number", least=1),
    "unit": Parameter("unit", "--unit", "UNIT", environment="TRACKER_UNIT"),
    "trace": Parameter("trace", "--trace", "", "flag"),
    "brief.format": Parameter(
        "format", "-f --format", "FORMAT", choices=("text", "markdown", "html", "docx", "json")
    ),
    "all": Parameter("all", "--all", "", "flag"),
    "level": Parameter("level", "--level", "LEVEL", choices=("blue", "yellow", "red")),
    "day": Parameter("day", "--date", "DAY"),
    "notice.format": Parameter(
        "format", "-f --format", "FORMAT", choices=("text", "markdown", "html", "docx")
    ),
    "notice.output": Parameter("output", "-o --output", "FILE|DIR", "path"),
    "json_lines": Parameter("json_lines", "--json-lines", "", "flag"),
    "items": Parameter("items", "*", "[TARGET VALUE | TARGET=VALUE... | -]", "texts"),
    "by": Parameter("by", "--by", "UNIT", environment="TRACKER_BY"),
    "note": Parameter("note", "--note", "TEXT"),
    "evidence": Parameter("evidence", "--evidence", "PATH"),
    "source": Parameter("source", "--source", "TEXT"),
    "add": Parameter("add", "--add", "", "flag"),
    "stage": Parameter("stage", "--stage", "STAGE"),
    "preliminary": Parameter("preliminary", "--preliminary", "", "flag"),
    "yes": Parameter("yes", "-y --yes", "", "flag"),
    "dry_run": Parameter("dry_run", "--dry-run", "", "flag"),
    "commit": Parameter("commit", "--commit", "", "flag"),
    "what": Parameter("what", "", "FILE[#N]", needed=True),
    "reason": Parameter("reason", "--reason", "TEXT", needed=True),
    "log.target": Parameter("target", "", "[TARGET]"),
    "log.by": Parameter("by", "--by", "UNIT"),
    "log.until": Parameter("until", "--until", "DAY"),
    "limit": Parameter("limit", "--limit", "N", "number", default=20),
    "form.owner": Parameter("owner", "--owner", "UNIT"),
    "form.format": Parameter("format", "-f --format", "FORMAT", choices=("xlsx", "csv")),
    "form.output": Parameter("output", "-o --output", "FILE|DIR", "path"),
    "files": Parameter("files", "*", "FILE...", "paths", needed=True),
    "import.by": Parameter("by", "--by", "UNIT"),
    "date": Parameter("date", "--date", "DAY"),
    "again": Parameter("again", "--again", "", "flag"),
    "file": Parameter("file", "", "FILE", "path", needed=True),
    "year": Parameter("year", "--year", "YEAR", "number"),
    "review": Parameter("review", "--review", "", "flag"),
    "draft.format": Parameter(
        "format", "-f --format", "FORMAT", choices=("yaml", "term", "text", "markdown", "html", "csv",
        "json")
    ),
    "check.format": Parameter("format", "-f --format", "FORMAT", choices=("term", "json")),
    "history": Parameter("history", "--history", "", "flag"),
    "check.since": Parameter("since", "--since", "REV"),
    "html": Parameter("html", "--html", "FILE", "file"),
    "folder": Parameter("folder", "", "DIR", "path", needed=True),
    "title": Parameter("title", "--title", "TEXT"),
    "from_example": Parameter("from_example", "--example", "", "flag"),
    "which": Parameter("which", "", "catalogue|progress", needed=True),
}

GRAMMAR: dict[str, str] = {
    "": "lang directory debug version install_completion show_completion",
    "status": (
        "as_of known_on section measure owner lead_only signal search sort view profile format output "
        "fail_on"
    ),
    "show": "target as_of known_on profile open format output",
    "gaps": (
        "as_of known_on section measure owner lead_only signal search gaps.sort view profile format output "
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
    "brief": "week dekad month start end known_on profile number unit trace brief.format output",
    "notice": "owner all level as_of known_on profile day reply_by unit notice.format notice.output",
    "digest": "since week dekad month start end known_on profile everything json_lines format output",
    "record": "items day by note evidence source add stage preliminary yes dry_run commit",
    "void": "what reason by dry_run commit",
    "log": "log.target owner log.by since log.until limit format output",
    "form": "form.owner all as_of form.format form.output",
    "import": "files import.by date source again dry_run",
    "draft": "file year review draft.format output",
    "check": "check.format history check.since",
    "audit": "everything html format output",
    "init": "folder title year from_example",
    "schema": "which output",
}
