"""Files, folders, globs and standard input become documents, or a reason why not."""

import gzip
import io
import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.read.content import LIMIT, decode
from kg.read.sources import open_sources
from kg.types import Document, Skipped

PAGE = """<html lang="en"><head><title>Ministers meet in Lima</title>
<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="2024-05-17">
</head><body><nav><a href="/">Home</a></nav><article><h1>Ministers meet in Lima</h1>
<p>Two ministers met in Lima on Friday to talk about fish, ports and the price of bread, an official said.</p>
<p>They agreed to set up a joint commission, which is to report before the end of the year, he added.</p>
</article><script>alert("Two")</script></body></html>"""


def write(path, content="They met.", **metadata):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if metadata:
        path.with_name(f"{path.stem}.meta.json").write_text(json.dumps(metadata))
    return path


def only(*sources, **defaults):
    (item,) = open_sources(sources, **defaults)
    return item


def ids(*sources):
    return [item.id if isinstance(item, Document) else item.reason for item in open_sources(sources)]


# ---------------------------------------------------------------- text
@pytest.mark.parametrize("name", ["lima.txt", "lima.md", "LIMA.TXT"])
def test_a_text_file(tmp_path, name):
    path = write(tmp_path / name, "They met.\r\nThey left. ")
    assert only(path) == Document(path.stem, "They met.\r\nThey left. ")


def test_the_byte_order_mark_is_no_text(tmp_path):
    assert only(write(tmp_path / "a.txt", b"\xef\xbb\xbfThey met.")).text == "They met."


def test_a_packed_text_with_sidecar(tmp_path):
    write(tmp_path / "lima.txt", publisher="Gazette").unlink()
    path = write(tmp_path / "lima.txt.gz", gzip.compress(b"They met."))
    assert only(path) == Document("lima", "They met.", publisher="Gazette")


def test_a_sidecar_gives_the_metadata(tmp_path):
    fields = {
        "id": "g-1",
        "title": "T",
        "url": "https://example.org/1",
        "publisher": "G",
        "language": "en",
        "author": "A",
    }
    path = write(tmp_path / "a.txt", published="2024-05-17", other=[1], **fields)
    assert only(path) == Document(text="They met.", published=date(2024, 5, 17), **fields)


def test_given_metadata_fill_gaps_alone(tmp_path):
    path = write(tmp_path / "a.txt", publisher="Own")
    item = only(path, published=date(2024, 5, 17), publisher="Given", url="https://example.org")
    assert (item.published, item.publisher, item.url) == (date(2024, 5, 17), "Own", "https://example.org")


# ---------------------------------------------------------------- dates
@pytest.mark.parametrize(
    "value", ["2024-05-17", "2024-05-17T08:15:00", "2024-05-17T23:30:00+09:00", "2024-05-17T08:15:00Z"]
)
def test_iso_dates_and_datetimes(tmp_path, value):
    assert only(write(tmp_path / "a.txt", published=value)).published == date(2024, 5, 17)


@pytest.mark.parametrize("value", [None, ""])
def test_no_date(tmp_path, value):
    assert only(write(tmp_path / "a.txt", published=value, title="T")).published is None


@pytest.mark.parametrize("value", ["17 May 2024", "2024-13-01", 5, "yesterday"])
def test_a_wrong_date_names_file_and_line(tmp_path, value):
    path = write(tmp_path / "a.txt")
    sidecar = tmp_path / "a.meta.json"
    sidecar.write_text('{\n "title": "T",\n "published": ' + json.dumps(value) + "\n}")
    with pytest.raises(InputError) as caught:
        only(path)
    assert str(caught.value) == f"{sidecar}:3: published = {value!r}; expected an ISO date such as 2024-05-17"


# ---------------------------------------------------------------- what is not read
SKIPPED = [
    (b"", "empty"),
    (b" \n\t\xef\xbb\xbf".strip(), "empty"),
    (b"\x89PNG\r\n\0\0", "binary"),
    (b"caf\xe9", "not UTF-8: unexpected end of data at byte 3"),
    (b"x" * (LIMIT + 1), "enormous: more than 5 MB"),
]


@pytest.mark.parametrize(("content", "reason"), SKIPPED)
def test_skipped_with_a_reason(tmp_path, content, reason):
    path = write(tmp_path / "a.txt", content)
    item = only(path)
    assert isinstance(item, Skipped)
    assert item.source == str(path)
    assert item.reason.startswith(reason)


def test_a_broken_archive_is_skipped(tmp_path):
    path = write(tmp_path / "a.txt.gz", gzip.compress(b"They met.")[:15])
    assert only(path).reason.startswith("cannot be unpacked")


def test_a_packed_bomb_is_enormous(tmp_path):
    assert only(write(tmp_path / "a.txt.gz", gzip.compress(b"x" * (LIMIT + 1)))).reason.startswith("enormous")


def test_an_unknown_kind_is_skipped(tmp_path):
    assert only(write(tmp_path / "a.docx")).reason.startswith("unknown kind of file; expected .txt, .md")


def test_a_missing_source(tmp_path):
    with pytest.raises(InputError, match="no such file or folder"):
        only(tmp_path / "none.txt")


def test_a_glob_without_matches(tmp_path):
    with pytest.raises(InputError, match="no file matches"):
        only(f"{tmp_path}/*.txt")


# ---------------------------------------------------------------- folders, ids, duplicates
def test_a_folder_is_read_with_its_subfolders(tmp_path):
    for name in ["b.txt", "a.txt", "deep/c.txt", ".hidden/d.txt", ".e.txt", "README.md"]:
        write(tmp_path / name, name, title="T")
    assert ids(tmp_path) == ["a", "b", "c"]


@pytest.mark.parametrize("pattern", ["*.txt", "**/*.txt", "[ab].txt"])
def test_a_glob(tmp_path, pattern):
    for name in ["b.txt", "a.txt"]:
        write(tmp_path / name, name)
    assert ids(f"{tmp_path}/{pattern}") == ["a", "b"]


def test_a_glob_that_the_shell_expanded(tmp_path):
    write(tmp_path / "a.txt", title="A")
    write(tmp_path / "README.md")
    assert ids(*tmp_path.iterdir()) == ["a"]


def test_a_readme_that_is_named_alone_is_read(tmp_path):
    assert ids(write(tmp_path / "README.md")) == ["README"]


def test_the_order_of_sources_does_not_matter(tmp_path):
    one, two = write(tmp_path / "one/a.txt", "One."), write(tmp_path / "two/a.txt", "Two.")
    assert ids(one, two) == ids(two, one, tmp_path)


def test_a_taken_id_gets_a_hash(tmp_path):
    write(tmp_path / "one/a.txt", "One.")
    write(tmp_path / "two/a.txt", "Two.")
    first, second = ids(tmp_path)
    assert first == "a"
    assert second.startswith("a-") and len(second) == 10


def test_the_same_text_again_is_a_duplicate(tmp_path):
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    assert ids(tmp_path) == ["a", "duplicate of a"]


def test_the_same_text_of_two_publishers_stands_twice(tmp_path):
    write(tmp_path / "a.txt", publisher="One")
    write(tmp_path / "b.txt", publisher="Two")
    write(tmp_path / "deep/a.txt", publisher="Three")
    assert len(set(ids(tmp_path))) == 3


# ---------------------------------------------------------------- JSON lines
def test_json_lines(tmp_path):
    lines = [
        {"id": "x", "text": "One.", "published": "2024-05-17"},
        {"text": "Two.", "publisher": "G"},
        {"id": 7, "text": "Three."},
    ]
    path = write(tmp_path / "all.jsonl", "\n".join(map(json.dumps, lines)) + "\n\n")
    assert list(open_sources([path])) == [
        Document("x", "One.", published=date(2024, 5, 17)),
        Document("all-2", "Two.", publisher="G"),
        Document("7", "Three."),
    ]


def test_json_lines_on_standard_input(monkeypatch):
    lines = b'\xef\xbb\xbf{"text": "One."}\r\n{"text": " "}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))
    assert list(open_sources(["-"])) == [Document("stdin-1", "One."), Skipped("<stdin>:2", "empty")]


def test_an_enormous_line_is_skipped_and_the_next_one_read(tmp_path):
    path = write(tmp_path / "a.jsonl", json.dumps({"text": "x" * LIMIT}) + '\n{"text": "One."}\n')
    assert ids(path) == ["enormous: more than 5 MB", "a-2"]


WRONG_LINES = [
    ("{", "no JSON: "),
    ("[1]", "a JSON list; expected an object"),
    ("{}", "text = None; expected the article as a string"),
    ('{"text": 5}', "text = 5; expected the article as a string"),
    ('{"text": "a", "publisher": []}', "publisher = []; expected a string"),
    ('{"text": "a", "published": "May"}', "published = 'May'; expected an ISO date such as 2024-05-17"),
    ('{"text": "\\ud800"}', "half a surrogate pair"),
    ("[" * 100_000, "no JSON: "),
]


@pytest.mark.parametrize(("line", "reason"), WRONG_LINES)
def test_a_wrong_line_names_file_and_line(tmp_path, line, reason):
    path = write(tmp_path / "a.jsonl", '{"text": "One."}\n' + line)
    with pytest.raises(InputError) as caught:
        list(open_sources([path]))
    assert str(caught.value).startswith(f"{path}:2: {reason}")


# ---------------------------------------------------------------- HTML
def test_a_page(tmp_path):
    item = only(write(tmp_path / "lima.html", PAGE))
    assert (item.id, item.title, item.publisher, item.published) == (
        "lima", "Ministers meet in Lima", "Harbour Gazette", date(2024, 5, 17),
    )  # fmt: skip
    assert "joint commission" in item.text
    assert "alert" not in item.text


def test_a_sidecar_wins_over_the_page(tmp_path):
    assert only(write(tmp_path / "lima.htm", PAGE, publisher="Own")).publisher == "Own"


@pytest.mark.parametrize("content", ["<html></html>", "no page", "<", "<p>"])
def test_a_page_without_article_is_skipped(tmp_path, content):
    assert only(write(tmp_path / "a.html", content)).reason == "no article found in the page"


@given(st.binary(max_size=40))
def test_any_bytes_decode_or_say_why(content):
    assert isinstance(decode(content), str | UnicodeDecodeError)
