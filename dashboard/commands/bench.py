"""``leadline bench``: the benchmarks, one file each."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class Benchmark:
    """One benchmark: its name, the module whose ``command`` it is, and what it measures in one line."""

    name: str
    module: str
    help: str


BENCHMARKS: tuple[Benchmark, ...] = (
    Benchmark("locate", "dashboard.bench_locate", "accuracy and calibration of places, on outside reports"),
    Benchmark("page", "dashboard.bench_page", "how soon the page answers, in Chromium"),
    Benchmark("zones", "dashboard.bench_zones", "whose waters and how far the shore, on outside positions"),
)


class BenchmarkGroup(click.Group):
    """A group whose commands are the registry's entries, imported on use."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the registry, in its order."""
        return [entry.name for entry in BENCHMARKS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or None."""
        for entry in BENCHMARKS:
            if entry.name == cmd_name:
                command: click.Command = importlib.import_module(entry.module).command
                return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the benchmarks from the registry, without importing any."""
        with formatter.section("Benchmarks"):
            formatter.write_dl([(entry.name, entry.help) for entry in BENCHMARKS])


@click.group("bench", cls=BenchmarkGroup, epilog="Example: leadline bench locate --json")
def command() -> None:
    """Run a benchmark and print its figures."""
