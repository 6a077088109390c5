"""The README cannot drift: whatever the program has is in it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import typer.main
from typer.testing import CliRunner

from dragoman import models
from dragoman.cli import app, doctor, types
from dragoman.cli.extras import EXTRAS
from dragoman.cli.readers.formats import FORMATS as READ
from dragoman.cli.readers.records import FIELDS
from dragoman.cli.writers import columns, dyads
from dragoman.cli.writers.formats import FORMATS as WRITTEN
from dragoman.extract.actors import tables
from dragoman.extract.frames import lexicon
from dragoman.extract.pipeline import Extractor
from dragoman.models.schema import DESCRIPTIONS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ROWS = {tuple(cell.strip() for cell in line.strip("|").split("|")) for line in README.splitlines() if line[:1] == "|"}
FIRST = {row[0].strip("`") for row in ROWS}
COMMANDS: dict[str, Any] = typer.main.get_command(app.app).commands  # type: ignore[attr-defined]


def section(title: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    level = title.split()[0]
    found = re.search(rf"^{re.escape(title)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    """With all its options, in the table of commands or the one of options."""
    assert f"`dragoman {name}" in section("## Commands")
    for param in COMMANDS[name].params:
        for option in param.opts + param.secondary_opts:
            if option.startswith("-") and option not in ("-h", "--help"):
                assert f"`{option}`" in section("## Commands") or f"`{option} " in section("## Commands"), option


def test_every_command_has_examples() -> None:
    """In its help page."""
    for name, command in COMMANDS.items():
        assert f"  dragoman {name}" in command.epilog or f"dragoman {name} -" in command.epilog
        assert command.help


@pytest.mark.parametrize("row", types.table(), ids=lambda row: str(row["type"]))
def test_every_event_type_is_in_the_readme(row: dict[str, Any]) -> None:
    """With its codes, as the lexicon has them."""
    plover = "/".join(part for part in (row["plover"], row["mode"]) if part) or "-"
    assert (f"`{row['type']}`", plover, row["cameo"], row["is"]) in ROWS


@pytest.mark.parametrize("format", [*READ.values(), *WRITTEN.values()], ids=lambda format: str(format.name))
def test_every_format_is_in_the_readme(format: Any) -> None:
    """With its suffixes and the extra it needs."""
    suffixes = ", ".join(f"`{suffix}`" for suffix in format.suffixes)
    extra = f"extra `{format.extra}`" if format.extra else ""
    assert (f"`{format.name}`", suffixes, format.what, extra) in ROWS


@pytest.mark.parametrize("column", [*columns.COLUMNS, *dyads.COLUMNS], ids=lambda column: str(column.name))
def test_every_column_is_in_the_readme(column: Any) -> None:
    """Of the CSV and of the dyads."""
    assert (f"`{column.name}`", column.what) in ROWS


def test_the_columns_stand_in_their_order() -> None:
    """As they come in the file."""
    for title, names in (("### CSV", columns.NAMES), ("### Dyads", dyads.NAMES)):
        assert tuple(re.findall(r"^\| `(\w+)` \|", section(title), re.MULTILINE)) == names


@pytest.mark.parametrize(("path", "text"), DESCRIPTIONS.items())
def test_every_field_of_the_json_is_in_the_readme(path: str, text: str) -> None:
    """Under its record, with what it holds."""
    record, field = path.split(".")
    found = re.search(
        rf"^\*\*{record}\*\*$(.*?)(?=^\*\*|^### )", section("### JSON") + "\n### ", re.MULTILINE | re.DOTALL
    )
    assert found
    assert re.search(rf"^\| `{field}` \| .* \| {re.escape(text)} \|$", found[1], re.MULTILINE)


def test_every_record_is_in_the_readme() -> None:
    """With all its fields."""
    for kind in (models.Event, models.Actor, models.Place, models.Date, models.Evidence, models.Source):
        assert {field.name for field in fields(kind)} <= FIRST


def test_every_extra_is_in_the_readme() -> None:
    """As pyproject.toml has them."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = set(project["optional-dependencies"]) - {"dev"}
    assert extras == {*EXTRAS, "all"}
    assert extras <= FIRST
    assert {re.split(r"[<>=]", line)[0] for line in project["dependencies"]} == set(doctor.REQUIRED)


def test_every_field_that_can_be_mapped_is_in_the_readme() -> None:
    """Under --map."""
    (row,) = (row for row in ROWS if row[0].startswith("`--map"))
    assert all(f"`{name}`" in row[1] for name in FIELDS)


@pytest.mark.parametrize("key", sorted(lexicon._KEYS))
def test_every_key_of_a_word_file_is_in_the_readme(key: str) -> None:
    """In the table of keys."""
    assert re.search(rf"^\| .*`{key}`.* \| ", section("## Your own words"), re.MULTILINE)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("needs", lexicon.NEEDS),
        ("actor_kind", lexicon.KINDS),
        ("clause", lexicon.CLAUSES),
        ("side", lexicon.SIDES),
        ("content", lexicon.CONTENTS),
        ("factuality", lexicon.FACTUALITIES),
    ],
)
def test_every_value_of_a_key_is_in_the_readme(key: str, values: frozenset[str]) -> None:
    """In the row of the key."""
    (row,) = re.findall(rf"^\| .*`{key}`.* \| (.*) \|$", section("## Your own words"), re.MULTILINE)
    assert all(f"`{value}`" in row for value in values)


@pytest.mark.parametrize(("table", "keys"), tables.COLUMNS.items())
def test_every_table_of_actors_is_in_the_readme(table: str, keys: set[str]) -> None:
    """With its keys."""
    (row,) = (row for row in ROWS if len(row) == 3 and f"`{table}`" in row[0])
    assert all(f"`{key}`" in row[2] for key in keys)


def example(name: str, tmp_path: Path) -> Path:
    """A file of the README."""
    found = re.findall(rf"^<!-- example: {name} -->\n```toml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    path = tmp_path / f"{name}.toml"
    path.write_text(found[0], encoding="utf-8")
    return path


def told(extractor: Extractor, text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    """The events of a text: rule, codes of the actors and of the recipients."""
    found = extractor.events(models.Article("a", text, published=date(2023, 2, 21)))
    return [(e.rule, [a.code for a in e.actors], [r.code for r in e.recipients]) for e in found]


def test_the_words_of_the_readme_work(tmp_path: Path) -> None:
    """Two new triggers, and a built-in entry that is off; the examples come out as the file says."""
    path = example("words", tmp_path)
    ours, theirs = Extractor(), Extractor(lexicon_files=[path])
    riot, mock = "Britain read the riot act to Iran.", "Mexico poked fun at Guatemala."
    assert told(ours, riot) == [] and told(theirs, riot) == [("criticism/read-the-riot-act", ["GBR"], ["IRN"])]
    assert told(ours, mock) == [("criticism/mock", ["MEX"], ["GTM"])] and told(theirs, mock) == []
    assert CliRunner().invoke(app.app, ["check", str(path)]).output == "2 entries, 3 examples, 0 wrong\n"


def test_the_actors_of_the_readme_work(tmp_path: Path) -> None:
    """Names that are nobody's are known with the file alone."""
    text = "Hentzau arrived in Edelweiss on Monday. Calhoun accused Ruritania of piracy."
    assert told(Extractor(), text) == []
    assert told(Extractor(actor_files=[example("actors", tmp_path)]), text) == [
        ("visit/arrive", ["RUR"], ["GRK"]),
        ("accusation/accuse", ["GRK"], ["RUR"]),
    ]


def test_a_dictionary_of_petrarch_becomes_a_file_to_edit(tmp_path: Path) -> None:
    """Which says the same."""
    dictionary, ours = tmp_path / "a.txt", tmp_path / "a.toml"
    dictionary.write_text("RUPERT_HENTZAU_\n\t[RURGOV >210301]\nRURITANIA_ [RUR]\nGRAUSTARK_ [GRK]\n", encoding="utf-8")
    assert CliRunner().invoke(app.app, ["actors", "--convert", str(dictionary), "-o", str(ours)]).exit_code == 0
    text = "Hentzau accused Graustark of piracy. Graustark accused Ruritania of theft."
    rules = [("accusation/accuse", ["RUR"], ["GRK"]), ("accusation/accuse", ["GRK"], ["RUR"])]
    for path in (dictionary, ours):
        assert told(Extractor(actor_files=[path]), text) == rules


@pytest.mark.parametrize("name", ["run", "test"])
def test_the_lines_to_paste_are_one_line_each(name: str) -> None:
    """After their marker, in a block of code."""
    found = re.findall(rf"^<!-- line: {name} -->\n```sh\n(.*)\n```$", README, re.MULTILINE)
    assert len(found) == 1


def test_the_uv_lines_name_their_environment() -> None:
    """uv would otherwise install into whichever environment is active where the line is pasted."""
    lines = [line for line in README.splitlines() if "uv pip install" in line]
    assert len(lines) == 2
    assert all("uv pip install -q --python .venv " in line for line in lines)


def test_links_inside_the_readme_lead_somewhere() -> None:
    """Each anchor is a heading."""
    headings = re.findall(r"^#+ (.*)$", README, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", README)) <= anchors


def test_the_changelog_is_kept() -> None:
    """With the headings of Keep a Changelog."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(.+?)\]", text, re.MULTILINE)[0] == "Unreleased"
    allowed = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
    assert set(re.findall(r"^### (.*)$", text, re.MULTILINE)) <= allowed


def test_the_output_shown_is_real(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table at the head of the README is what the program prints."""
    found = re.search(r"^<!-- output: .* -->\n```\n\$ dragoman (.*)\n((?:.*\n)*?)```$", README, re.MULTILINE)
    assert found
    monkeypatch.setenv("COLUMNS", "118")
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(app.app, [*found[1].split(), "--format", "table"])
    shown = [line.rstrip() for line in result.stdout.strip().splitlines()]
    assert shown == found[2].strip().splitlines()
