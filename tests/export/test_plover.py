import csv

import pytest

from kg.export.plover import COLUMNS, PloverExporter


@pytest.fixture(scope="module")
def rows(sample, tmp_path_factory):
    out = tmp_path_factory.mktemp("plover") / "events.csv"
    PloverExporter().export(sample, out)
    with out.open(encoding="utf-8") as file:
        return {row["event_id"]: tuple(row.values()) for row in csv.DictReader(file)}


def test_the_columns(sample, tmp_path):
    PloverExporter().export(sample, tmp_path / "out")
    assert (tmp_path / "out").read_text().splitlines()[0] == ",".join(COLUMNS)


@pytest.mark.parametrize(
    "expected",
    [
        (
            "2025-10-28-summit-takaichi-trump",
            "2025-10-28",
            "2025-10-28",
            "Donald Trump; Sanae Takaichi",
            "Donald Trump; Sanae Takaichi",
            "CONSULT",
            "",
            "",
            "Akasaka Palace",
            "actual",
            "Takaichi-Trump summit, 28 October 2025",
            "Daily Example; Example Broadcasting; Sample Wire",
        ),
        (
            "hypothetical-sanction-united-states-china",
            "",
            "",
            "United States",
            "China",
            "SANCTION",
            "discontinue",
            "economic",
            "",
            "hypothetical",
            "Possible US tariffs on China",
            "",
        ),
        (
            "2026-visit-takaichi-united-states",
            "2026-01-01",
            "2026-04-30",
            "Sanae Takaichi",
            "Donald Trump",
            "AGREE",
            "",
            "",
            "United States",
            "planned",
            "Visit of Takaichi to the United States",
            "",
        ),
    ],
)
def test_an_event_is_one_row(rows, expected):
    assert rows[expected[0]] == expected


def test_a_plain_statement_has_no_row(rows):
    assert "2025-10-28-takaichi-lead-in-defence" not in rows
