"""What is answered to a shell: asked as Typer's scripts ask, by variables of the environment."""

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from support import REPOSITORY, document, target
from tracker.cli.app import main
from tracker.cli.commands import COMMANDS


class Shell:
    """Asks the program in the name of a shell."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch, self._capfd = monkeypatch, capfd
        monkeypatch.setenv("TRACKER_LANG", "zh")
        monkeypatch.setenv("TRACKER_NOW", "2024-11-01")
        monkeypatch.chdir(REPOSITORY)

    def ask(self, shell: str, line: str, key: str = "") -> str:
        """The answer after this key; whatever happens, nothing is complained of."""
        words = line.split(" ")
        variables = {
            "_TRACKER_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "_TYPER_COMPLETE_WORD_TO_COMPLETE": words[-1],
            "COMP_WORDS": "\n".join(words),
            "COMP_CWORD": str(len(words) - 1),
            "COMP_TYPE": str(ord(key)) if key else "",
        }
        with self._monkeypatch.context() as environment:
            for name, value in variables.items():
                environment.setenv(name, value)
            with pytest.raises(SystemExit) as leaving:
                main([])
        answer = self._capfd.readouterr()
        assert (leaving.value.code, answer.err) == (0, "")
        return answer.out.rstrip("\n")

    def words(self, line: str) -> list[str]:
        """The words that bash is given."""
        return self.ask("bash", f"tracker {line}").splitlines()

    def helps(self, line: str) -> dict[str, str]:
        """The words that fish is given, and what stands beside each."""
        lines = self.ask("fish", f"tracker {line}").splitlines()
        return {word: text for word, _, text in (line.partition("\t") for line in lines)}


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Shell:
    return Shell(monkeypatch, capfd)


def test_names_are_found_in_any_width(shell: Shell) -> None:
    assert shell.words("show ＵＡＶ-Ｆ") == ["uav-firms"]
    assert shell.helps("show 5Ｇ") == shell.helps("show 5g") != {}


def test_each_shell_gets_ids_with_their_names(shell: Shell) -> None:
    assert shell.ask("bash", "tracker log uav-f") == "uav-firms"
    assert shell.ask("fish", "tracker log uav-f") == "uav-firms\t新引进无人机企业"
    assert shell.ask("pwsh", "tracker log uav-f") == "uav-firms:::新引进无人机企业"
    assert "'uav-firms:新引进无人机企业'" in shell.ask("zsh", "tracker log uav-f")


def test_a_part_of_the_name_finds_the_target(shell: Shell) -> None:
    assert shell.words("log 企业技术需求") == ["demand-matching"]
    assert shell.ask("zsh", "tracker log 企业技术需求").endswith("_describe -V tracker offered -U")
    # Fish keeps only what has the typed text in it; the program takes the name as well.
    assert shell.helps("log 企业技术需求") == {"组织企业技术需求对接": "demand-matching"}
    assert shell.helps("status --measure=科技创新生态") == {"--measure=优化科技创新生态": "3"}
    assert shell.words("log UAV-F") == ["uav-firms"]


def test_bash_lists_words_with_their_help(shell: Shell) -> None:
    assert shell.ask("bash", "tracker log uav-", key="\t").splitlines() == [
        "uav-firms  (新引进无人机企业)",
        "uav-scenarios  (培育无人机应用场景总数)",
        "uav-base  (无人机全产业链研发生产基地)",
    ]
    # But not where it puts them on the line.
    assert shell.ask("bash", "tracker log uav-f", key="\t") == "uav-firms"
    assert shell.ask("bash", "tracker log uav-", key="%").splitlines() == [
        "uav-firms",
        "uav-scenarios",
        "uav-base",
    ]


def test_what_was_typed_stays_where_several_have_it(shell: Shell) -> None:
    # What all lines have in common would take its place: with itself among them, that is nothing.
    assert shell.ask("bash", "tracker log 人", key="\t").splitlines()[-1] == "人"
    assert set(shell.words("log 人")) > {"talent", "skilled-talent", "uav-firms"}
    assert "compstate[insert]=" in shell.ask("zsh", "tracker log 人")


def test_numbers_stand_for_targets_and_measures(shell: Shell) -> None:
    assert shell.helps("log 1.2") == {"1.2": "新引进无人机企业 uav-firms"}
    assert shell.helps("show 31")["31"]
    assert "31" not in shell.words("show ")


def test_commands_and_options_in_the_users_language(shell: Shell) -> None:
    assert list(shell.helps("")) == list(COMMANDS)
    assert shell.helps("")["log"] == "列出报过的数，最新在前"
    assert shell.helps("--lang en ")["log"] == "List what was reported, newest first"
    assert shell.helps("status --lead") == {"--lead-only": "与 --owner 连用：只看其牵头的"}
    assert {"--lang", "--directory", "--debug", "--help"} <= set(shell.words("status --"))
    assert "--install-completion" in shell.words("--")
    assert "status" in shell.words("--version ")


def test_signals_in_lists_by_code_and_word(shell: Shell) -> None:
    assert shell.words("status --signal be") == ["behind"]
    assert shell.words("status --signal 滞") == ["滞后"]
    assert shell.words("status --fail-on behind,ov") == ["behind,overdue"]
    assert shell.words("status --fail-on 滞后，逾") == [r"滞后\，逾期未完成"]
    assert "--signal=behind,overdue" in shell.helps("status --signal=behind,")
    assert "--signal=behind,behind" not in shell.helps("status --signal=behind,")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("status --sort l", ["lead"]),
        ("status --profile s", ["strict", "sanya"]),
        ("check -f ", ["term", "json"]),
        ("--lang ", ["zh", "en"]),
        ("schema ", ["catalogue", "progress", "indicators"]),
        ("notice --level ", ["blue", "yellow", "red"]),
        ("owners --rank p", ["punctuality"]),
        ("status --section 1", ["1"]),
        ("status --measure 3", ["3", "30", "31", "32"]),
        ("status --view ", ["周会"]),
        ("log --by 科技局", ["区科技局"]),
        ("status --as-of ", ["today"]),
        ("status --as-of 2024-1", ["2024-10", "2024-11", "2024-12"]),
        ("record low-altitude-5g --stage ", ["前期", "开工", "主体完工", "建成"]),
        ("record talent=40 uav-f", ["uav-firms"]),
        ("record talent ", []),
        ("record talent=", []),
        ("status -o mea", []),
        ("no-such-command zz", []),
    ],
)
def test_what_each_parameter_completes(shell: Shell, line: str, words: list[str]) -> None:
    assert shell.words(line) == words


def test_choices_say_what_they_mean(shell: Shell) -> None:
    assert shell.helps("notice --level b") == {"blue": "蓝"}
    assert shell.helps("status --sort t") == {"text": "原文顺序"}
    assert shell.helps("status --as-of t") == {"today": "今天"}


def test_forms_are_for_units_that_lead(shell: Shell) -> None:
    leading, all_units = shell.helps("form --owner "), shell.helps("log --owner ")
    assert set(leading) < set(all_units)
    assert leading["区科技局"] == "牵头 7 项指标"


def test_reports_and_their_entries(shell: Shell) -> None:
    stem, head = next(iter(shell.helps("void 2024-10").items()))
    assert stem.startswith("2024-10-31-")
    assert "（演示数字）" in head
    assert all(word.startswith("2024-06") for word in shell.words("void 2024-06"))
    assert f"{stem}#1" in shell.words(f"void {stem}#")


def test_bash_breaks_words_at_equal_signs(shell: Shell) -> None:
    assert shell.words("log --by = 科技局") == ["区科技局"]
    assert "区科技局" in shell.words("log --by =")
    assert shell.words("record talent = 40 uav-f") == ["uav-firms"]


def test_the_folder_on_the_line_is_respected(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "measures.yaml").write_text(yaml.safe_dump(document(target(id="far-away"))))
    for folder in (f"-C {tmp_path}", f"-C{tmp_path}", f"--directory={tmp_path}"):
        assert shell.words(f"{folder} log far") == ["far-away"]
        assert shell.words(f"log {folder} far") == ["far-away"]
    assert shell.words(f"-C {tmp_path / 'none'} log far") == []


def test_words_are_quoted_as_each_shell_needs(shell: Shell, tmp_path: Path) -> None:
    units = ["局 $(touch run1)", r"局\`'", "局"]
    (tmp_path / "measures.yaml").write_text(yaml.safe_dump(document(target(owners=units))))
    line = f"-C {tmp_path} log --by 局"
    assert shell.words(line) == [r"局\ \$\(touch\ run1\)", r"局\\\`\'", "局"]
    assert shell.words(f"-C {tmp_path} log --by '局") == ["局"]
    assert shell.ask("pwsh", f"tracker {line}") == "局::: "
    assert r"""('局 $(touch run1):牵头 1 项指标' '局\\`'"'"'' '局')""" in shell.ask("zsh", f"tracker {line}")


@pytest.mark.parametrize("content", [b"", b"\0\xff\xfe", b"sections:\n- measures: [" * 3, b"a: &a [*a]"])
def test_a_broken_catalogue_offers_nothing(shell: Shell, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "measures.yaml").write_bytes(content)
    for line in ("log ", "status --owner ", "void ", "record x --stage "):
        assert shell.words(f"-C {tmp_path} {line}") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([*COMMANDS, "--", "-", "-C", "--owner", "-f", "--signal=behind", "x"])),
    st.text(st.characters(exclude_categories=["Cs", "Cc"])),
)
def test_no_line_is_complained_of(shell: Shell, before: list[str], typed: str) -> None:
    shell.ask("fish", " ".join(["tracker", *before, typed]))


@pytest.mark.usefixtures("shell")
@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_shell_that_is_named_is_honoured(
    name: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    files = {
        "bash": ".bash_completions/tracker.sh",
        "zsh": ".zfunc/_tracker",
        "fish": ".config/fish/completions/tracker.fish",
    }
    monkeypatch.setenv("HOME", str(tmp_path))
    with pytest.raises(SystemExit, match="0"):
        main(["--install-completion", name])
    assert capfd.readouterr().out == f"已为 {name} 安装补全：{tmp_path / files[name]}。重新打开终端后生效。\n"
    with pytest.raises(SystemExit, match="0"):
        main(["--show-completion", name])
    assert (tmp_path / files[name]).read_text().strip() == capfd.readouterr().out.strip()


@pytest.mark.usefixtures("shell")
def test_a_shell_that_is_not_known_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["--install-completion", "tcsh"])
    assert "tcsh" in capfd.readouterr().err


@pytest.mark.usefixtures("shell")
def test_a_home_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "home").touch()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    with pytest.raises(SystemExit, match="5"):
        main(["--install-completion", "fish"])
    assert "无法为 fish 安装补全" in capfd.readouterr().err
