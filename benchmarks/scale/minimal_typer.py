"""The least that a program of this sort does: a Typer command that prints a table of fifty rows."""

import typer
from rich.console import Console
from rich.table import Table

ROWS = 50
app = typer.Typer()


@app.command()
def status() -> None:
    """Print the table."""
    table = Table("no.", "target", "goal", "actual", "signal")
    for n in range(ROWS):
        table.add_row(str(n), f"第{n}片区新引进企业", "≥40家", f"{n}家", "[green]● 达到序时[/green]")
    Console().print(table)


if __name__ == "__main__":
    app()
