"""The templates: those of the package, a workspace's own in front of them, in a sandbox."""

import traceback
from collections.abc import Callable, Mapping
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

from tracker.formats.briefing.phrasing import filters
from tracker.formats.briefing.trace import Tracer
from tracker.problems import ExitCode, TrackerError
from tracker.words import Words

FOLDER = "templates"
# What Python raises where a template asks for what cannot be done.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


def rendered(
    name: str, variables: Mapping[str, object], words: Words, tracer: Tracer, workspace: Path | None
) -> str:
    """The template called `name`, filled in: the workspace's own where it has one, else the package's.

    Whatever a template prints is escaped for Markdown unless it is marked as Markdown already. A workspace's
    template may extend the package's, as `tracker/<name>`. Raises TrackerError (usage) with file and line
    for a template that is broken, names an unknown variable or does what the sandbox forbids.
    """
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
        return environment.get_template(name).render(variables)
    except TemplateSyntaxError as error:
        raise _broken(_shown(error.filename, workspace), error.lineno, error.message or "") from None
    except (TemplateError, SecurityError, *_FAULTS) as error:
        file, line = _place(error, workspace)
        raise _broken(file, line, str(error)) from None


class _Own(FileSystemLoader):
    """The templates of a workspace, which lie in it."""

    def __init__(self, workspace: Path) -> None:
        super().__init__(workspace / FOLDER)
        self._workspace = workspace

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """As of any file. Raises TrackerError (usage) where it leads out of the workspace or is no text."""
        name = f"{FOLDER}/{template}"
        try:
            found = super().get_source(environment, template)
        except UnicodeDecodeError as error:
            raise _broken(name, 1, str(error)) from None
        if not Path(found[1]).resolve().is_relative_to(self._workspace.resolve()):
            raise TrackerError("template-outside", ExitCode.USAGE, file=name)
        return found


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
