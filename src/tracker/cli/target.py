"""tracker target: what becomes of a target in the course of its year."""

from datetime import date
from typing import Annotated

import typer

from tracker.assess.goal_plausibility import NewGoal, doubts_of_goal
from tracker.cli import complete, options
from tracker.cli.editor import edited
from tracker.cli.help import both, examples
from tracker.cli.reading import day_looked_at, day_of, open_workspace
from tracker.cli.revising import ChangeOptions, refuse_other_changes, revise
from tracker.cli.session import Session, session_of
from tracker.cli.writing import Doubted
from tracker.model.catalogue import PathRule
from tracker.model.goal import Operator
from tracker.model.kinds import KINDS
from tracker.model.naming import find_measure, find_target, goal_typed, goal_written, number_typed
from tracker.problems import ExitCode, TrackerError
from tracker.store.workspace import Workspace, catalogue_text, with_catalogue
from tracker.store.yaml import positions
from tracker.store.yaml_edit import EditedText
from tracker.store.yaml_text import Writable

EXAMPLES = {
    "rename": examples(
        "tracker target rename uav-firms uav-companies", "tracker target rename 1.2 uav-companies --commit"
    ),
    "retire": examples(
        "tracker target retire uav-firms --on 9月底 --document 区政办〔2024〕18号 --reason 并入1.2",
        "tracker target retire uav-firms --document 区政办〔2024〕18号 --reason 不再考核 --dry-run",
    ),
    "adjust": examples(
        "tracker target adjust uav-firms --to 45家 --from 9月1日 --document 区政办〔2024〕18号",
        "tracker target adjust uav-firms --due 2025-03-31 --document 区政办〔2024〕18号 --reason 项目顺延",
    ),
    "add": examples(
        "tracker target add 5 uav-hubs --name 建成无人机起降点 --to ≥12 --unit 个 --quote 建成起降点12个以上",
        "tracker target add 5 uav-plan --name 印发方案 --kind milestone --due 9月底 --quote 9月底前印发方案",
    ),
    "edit": examples("tracker target edit", "tracker target edit uav-firms --commit"),
}

Named = Annotated[
    str,
    typer.Argument(
        metavar="TARGET",
        autocompletion=complete.targets,
        help=both(
            "指标：id、编号（1.2）或名称的一部分", "the target: id, number (1.2) or a part of its name"
        ),
    ),
]
Id = Annotated[
    str,
    typer.Argument(
        metavar="ID",
        help=both("新的 id：小写字母、数字、连字符", "its new id: lower-case letters, digits and hyphens"),
    ),
]
Document = Annotated[
    str,
    typer.Option("--document", metavar="TEXT", help=both("依据的文件（文号）", "the document that says so")),
]
Goal = both(
    "目标：45（沿用比较方式）、≥45、at_most=3.2、3-5，可带单位",
    "the goal: 45 (with the comparator it has), ≥45, at_most=3.2, 3-5; a unit may follow",
)
Due = Annotated[str | None, options.day("--due", "截止日", "its deadline")]
PathName = Annotated[
    str | None,
    typer.Option(
        "--path",
        metavar="NAME",
        autocompletion=complete.choices(rule.value for rule in PathRule if rule is not PathRule.POINTS),
        help=both(
            "进度要求",
            "how much is expected when",
            (*(r.value for r in PathRule if r is not PathRule.POINTS),),
        ),
    ),
]


def rename(ctx: typer.Context, target: Named, new: Id, how: ChangeOptions) -> None:
    """Give a target another id; what was reported under the old one goes on to count."""
    session, workspace, text = _opened(ctx)
    catalogue = workspace.book.catalogue
    present = next((one for one in catalogue.targets if one.id == new), None)
    lost = {p.facts.get("name") for p in workspace.book.problems if p.code == "target-unknown"}
    if present and target in lost:  # the id was changed by hand: only its old name is missing
        text.append((*present.place, "former_ids"), target)
        old = target
    else:
        found = find_target(catalogue, target)
        old = found.id
        former = [name for name in found.former_ids if name != new]
        text.put((*found.place, "id"), new)
        if len(former) < len(found.former_ids):  # it is called again what it was called once
            text.put((*found.place, "former_ids"), [*former, old])
        else:
            text.append((*found.place, "former_ids"), old)
    _revise(session, workspace, text, how, f"catalogue: {old} -> {new}")


def retire(
    ctx: typer.Context,
    target: Named,
    document: Document,
    reason: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help=both("终止的原因", "why it is ended"))
    ],
    how: ChangeOptions,
    on: Annotated[
        str | None,
        options.day("--on", "从哪天起不再考核，默认今天", "the first day without it; today unless given"),
    ] = None,
) -> None:
    """End a target without deleting it: from that day on it is in no count, its history stays."""
    session, workspace, text = _opened(ctx)
    found = find_target(workspace.book.catalogue, target)
    if found.retired is not None:
        raise TrackerError("target-retired", ExitCode.USAGE, id=found.id, on=found.retired.on)
    day = day_looked_at(session, workspace.book) if on is None else day_of(on, session, workspace.book)
    text.put((*found.place, "retired"), {"on": day, "reason": reason, "document": document})
    _revise(session, workspace, text, how, f"catalogue: retire {found.id} {found.name}")


def adjust(
    ctx: typer.Context,
    target: Named,
    document: Document,
    how: ChangeOptions,
    to: Annotated[str | None, typer.Option("--to", metavar="GOAL", help=Goal)] = None,
    due: Due = None,
    since: Annotated[
        str | None,
        options.day("--from", "从哪天起按新的考核，默认今天", "the first day of it; today unless given"),
    ] = None,
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="TEXT", help=both("调整的原因", "why it is changed"))
    ] = None,
    path: PathName = None,
) -> None:
    """Change a target's goal or deadline from a day on; what was asked before stays to be seen."""
    session, workspace, text = _opened(ctx)
    found = find_target(workspace.book.catalogue, target)
    if to is None and due is None:
        raise TrackerError("adjust-nothing", ExitCode.USAGE)
    day = day_looked_at(session, workspace.book) if since is None else day_of(since, session, workspace.book)
    deadline = None if due is None else day_of(due, session, workspace.book)
    goal = found.goal_on(day)
    change: dict[str, Writable] = {"date": day}
    if goal.operator is Operator.DONE_BY:
        if to is not None:
            raise TrackerError("goal-typed", ExitCode.USAGE, text=to)
        change["target"] = {goal.operator.value: deadline or found.period_on(day).end}
    else:
        change["target"] = goal_written(goal) if to is None else goal_typed(to, found.unit, goal)
        change |= {} if deadline is None else {"due": deadline}
    change |= {} if path is None else {"path": path}
    change["document"] = document
    change |= {} if reason is None else {"reason": reason}
    text.append((*found.place, "adjustments"), change)

    def doubted(revised: Workspace) -> list[Doubted]:
        adjusted = revised.book.catalogue.target(found.id)
        if adjusted is None:
            return []
        before, after = adjusted.changed_by(len(adjusted.adjustments) - 1)
        points = revised.book.log.points(found.id, day)
        figure = points[-1].value if points else None
        return [Doubted(doubt) for doubt in doubts_of_goal(NewGoal(before, after, day, figure))]

    message = f"catalogue: adjust {found.id} {found.name}"
    revise(workspace, catalogue_text(workspace.root), text.text, session, how, message, doubted)


def add(
    ctx: typer.Context,
    measure: Annotated[
        str,
        typer.Argument(
            metavar="MEASURE",
            autocompletion=complete.measures,
            help=both("措施：编号或标题的一部分", "the measure: its number or a part of its title"),
        ),
    ],
    new: Id,
    name: Annotated[str, typer.Option("--name", metavar="TEXT", help=both("名称", "its name"))],
    quote: Annotated[
        str,
        typer.Option(
            "--quote", metavar="TEXT", help=both("原文中的原话", "the words of the text that set it")
        ),
    ],
    how: ChangeOptions,
    to: Annotated[str | None, typer.Option("--to", metavar="GOAL", help=Goal)] = None,
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            autocompletion=complete.choices(KINDS),
            help=both("类型，默认 cumulative", "its kind; cumulative unless given", KINDS),
        ),
    ] = "cumulative",
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="TEXT", help=both("计量单位", "what it is counted in"))
    ] = None,
    baseline: Annotated[
        str | None,
        typer.Option("--baseline", metavar="NUMBER", help=both("期初值", "its value at the start")),
    ] = None,
    start: Annotated[
        str | None, options.day("--from", "起算日，默认年初", "the first day; that of the year unless given")
    ] = None,
    due: Due = None,
    path: PathName = None,
) -> None:
    """Add a target behind the others of its measure."""
    session, workspace, text = _opened(ctx)
    book = workspace.book
    deadline = None if due is None else day_of(due, session, book)
    if (to is None) != (kind == "milestone"):
        raise TrackerError("add-goal", ExitCode.USAGE)
    counted_in = unit or KINDS[kind].unit if kind in KINDS else unit
    written: dict[str, Writable] = {"id": new, "name": name, "kind": kind}
    written |= {} if unit is None else {"unit": unit}
    if to is None:
        written["target"] = {Operator.DONE_BY.value: deadline or date(book.catalogue.year, 12, 31)}
    else:
        written["target"] = goal_typed(to, counted_in or "")
    given = {
        "baseline": None if baseline is None else number_typed(baseline, counted_in or ""),
        "from": None if start is None else day_of(start, session, book),
        "due": deadline if to is not None else None,
        "path": path,
    }
    written |= {key: value for key, value in given.items() if value is not None}
    text.append((*find_measure(book.catalogue, measure).place, "targets"), {**written, "quote": quote})
    _revise(session, workspace, text, how, f"catalogue: add {new} {name}")


def edit(
    ctx: typer.Context,
    how: ChangeOptions,
    target: Annotated[
        str | None,
        typer.Argument(
            metavar="[TARGET]",
            autocompletion=complete.targets,
            help=both("从哪项指标处开始看", "the target to begin at"),
        ),
    ] = None,
) -> None:
    """Change the catalogue in your editor; what is wrong with it is said before anything is written."""
    session, workspace, text = _opened(ctx)
    line = 1
    if target is not None:
        place = find_target(workspace.book.catalogue, target).place
        line, _ = positions(text.text).of(place)
    before = text.text
    if how.commit:
        refuse_other_changes(workspace)
    with edited(
        before, line, session, lambda after: with_catalogue(workspace.root, after, session.moment)
    ) as after:
        revise(workspace, before, after, session, how, "catalogue: edit")


def _opened(ctx: typer.Context) -> tuple[Session, Workspace, EditedText]:
    session = session_of(ctx)
    workspace = open_workspace(session)
    return session, workspace, EditedText(catalogue_text(workspace.root))


def _revise(
    session: Session, workspace: Workspace, text: EditedText, how: ChangeOptions, message: str
) -> None:
    revise(workspace, catalogue_text(workspace.root), text.text, session, how, message)
