"""The graph of each article: what it is, what it claims, and where in its text."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterator

from kg.ids import article_iri, claim_iri, fact_iri, mint
from kg.quads import decimal
from kg.types import Claim, Document, Literal, Quad, Resolution, Span, Term
from kg.vocab import DCTERMS, ID_BASE, NIF, SCHEMA, TYPE, dip


def article_quads(resolution: Resolution) -> Iterator[Quad]:
    """Write one graph an article, named by the article's IRI."""
    claims = _claims(resolution)
    mentions = _mentions(resolution)
    sentences = dict(resolution.sentences)
    for document in resolution.documents:
        article = _Article(document, sentences.get(document.id, ()))
        yield from article.described()
        for claim in claims[document.id]:
            yield from article.claim(claim)
        for entity, span in mentions[document.id]:
            yield from article.mention(entity, span)


def outlet_iri(publisher: str) -> str:
    """Mint the IRI of a news outlet from its name."""
    return mint("outlet", publisher)


def _claims(resolution: Resolution) -> dict[str, list[Claim]]:
    """Group claims by document; of claims that would share a node, the surest speaks."""
    best: dict[str, Claim] = {}
    for fact in resolution.facts:
        for claim in fact.claims:
            iri = _claim_iri(claim)
            if iri not in best or _rank(claim) > _rank(best[iri]):
                best[iri] = claim
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for claim in best.values():
        grouped[claim.evidence.document].append(claim)
    return grouped


def _rank(claim: Claim) -> tuple[float, str, str, str, Span]:
    words = (claim.attribution or "", claim.attribution_text or "", claim.value_text or "")
    return (claim.confidence, *words, claim.evidence.words)


def _claim_iri(claim: Claim) -> str:
    sentence = claim.evidence.sentence
    fact = fact_iri(claim.subject, claim.predicate, claim.object)
    return claim_iri(claim.evidence.document, sentence.start, sentence.end, fact, claim.modality)


def _mentions(resolution: Resolution) -> dict[str, list[tuple[str, Span]]]:
    grouped: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    named = [(entity.iri, entity.mentions) for entity in resolution.entities]
    named += [(node.iri, node.triggers) for node in resolution.nodes]
    for iri, mentions in named:
        for document, span in mentions:
            grouped[document].append((iri, span))
    return grouped


class _Article:
    """Writes the nodes of one article."""

    def __init__(self, document: Document, sentences: tuple[Span, ...]) -> None:
        self._document = document
        self._iri = article_iri(document.id)
        self._slug = self._iri.rsplit("/", 1)[-1]
        self._numbers = {span: number for number, span in enumerate(sentences, 1)}

    def described(self) -> Iterator[Quad]:
        """Write the article itself; what is not known of it is left out."""
        document = self._document
        yield self._quad(self._iri, TYPE, dip("Article"))
        yield self._quad(self._iri, f"{DCTERMS}identifier", Literal(document.id))
        digest = hashlib.sha256(document.text.encode(errors="replace")).hexdigest()
        yield self._quad(self._iri, dip("textSha256"), Literal(digest))
        if document.publisher:
            yield self._quad(self._iri, f"{SCHEMA}publisher", outlet_iri(document.publisher))
        if document.published:
            day = Literal(document.published.isoformat(), "date")
            yield self._quad(self._iri, f"{SCHEMA}datePublished", day)
        if document.url:  # a literal: what an article gives as its address need not be an IRI
            yield self._quad(self._iri, f"{SCHEMA}url", Literal(document.url, "anyURI"))
        for name, text in (
            ("headline", document.title),
            ("inLanguage", document.language),
            ("author", document.author),
        ):
            if text:
                yield self._quad(self._iri, SCHEMA + name, Literal(text))

    def claim(self, claim: Claim) -> Iterator[Quad]:
        """Write a claim and the sentence that bears it."""
        iri, sentence, words = _claim_iri(claim), self._sentence_iri(claim.evidence.sentence), claim.evidence.words
        yield from self._span(sentence, "Sentence", claim.evidence.sentence)
        described: list[tuple[str, Term]] = [
            (TYPE, dip("Claim")),
            (dip("states"), fact_iri(claim.subject, claim.predicate, claim.object)),
            (dip("evidence"), sentence),
            (dip("wordsBegin"), Literal(str(words.start), "integer")),
            (dip("wordsEnd"), Literal(str(words.end), "integer")),
            (dip("inArticle"), self._iri),
            (dip("modality"), dip(claim.modality)),
            (dip("confidence"), decimal(claim.confidence)),
        ]
        if claim.attribution:
            described.append((dip("attributedTo"), claim.attribution))
        for name, text in (("attributionText", claim.attribution_text), ("valueText", claim.value_text)):
            if text:
                described.append((dip(name), Literal(text)))
        yield from (self._quad(iri, predicate, term) for predicate, term in described)

    def mention(self, named: str, span: Span) -> Iterator[Quad]:
        """Write a mention and what it names."""
        iri = f"{ID_BASE}mention/{self._slug}-{span.start}-{span.end}"
        yield from self._span(iri, "Mention", span)
        yield self._quad(named, dip("denotedBy"), iri)

    def _sentence_iri(self, span: Span) -> str:
        number = self._numbers.get(span)
        name = f"{span.start}-{span.end}" if number is None else f"s{number:02d}"
        return f"{ID_BASE}sentence/{self._slug}-{name}"

    def _span(self, iri: str, kind: str, span: Span) -> Iterator[Quad]:
        yield self._quad(iri, TYPE, dip(kind))
        yield self._quad(iri, dip("inArticle"), self._iri)
        yield self._quad(iri, f"{NIF}referenceContext", self._iri)
        yield self._quad(iri, f"{NIF}beginIndex", Literal(str(span.start), "integer"))
        yield self._quad(iri, f"{NIF}endIndex", Literal(str(span.end), "integer"))
        yield self._quad(iri, f"{NIF}anchorOf", Literal(self._document.text[span.start : span.end]))

    def _quad(self, subject: str, predicate: str, term: Term) -> Quad:
        return Quad(subject, predicate, term, self._iri)
