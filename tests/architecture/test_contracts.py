"""The contracts of pyproject.toml are kept: imports, lint, format, types."""

import re
import subprocess
from pathlib import Path

import grimp
import pytest

from tests.helpers.house import ROOT

_TOOLS = ROOT / ".venv" / "bin"


def _passes(tool: str, *arguments: str) -> None:
    command = [str(_TOOLS / tool), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{Path(tool).name} says:\n{done.stdout}{done.stderr}"


def test_nobody_imports_what_the_plan_of_the_house_forbids() -> None:
    _passes("lint-imports")


def test_lint() -> None:
    _passes("ruff", "check", ".")


def test_format() -> None:
    _passes("ruff", "format", "--check", ".")


@pytest.mark.long
def test_types() -> None:
    _passes("mypy")


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    return grimp.build_graph("desktop", "ui", "sync", "resources", include_external_packages=True)


def _imported(graph: grimp.ImportGraph, package: str, of: str) -> dict[str, str]:
    """What modules of `package` import from `of`, each with one module that does."""
    return {
        name: module
        for module in graph.find_descendants(package)
        for name in graph.find_modules_directly_imported_by(module)
        if name.split(".")[0] == of
    }


def test_the_centre_takes_only_what_both_ends_share(imports: grimp.ImportGraph) -> None:
    """A list of what is forbidden would miss a new file. A slip of money is reckoned by the same SQL at both ends."""
    shared = re.compile(
        r"desktop\.(office.*|\w+\.(shift_)?(model|rules|tables|mutations)|cashier\.shift_(queries|again))"
    )
    strays = {
        name: module
        for name, module in _imported(imports, "sync.server", "desktop").items()
        if not shared.fullmatch(name)
    }
    assert not strays


def test_no_screen_reads_tables_or_applies_mutations(imports: grimp.ImportGraph) -> None:
    strays = {
        name: module
        for name, module in _imported(imports, "ui", "desktop").items()
        if name.split(".")[2:] in (["tables"], ["mutations"])
    }
    assert not strays


def test_an_old_migration_never_reads_live_tables(imports: grimp.ImportGraph) -> None:
    """A migration that imports today's models changes its meaning whenever they do."""
    migrations = [module for module in imports.modules if ".migrations.versions." in module]
    strays = {
        module: name
        for module in migrations
        for name in imports.find_modules_directly_imported_by(module)
        if name.startswith(("desktop.", "sync."))
    }
    assert not strays
