"""`ordain review`."""

from pathlib import Path

import click

from ordain.cli import options
from ordain.errors import Place, refuse
from ordain.workflow.files import check_outputs, write_files
from ordain.workflow.houses import houses
from ordain.workflow.review import review_matter, review_two


@click.command("review")
@click.argument("sources", type=options.PATH, nargs=-1, required=True, metavar="MATTER | OLD NEW")
@click.option("-o", "--output", type=options.PATH, required=True, metavar="FILE", help="The .html to write.")
@click.option(
    "--lang",
    "language",
    type=click.Choice(["en", "es"]),
    default="en",
    help="The language of the page's own words: English (the default) or Spanish. A reader can change it.",
)
@options.house
@options.templates
@options.force
def command(
    sources: tuple[Path, ...], output: Path, language: str, house: str | None, templates: Path | None, *, force: bool
) -> None:
    """Write the councilor's page: one file for a browser, with the redline of any two versions of a matter.

    MATTER is a matter's folder; OLD and NEW are two texts: order (.yaml), draft (.txt), Word file (.docx).

    \b
    Examples:
      ordain review drafts/albuquerque-safer-community -o review.html
      ordain review 3-floor-substitute.txt 4-as-amended.txt -o review.html --lang es
    """
    from ordain.page.render import write_page  # noqa: PLC0415 - Jinja takes long to load

    known = houses(*sources, templates=templates)
    if output.suffix.lower() not in (".html", ".htm"):
        raise refuse("the page is a file for a browser", "end its name in .html", Place(str(output)))
    check_outputs((output,), sources)
    match sources:
        case (folder,):
            review = review_matter(folder, known)
        case (old, new):
            review = review_two(old, new, known, house)
        case _:
            raise refuse("a page is made of a matter, or of two texts", "name one folder, or two files")
    write_files({output: write_page(review, language).encode()}, force=force)
    click.echo(f"wrote {output}", err=True)
