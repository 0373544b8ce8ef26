"""The least that a program of this sort does: a Typer command that draws a table with rich.

It has as many rows and columns as `tracker status` has for this repository's own workspace, at 160 columns,
in widths that are given.
"""

from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

ROWS = 91
WIDTHS = (5, 40, 9, 9, 5, 7, 12, 6, 10, 10, 6, 8)
app = typer.Typer()


@app.command()
def status(as_of: Annotated[str, typer.Option(help="the day")] = "today") -> None:
    """Print the table."""
    table = Table(title=as_of, box=None)
    for width in WIDTHS:
        table.add_column(width=width, no_wrap=True)
    for n in range(ROWS):
        figures = (f"≥{n}家", f"{n}家", "10-31", "87.5%", "████████┃░", "+16.7", "4家")
        marks = ("[green]● 达到序时[/green]", "停滞", "红·连3期")
        table.add_row(f"1.{n}", f"第{n}片区新引进企业", *figures, *marks)
    Console(width=160).print(table)


if __name__ == "__main__":
    app()
