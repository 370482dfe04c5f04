"""The command ``liennganh``: everything that the pages do which a script would want to do too."""

import os
import sys

import click

from liennganh.cli.reading import read_command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def group() -> None:
    """Liên Ngành: từ văn bản kế hoạch đến báo cáo chính thức."""


group.add_command(read_command)


def whole_group() -> click.Group:
    """Return the command with those parts that need the database; Django must be set up."""
    from liennganh.cli import (  # noqa: PLC0415 - models can be imported only after set-up
        backups,
        correcting,
        keeping,
        making,
        office,
        programme,
        serving,
    )

    for module in (serving, making, office, programme, correcting, keeping, backups):
        for command in module.COMMANDS:
            group.add_command(command)
    return group


def main() -> None:
    """Run the command; a refusal is a sentence in Vietnamese and exit status 1, no traceback."""
    os.umask(0o077)  # database, journals, backups: for the account that runs the service alone
    if sys.argv[1:2] != ["read"]:
        # Loading Django costs half a second, which `read` need not pay.
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "liennganh.config.settings")
        if sys.argv[1:2] == ["demo"]:
            # Settings are read once, here: the sign-in page is to show the accounts.
            os.environ.setdefault("LIENNGANH_DEMO", "1")
        import django  # noqa: PLC0415

        from liennganh.config.env import BadSettingError  # noqa: PLC0415

        try:
            django.setup()
        except BadSettingError as error:
            sys.exit(f"Thiết lập chưa đúng: {error}")
        whole_group()
    group(prog_name="liennganh")
