"""The command line. A command is a file; this is their list, and the errors' one way out.

Commands are imported when called, so that ``leadline locate`` needs neither pandas nor dash.
"""

from __future__ import annotations

import importlib
import os
import sys
from dataclasses import dataclass
from typing import Any

import click

from dashboard.errors import WrongUseError
from geo.errors import LeadlineError


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """One command: its name, the module whose ``command`` it is, and what it does in one line."""

    name: str
    module: str
    help: str


COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry("serve", "dashboard.commands.serve", "serve the dashboard"),
    CommandEntry("read", "dashboard.commands.read", "read reports in prose into drafts"),
    CommandEntry("import", "dashboard.commands.import_", "import tables into a store"),
    CommandEntry("locate", "dashboard.commands.locate", "turn words into a place"),
    CommandEntry("zones", "dashboard.commands.zones", "say whose waters a position lies in"),
    CommandEntry("nearby", "dashboard.commands.nearby", "say what lies and what happened about a position or a record"),
    CommandEntry("export", "dashboard.commands.export", "export a store or a layer of it"),
    CommandEntry("bench", "dashboard.commands.bench", "run a benchmark"),
)


class LazyGroup(click.Group):
    """A group whose commands are the registry's entries, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the registry, in its order."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        for entry in COMMANDS:
            if entry.name == cmd_name:
                command: click.Command = importlib.import_module(entry.module).command
                return command
        return None

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command. That the reader of its output has gone is no error: it has what it wanted."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            # Python flushes its output at the end, into a pipe that nobody reads: hence to nowhere.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands from the registry, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.help) for entry in COMMANDS])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: leadline export case --to incidents.geojson",
)
@click.version_option(package_name="leadline", prog_name="leadline")
def leadline() -> None:
    """Reports of incidents at sea, placed with honest uncertainty. A STORE is a .gpkg file, or the word: case."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with 0, 1 (failure) or 2 (wrong use); errors are one line each."""
    try:
        code: Any = leadline.main(args=arguments, prog_name="leadline", standalone_mode=False)
    except WrongUseError as error:
        _leave(str(error), 2)
    except LeadlineError as error:
        _leave(str(error), 1)
    except click.exceptions.Abort:
        _leave("stopped", 1)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        sys.exit(2)
    except click.UsageError as error:
        context = f"leadline {error.ctx.info_name}" if error.ctx and error.ctx.parent else "leadline"
        _leave(f"{context}: {error.format_message()} – see '{context} --help'", 2)
    except OSError as error:
        where = error.filename or "standard output"
        _leave(f"{where}: {(error.strerror or str(error)).lower()} – make room, or write elsewhere", 1)
    except click.ClickException as error:
        _leave(error.format_message(), error.exit_code)
    sys.exit(code if isinstance(code, int) else 0)


def _leave(line: str, code: int) -> None:
    click.echo(f"leadline: {' '.join(line.split())}" if not line.startswith("leadline") else line, err=True)
    sys.exit(code)
