import pytest

from kg.errors import QueryError
from kg.graph.terms import find_node
from kg.store.oxigraph import OxigraphStore
from kg.types import Literal, Quad
from kg.vocab import ID_BASE, LABEL, SKOS

NAMES = [("person/a", "Anna Berg"), ("state/berg", "Berg"), ("topic/x", "Norland"), ("state/norland", "Norland")]
OTHER = [("person/a", "Berg"), ("person/a", "Präsidentin Berg"), ("person/b", "Smith"), ("person/c", "Smith")]


@pytest.fixture(scope="module")
def store():
    names = [Quad(ID_BASE + node, LABEL, Literal(text)) for node, text in NAMES]
    return OxigraphStore.memory([*names, *(Quad(ID_BASE + n, f"{SKOS}altLabel", Literal(t)) for n, t in OTHER)])


@pytest.mark.parametrize(
    ("text", "node"),
    [
        ("Anna Berg", "person/a"),
        ("anna berg", "person/a"),
        ("PRÄSIDENTIN BERG", "person/a"),
        ("Berg", "state/berg"),
        ("Norland", "state/norland"),
        ("person:z", "person/z"),
        (f"<{ID_BASE}person/z>", "person/z"),
        (f"{ID_BASE}person/z", "person/z"),
    ],
)
def test_an_actor_is_found_by_what_it_is_called(store, text, node):
    assert find_node(store, text, actors=True) == ID_BASE + node


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Smith", "person:b, person:c"),
        ("Nobody: at all", "nothing"),
        ("Berg 'x\"", "nothing"),
        ("nowhere:x", "nothing"),
    ],
)
def test_what_names_nothing_or_several_is_an_error(store, text, said):
    with pytest.raises(QueryError, match=said):
        find_node(store, text, actors=True)


def test_among_all_nodes_a_name_may_be_shared(store):
    with pytest.raises(QueryError, match="state:norland, topic:x"):
        find_node(store, "Norland")
