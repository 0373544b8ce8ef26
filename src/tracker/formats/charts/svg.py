"""Charts as SVG: what pages show, and what pictures are made of."""

from markupsafe import Markup

from tracker.formats.charts.bullets import panels
from tracker.formats.charts.lines import LineChart
from tracker.formats.charts.stacks import StackPanel
from tracker.formats.pages import PAGES
from tracker.report.view import Bullets, Picture, Stacks
from tracker.words import Words


def svgs(chart: Picture, words: Words, title: str, identity: str) -> list[Markup]:
    """The chart as SVG elements to stand one below the other, dressed by templates/charts.css.

    `title` names it for those who do not see it; `identity` begins the ids in it.
    """
    if isinstance(chart, Bullets):
        template = PAGES.get_template("bullets.svg")
        drawn = [template.render(panel=panel) for panel in panels(chart, words, title)]
    elif isinstance(chart, Stacks):
        template = PAGES.get_template("stacks.svg")
        drawn = [template.render(panel=StackPanel(chart, words, title))]
    else:
        template = PAGES.get_template("line.svg")
        drawn = [template.render(line=LineChart(chart, words, title), words=words, id=identity)]
    return [Markup(svg) for svg in drawn]  # noqa: S704 - the templates escape
