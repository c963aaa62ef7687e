"""`ordain fmt`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.markup.parse import parse
from ordain.markup.write import write
from ordain.workflow.files import read_text, write_files
from ordain.workflow.houses import houses
from ordain.workflow.renumber import renumbered


@click.command("fmt")
@click.argument("drafts", type=options.PATH, nargs=-1, required=True)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit with 1 where a draft would change.")
@click.option("--renumber", is_flag=True, help="Number the provisions by the house's scheme; every reference follows.")
@click.option(
    "--base",
    type=options.PATH,
    metavar="FILE",
    help="With --renumber: the draft before provisions were put in, which says what a label meant that stands twice.",
)
@options.house
@options.templates
def command(
    drafts: tuple[Path, ...],
    base: Path | None,
    house: str | None,
    templates: Path | None,
    *,
    only_check: bool,
    renumber: bool,
) -> int:
    """Set the blank lines and indentation of drafts; not a word changes.

    With --renumber, nothing changes besides but labels and the numbers in references; a
    reference that means no provision, or could mean two, is refused.

    \b
    Examples:
      ordain fmt --check drafts/*/*.txt
      ordain fmt --renumber 3-floor-substitute.txt --base 2-committee-substitute.txt
    """
    if base is not None and (not renumber or len(drafts) > 1):
        raise click.UsageError("--base belongs to --renumber, and to one draft")
    changed: dict[Path, bytes] = {}
    for path in drafts:
        text = read_text(path)
        known = houses(path, templates=templates).known()
        draft = parse(text, known, str(path), house)
        if renumber:
            before = None if base is None else parse(read_text(base), known, str(base), house)
            draft = renumbered(draft, known, before)
        formatted = write(draft)
        if formatted != text:
            changed[path] = formatted.encode()
    if not only_check:
        write_files(changed, force=True)
    for path in changed:
        click.echo(f"{'would change' if only_check else 'formatted'} {path}", err=True)
    return 1 if only_check and changed else 0
