import pytest

from kg.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer():
    return Gazetteer.load()


@pytest.fixture
def table(tmp_path):
    """Write a table with tabs between the cells, given with bars of spaces: ``a | b``."""

    def write(text, name="mine.tsv"):
        path = tmp_path / name
        lines = [[cell.strip() for cell in line.split(" | ")] for line in text.strip().splitlines()]
        path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
        return path

    return write
