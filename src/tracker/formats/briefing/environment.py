"""The templates in their sandbox, a workspace's own in front of the package's, and the filters they use."""

import os
import stat
import traceback
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from tracker.formats.briefing.trace import Figure, Tracer
from tracker.formats.limits import bounded
from tracker.formats.markdown import escaped
from tracker.model.numerals import numeral
from tracker.problems import ExitCode, TrackerError
from tracker.words import Words, counted

FOLDER = "templates"
_LARGEST = 2**20  # bytes of a template
_INNER = str.maketrans("“”", "‘’")
Filter = Callable[..., object]
# What Python raises where a template asks for what cannot be done.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def rendered(
    name: str, variables: Mapping[str, object], words: Words, tracer: Tracer, workspace: Path | None
) -> str:
    """The template called `name`, filled in, and its footnotes: the workspace's own, else the package's.

    Whatever a template prints is escaped for Markdown unless it is marked as Markdown already. A workspace's
    template may extend the package's, as `tracker/<name>`. Raises TrackerError (usage) with file and line
    for a template that is broken, names an unknown variable, does what the sandbox forbids, or takes too much
    time or memory.
    """
    if own_templates(workspace) is None:
        return _filled_in(name, variables, words, tracer, None)

    def fill() -> bytes:
        return _filled_in(name, variables, words, tracer, workspace).encode()

    return bounded(fill, f"{FOLDER}/{name}").decode()


def own_templates(workspace: Path | None) -> str | None:
    """The folder of templates that the workspace has, by its path in there, if it has one."""
    return FOLDER if workspace is not None and os.path.lexists(workspace / FOLDER) else None


def _filled_in(
    name: str, variables: Mapping[str, object], words: Words, tracer: Tracer, workspace: Path | None
) -> str:
    package = PackageLoader("tracker.formats")
    own = [] if workspace is None else [_Own(workspace)]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([*own, PrefixLoader({"tracker": package}), package]),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=tracer.written,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.do"],
    )
    environment.filters.update(filters(words))
    try:
        text = environment.get_template(name).render(variables)
    except TemplateSyntaxError as error:
        raise _broken(_shown(error.filename, workspace), error.lineno, error.message or "") from None
    except (TemplateError, SecurityError, *_FAULTS) as error:
        file, line = _place(error, workspace)
        raise _broken(file, line, str(error)) from None
    footnotes = tracer.notes()
    return f"{text.rstrip()}\n\n{footnotes}" if footnotes else text


class _Own(FileSystemLoader):
    """The templates of a workspace, which lie in it."""

    def __init__(self, workspace: Path) -> None:
        super().__init__(workspace / FOLDER)
        self._workspace = workspace

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As of any file. Raises TrackerError (usage) where it leads out of the workspace or is no text."""
        name = f"{FOLDER}/{template}"
        self._refuse_large(template, name)
        try:
            source = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise _broken(name, 1, str(error)) from None
        if not Path(source[1]).resolve().is_relative_to(self._workspace.resolve()):
            raise TrackerError("template-outside", ExitCode.USAGE, file=name)
        return source

    def _refuse_large(self, template: str, name: str) -> None:
        path = self._workspace / FOLDER / template
        if os.path.lexists(path) and path.resolve().is_relative_to(self._workspace.resolve()):
            state = path.stat()
            if not stat.S_ISREG(state.st_mode) or state.st_size > _LARGEST:
                raise _broken(name, 1, f"> {_LARGEST // 1024} KiB")


def _broken(file: str, line: int, reason: str) -> TrackerError:
    return TrackerError("template-broken", ExitCode.USAGE, file=file, line=line, reason=reason)


def _place(error: Exception, workspace: Path | None) -> tuple[str, int]:
    """The innermost line of a template that the error passed through."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(".md")]
    if not frames:
        return getattr(error, "name", None) or "?", 1
    return _shown(frames[-1].filename, workspace), frames[-1].lineno or 1


def _shown(file: str | None, workspace: Path | None) -> str:
    """A template's path as a person knows it: within the workspace, or by its name in the package."""
    path = Path(file or "?")
    if workspace is not None and path.is_relative_to(workspace):
        return path.relative_to(workspace).as_posix()
    return path.name


def filters(words: Words) -> Mapping[str, Filter]:
    """The filters of both languages' templates; docs/templates.md lists them."""
    chinese = words.language == "zh"
    return {
        "date": lambda day: _date(day, chinese=chinese),
        "day": lambda day: f"{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B}",
        "numeral": numeral,
        "until": lambda end, start: _until(end, start, chinese=chinese),
        "from": lambda start, end: _from(start, end, chinese=chinese),
        "counted": _counted,
        "listed": lambda names, most=5: listed(names, most, words),
        # Quotes within quotes are single ones.
        "quoted": lambda name: f"“{str(name).translate(_INNER)}”",
    }


def _counted(count: int | Figure, nouns: str) -> str | Figure:
    """A number with its noun; a figure keeps its source."""
    if isinstance(count, Figure):
        return replace(count, text=counted(int(count.text), nouns))
    return counted(count, nouns)


def _date(day: date, *, chinese: bool) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if chinese else f"{day.day} {day:%B %Y}"


def _until(end: date, start: date, *, chinese: bool) -> str:
    """The last day of a range, without what the first day said already."""
    if not chinese or end.year != start.year:
        return _date(end, chinese=chinese)
    return f"{end.day}日" if end.month == start.month else f"{end.month}月{end.day}日"


def _from(start: date, end: date, *, chinese: bool) -> str:
    """The first day of a range, without what the last day will say."""
    if chinese or start.year != end.year:
        return _date(start, chinese=chinese)
    return f"{start.day}" if start.month == end.month else f"{start.day} {start:%B}"


def listed(items: Iterable[object], most: int, words: Words) -> Markup:
    """Names in a row: A、B和C; where there are more than `most`, the first three and how many in all."""
    names = [escaped(str(name)) for name in items]
    count = len(names)
    if words.language == "zh":
        if count > most:
            return Markup(f"{_in_a_row(names[:3])}等{count}项")  # noqa: S704 - escaped above
        return Markup("和".join(filter(None, [_in_a_row(names[:-1]), *names[-1:]])))  # noqa: S704
    if count > most:
        return Markup(f"{', '.join(names[:3])} and {counted(count - 3, 'other|others')}")  # noqa: S704 - escaped above
    return Markup(" and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])))  # noqa: S704


def _in_a_row(names: Iterable[str]) -> str:
    """Chinese names in a row; none between what stands in quotation marks (GB/T 15834-2011, 4.5.3.5)."""
    return "、".join(names).replace("”、“", "”“").replace("》、《", "》《")
