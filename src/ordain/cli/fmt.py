"""`ordain fmt`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.workflow.files import read_text, write_files
from ordain.workflow.houses import houses


@click.command("fmt")
@click.argument("drafts", type=options.PATH, nargs=-1, required=True)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a draft would change.")
@options.house
@options.templates
def command(drafts: tuple[Path, ...], house: str | None, templates: Path | None, *, only_check: bool) -> int:
    """Set the blank lines and indentation of drafts; not a word changes.

    \b
    Example:
      ordain fmt --check drafts/*/*.txt
    """
    changed: dict[Path, bytes] = {}
    for path in drafts:
        text = read_text(path)
        formatted = write(parse(text, houses(path, templates=templates).known(), str(path), house))
        if formatted != text:
            changed[path] = formatted.encode()
    if not only_check:
        write_files(changed, force=True)
    for path in changed:
        click.echo(f"{'would change' if only_check else 'formatted'} {path}", err=True)
    return 1 if only_check and changed else 0
