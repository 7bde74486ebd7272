import pytest

from kg.graph.build import to_quads
from kg.store.oxigraph import OxigraphStore
from kg.types import Answer, Literal
from kg.view.resolution import from_resolution
from kg.view.rows import view_graph_from_rows, view_queries
from kg.vocab import ID_BASE, TYPE, dip
from tests.view import samples


@pytest.fixture(scope="module")
def answers() -> dict[str, Answer]:
    store = OxigraphStore.memory(to_quads(samples.small()))
    return {name: store.query(text, union=True) for name, text in view_queries().items()}


def test_the_graph_read_back_shows_what_the_resolution_shows(answers):
    assert view_graph_from_rows(answers) == from_resolution(samples.small(), samples.TEXTS)


def test_the_order_of_rows_does_not_matter(answers):
    turned = {name: Answer(answer.columns, answer.rows[::-1]) for name, answer in answers.items()}
    assert view_graph_from_rows(turned) == view_graph_from_rows(answers)


def claim(**terms: object) -> dict[str, Answer]:
    columns = {
        "claims": {
            "claim": f"{ID_BASE}claim/1",
            "fact": f"{ID_BASE}fact/1",
            "modality": dip("asserted"),
            "text": Literal("They met."),
            "begin": Literal("10", "integer"),
            **terms,
        },
        "facts": {
            "fact": f"{ID_BASE}fact/1",
            "subject": samples.SUMMIT,
            "predicate": TYPE,
            "object": dip("Meeting"),
            "status": dip("accepted"),
            "outlets": Literal("1", "integer"),
        },
    }
    empty = dict.fromkeys(view_queries(), Answer())
    return empty | {name: Answer(tuple(row), (tuple(row.values()),)) for name, row in columns.items()}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [("15", "18", "met"), ("3", "18", ""), ("15", "99", ""), ("18", "15", "")],
)
def test_words_outside_the_sentence_are_not_marked(begin, end, expected):
    rows = claim(wordsBegin=Literal(begin, "integer"), wordsEnd=Literal(end, "integer"))
    source = view_graph_from_rows(rows).facts[0].sources[0]
    assert source.sentence[source.start : source.end] == expected


def test_a_claim_of_which_little_is_known_still_has_its_sentence():
    source = view_graph_from_rows(claim()).facts[0].sources[0]
    assert (source.sentence, source.outlet, source.url, source.date) == ("They met.", "", "", "")
