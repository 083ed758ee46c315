"""Write ``environment.yml`` from ``pyproject.toml``: the same dependencies for people who use conda."""

import tomllib
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[2]

# What conda does not have (or not with its extra) is installed by pip inside the environment.
PIP_ONLY = {
    "dash",  # its fastapi extra is not packaged for conda
    "dash-ag-grid",
    "xstatic-jquery",
    "xstatic-leaflet",
    "axe-playwright-python",
    "pytest-socket",
    "types-shapely",
    "playwright",
}


def environment() -> str:
    """Return the text of ``environment.yml``."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [Requirement(line) for line in project["dependencies"] + project["optional-dependencies"]["dev"]]
    conda = [need for need in asked if need.name.lower() not in PIP_ONLY]
    pip = [need for need in asked if need.name.lower() in PIP_ONLY]
    lines = [
        "# The dependencies of pyproject.toml for conda; a test keeps the two equal.",
        "name: leadline",
        "channels:",
        "  - conda-forge",
        "dependencies:",
        f"  - python{project['requires-python']}",
        *(f"  - {_spec(need)}" for need in conda),
        "  - pip",
        "  - pip:",
        *(f"      - {_spec(need)}" for need in pip),
        "      - --no-deps --editable .",
    ]
    return "\n".join(lines) + "\n"


def _spec(need: Requirement) -> str:
    extras = f"[{','.join(sorted(need.extras))}]" if need.extras else ""
    order = sorted(need.specifier, key=lambda part: part.operator, reverse=True)
    return f"{need.name}{extras}{','.join(str(part) for part in order)}"


if __name__ == "__main__":
    (ROOT / "environment.yml").write_text(environment(), encoding="utf-8")
