"""`ordain schema`."""

import click

from ordain.workflow.new import schema_text


@click.command("schema")
@click.argument("what", type=click.Choice(["order"]))
def command(what: str) -> None:  # noqa: ARG001 - the choice is checked by click; one so far
    """Print the JSON Schema of order.yaml, for editors that complete and check it.

    \b
    Example:
      ordain schema order > order.schema.json
    """
    click.echo(schema_text(), nl=False)
