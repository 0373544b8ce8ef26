"""What bash, zsh and fish ask, and how each is answered.

The variables are those of Typer's scripts. The scripts are our own: Typer's for zsh runs the answer as code,
in which a name from a file could hide a command; its script for bash shows no help; that for fish starts the
program twice. Ours read one word a line, with its help after a tab, and take the rest from the exit code.
"""

import re
import shlex
import unicodedata
from collections.abc import Mapping, Sequence

Candidate = tuple[str, str]  # a word, and what it means

# Exit codes: what the shell is to do.
WORDS = 0
FILES = 1  # complete files by itself
FOLDERS = 2
INSTEAD = 3  # the words stand in place of what was typed, and need not begin with it

SCRIPTS = {
    "bash": r"""
%(complete_func)s() {
    local IFS=$'\n' answer code
    answer=$(env COMP_WORDS="${COMP_WORDS[*]}" COMP_CWORD="$COMP_CWORD" \
        COMP_TYPE="${COMP_TYPE-}" COLUMNS="${COLUMNS-}" \
        %(autocomplete_var)s=complete_bash "$1" 2>/dev/null)
    code=$?
    COMPREPLY=()
    case $code in
        1) compopt -o default ;;
        2) compopt -o dirnames ;;
        0 | 3) if [[ -n $answer ]]; then mapfile -t COMPREPLY <<<"$answer"; fi ;;
    esac
}

complete -o nosort -F %(complete_func)s %(prog_name)s
""",
    "zsh": r"""
#compdef %(prog_name)s

%(complete_func)s() {
    local answer code
    local -a shown
    answer="$(env _TYPER_COMPLETE_ARGS="${words[1,$CURRENT]}" \
        %(autocomplete_var)s=complete_zsh %(prog_name)s 2>/dev/null)"
    code=$?
    shown=("${(@f)answer}")
    case $code in
        1) _files ;;
        2) _files -/ ;;
        0) [[ -n $answer ]] && _describe -V '%(prog_name)s' shown ;;
        3) _describe -V '%(prog_name)s' shown -U ;;
    esac
}

compdef %(complete_func)s %(prog_name)s
[[ $zsh_eval_context[-1] != loadautofunc ]] || %(complete_func)s "$@"
""",
    "fish": r"""
function %(complete_func)s
    set -l answer (env _TYPER_COMPLETE_ARGS=(commandline -cp | string collect) \
        %(autocomplete_var)s=complete_fish %(prog_name)s 2>/dev/null)
    switch $status
        case 1
            __fish_complete_path (commandline -ct)
        case 2
            __fish_complete_directories (commandline -ct)
        case 0 3
            printf '%%s\n' $answer
    end
end

complete --command %(prog_name)s --no-files --keep-order --arguments '(%(complete_func)s)'
""",
}

_SPECIAL = re.compile(r"""[ \\'"`$&|;<>()*?!\[\]{}^]|^[~#]""")
_SPECIAL_QUOTED = re.compile(r'[\\"`$]')
_BREAKS = "=:"  # what bash splits words at
_GAP = 2
_WIDE = frozenset("WF")
# COMP_TYPE where bash puts the words into the line one after the other, with all that stands in them.
_CYCLING = {"37", "42"}


class Found:
    """The answer: a code, and words with their meaning that stand after `written`, in place of `typed`."""

    def __init__(
        self, code: int, candidates: Sequence[Candidate] = (), written: str = "", typed: str = ""
    ) -> None:
        self.code, self.candidates, self.written, self.typed = code, candidates, written, typed

    @property
    def words(self) -> list[Candidate]:
        """The whole words with their meaning."""
        return [(self.written + value, text) for value, text in self.candidates]


class Asked:
    """A command line up to the cursor: the words `before`, and the `word` to complete as typed so far."""

    def __init__(self, shell: str, environ: Mapping[str, str]) -> None:
        self.shell = shell
        self._environ = environ
        self._kept = 0  # how much of the word the shell keeps in front of what it is given
        self._quote = ""
        self.before: list[str]
        self.word: str
        if shell == "bash":
            self._read_words(environ.get("COMP_WORDS", "").split("\n"), int(environ.get("COMP_CWORD", "0")))
        else:
            text = environ.get("_TYPER_COMPLETE_ARGS", "")
            words = _split(text)[1:]
            last = words.pop() if words and not text[-1:].isspace() else ""
            self.before, self.word = words, last

    def _read_words(self, raw: Sequence[str], cursor: int) -> None:
        """Bash splits `--owner=x` and `a:b` into three; put together again."""
        joined: list[str] = []
        last = ""
        for piece in [*raw[1 : cursor + 1], *([""] if cursor >= len(raw) else [])]:
            if joined and (_breaks(piece) or _breaks(last)):
                joined[-1] += piece
            else:
                joined.append(piece)
            last = piece
        whole = joined.pop() if joined else ""
        typed = "" if _breaks(last) else last
        self._quote = typed[:1] if typed[:1] in {'"', "'"} else ""
        self._kept = len(_unquoted(whole[: len(whole) - len(typed)]))
        self.before, self.word = [_unquoted(piece) for piece in joined], _unquoted(whole)

    def answer(self, found: Found) -> str:
        """The candidates as this shell's script expects them, one a line."""
        match self.shell:
            case "bash":
                lines = self._for_bash(found.words)
            case "zsh":
                lines = [_for_zsh(*word) for word in found.words]
            case _:
                lines = _for_fish(found)
        return "".join(f"{line}\n" for line in lines)

    def _for_bash(self, candidates: Sequence[Candidate]) -> list[str]:
        """The words; where bash only lists them, and inserts what they have in common, with their help."""
        words = [self._escaped(value[self._kept :]) for value, _ in candidates]
        if len(words) < 2 or (self._environ.get("COMP_TYPE") or "37") in _CYCLING:  # noqa: PLR2004 - to choose from
            return words
        columns = self._environ.get("COLUMNS", "")
        room = (int(columns) if columns.isdecimal() else 80) - _GAP
        left = max(map(_width, words)) + _GAP
        helps = (text for _, text in candidates)
        return [
            _cut(f"{word}{' ' * (left - _width(word))}({text})", max(room, _width(word))) if text else word
            for word, text in zip(words, helps, strict=True)
        ]

    def _escaped(self, value: str) -> str:
        if self._quote == "'":
            return value
        return (_SPECIAL_QUOTED if self._quote else _SPECIAL).sub(r"\\\g<0>", value)


def script(shell: str) -> str:
    """The script that makes this shell ask."""
    names = {"complete_func": "_tracker_completion", "prog_name": "tracker"}
    return SCRIPTS[shell].strip() % {**names, "autocomplete_var": "_TRACKER_COMPLETE"} + "\n"


def _for_zsh(value: str, text: str) -> str:
    value, text = (part.replace("\\", r"\\") for part in (value, text))
    escaped = value.replace(":", r"\:")
    return f"{escaped}:{text}" if text else escaped


def _for_fish(found: Found) -> list[str]:
    """Fish only takes words that have in them what was typed: there, a name stands for its id."""
    given = found.words
    if found.code == INSTEAD:
        wanted = found.typed.casefold()
        given = [
            (value, text) if wanted in value.casefold() else (found.written + text, value)
            for value, text in given
        ]
    return ["\t".join(filter(None, word)) for word in given]


def _breaks(piece: str) -> bool:
    return bool(piece) and not piece.strip(_BREAKS)


def _split(text: str) -> list[str]:
    """The words of a line whose last quotation mark may still be open."""
    lexer = shlex.shlex(text, posix=True, punctuation_chars=False)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    try:
        words.extend(lexer)
    except ValueError:  # what stands behind the open mark, or the single backslash
        words.append(lexer.token)
    return words


def _unquoted(piece: str) -> str:
    return " ".join(_split(piece))


def _width(text: str) -> int:
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def _cut(text: str, room: int) -> str:
    """As much of the text as has room on a line."""
    if _width(text) <= room:
        return text
    used = 1  # for the mark of the cut
    taken: list[str] = []
    for character in text:
        used += _cells(character)
        if used > room:
            break
        taken.append(character)
    return "".join(taken) + "…"
