"""What a resolution says of one article, in the terms of the gold annotations."""

from __future__ import annotations

from collections import defaultdict

from kg.score.article import ArticleFacts, Deal, Happening, Named, Position, Promise, Quotation, fold
from kg.types import Entity, Fact, Literal, Node, Resolution, Span, Term
from kg.vocab import local

EVENT_TYPES = {
    "meet": "Meeting Summit",
    "call": "PhoneCall",
    "visit": "Visit",
    "negotiate": "Negotiation",
    "mediate": "Mediation",
    "discuss": "Discussion Consultation",
    "sign": "Signing Ratification",
    "agree": "Understanding",
    "pledge": "Pledging",
    "cooperate": "Cooperation JointExercise IntelligenceSharing Recognition",
    "invest": "EconomicCooperation",
    "support": "Endorsement",
    "gift": "Gift",
    "aid": "AidDelivery",
    "concede": "Concession Apology Withdrawal Ceasefire Release",
    "request": "Request Invitation",
    "accuse": "Accusation Investigation",
    "reject": "Refusal Cancellation",
    "threaten": "Threat",
    "protest": "Demonstration DiplomaticProtest",
    "sanction": "Sanction Expulsion Downgrade",
    "mobilize": "MilitaryPosture",
    "coerce": "Coercion",
    "assault": "Attack",
    "appoint": "LeadershipChange Resignation",
    "vote": "Vote",
}
"""Type of the annotators to the classes of the ontology that mean it."""

TYPE_OF_CLASS = {name: kind for kind, names in EVENT_TYPES.items() for name in names.split()}
_FACTUALITY = {"disputed": "actual", "hypothetical": "possible", "denied": "negated"}
_KINDS = {"organisation": "organization", "group": "other"}
_TAKING_PART = (
    *("participant", "initiator", "recipient", "host", "visitor", "signatory", "mediator"),
    *("speaker", "addressee", "party"),
)


def predicted(resolution: Resolution, document: str) -> ArticleFacts:
    """Give what the articles' merged facts say, as far as one article bears them out."""
    return _Reading(resolution, document).facts()


class _Reading:
    """Reads the facts about each node that claims of one article support."""

    def __init__(self, resolution: Resolution, document: str) -> None:
        self._resolution = resolution
        self._document = document
        self._about: dict[str, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
        self._spans: dict[str, set[Span]] = defaultdict(set)
        for fact in resolution.facts:
            said = [claim for claim in fact.claims if claim.evidence.document == document]
            if said and fact.status == "accepted":
                self._about[fact.subject][local(fact.predicate)].append(fact)
            self._spans[fact.subject].update(claim.evidence.sentence for claim in said)

    def facts(self) -> ArticleFacts:
        nodes = [node for node in self._resolution.nodes if self._spans[node.iri]]
        return ArticleFacts(
            id=self._document,
            entities=tuple(self._entity(entity) for entity in self._resolution.entities if self._spans[entity.iri]),
            events=tuple(self._event(node) for node in nodes if node.types[0] in TYPE_OF_CLASS),
            agreements=tuple(
                Deal(node.iri, self._objects(node, "party") or self._objects(node, "signatory"), self._where(node))
                for node in nodes
                if "/agreement/" in node.iri
            ),
            commitments=tuple(self._promise(node) for node in nodes if "Commitment" in node.types),
            quotations=tuple(self._quotations(nodes)),
            positions=tuple(self._position(node) for node in nodes if "Tenure" in node.types),
        )

    def _entity(self, entity: Entity) -> Named:
        names = frozenset(fold(name) for name in (entity.label, *entity.aliases)) - {""}
        wikidata = entity.same_as and local(entity.same_as)
        return Named(entity.iri, _KINDS.get(entity.kind, entity.kind), names, wikidata)

    def _event(self, node: Node) -> Happening:
        modality = node.factuality or "actual"
        return Happening(
            id=node.iri,
            type=TYPE_OF_CLASS[node.types[0]],
            factuality=_FACTUALITY.get(modality, modality),
            participants=frozenset[str]().union(*(self._objects(node, role) for role in _TAKING_PART)),
            places=self._objects(node, "place"),
            date=self._date(node),
            spans=self._where(node),
        )

    def _promise(self, node: Node) -> Promise:
        shares = [float(text) for text in self._texts(node, "percentOfGDP")]
        values = {value.iri: value for value in self._resolution.values}
        for iri in sorted(self._objects(node, "amount")):
            shares += [
                float(term.value)
                for name, term in values[iri].properties
                if local(name) == "value" and isinstance(term, Literal)
            ]
        by = self._objects(node, "committedBy")
        return Promise(node.iri, by, shares[0] if shares else None, self._where(node))

    def _quotations(self, nodes: list[Node]) -> list[Quotation]:
        direct = [node for node in nodes if self._texts(node, "directQuote") == ["true"]]
        return [
            Quotation(self._objects(node, "speaker"), fold(words))
            for node in direct
            for words in self._texts(node, "quote")[:1]
        ]

    def _position(self, node: Node) -> Position:
        offices = {office.iri: office for office in self._resolution.offices}
        found = [offices[iri] for iri in sorted(self._objects(node, "office")) if iri in offices]
        words = frozenset(fold(found[0].label).split()) if found else frozenset[str]()
        holder = min(self._objects(node, "holder"), default="")
        return Position(holder, words, found[0].of if found else None)

    def _date(self, node: Node) -> str:
        days = self._texts(node, "date")
        if days:
            return days[0]
        periods = sorted(local(iri) for iri in self._objects(node, "period"))
        return periods[0].replace("--", "/").replace("open", "") if periods else ""

    def _terms(self, node: Node, name: str) -> list[Term]:
        return [fact.object for fact in self._about[node.iri][name]]

    def _objects(self, node: Node, name: str) -> frozenset[str]:
        return frozenset(term for term in self._terms(node, name) if isinstance(term, str))

    def _texts(self, node: Node, name: str) -> list[str]:
        return sorted(term.value for term in self._terms(node, name) if isinstance(term, Literal))

    def _where(self, node: Node) -> tuple[Span, ...]:
        return tuple(sorted(self._spans[node.iri]))
