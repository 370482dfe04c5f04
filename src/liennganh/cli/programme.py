"""Looking at a programme, and writing its report, from the command line."""

import click

COMMANDS: tuple[click.Command, ...] = ()
