"""From what one article says of a thing to a telling of it, which can be compared with those of other articles."""

from __future__ import annotations

import re
from datetime import date, timedelta

from kg.resolve.article import Article
from kg.resolve.families import family
from kg.resolve.tellings import EARLIER, FURTHER, Telling, Window
from kg.resolve.words import VAGUE, stems
from kg.types import (
    AgreementMention,
    Amount,
    CommitmentMention,
    EventMention,
    Role,
    Span,
    StatementMention,
    Temporal,
)

PATIENT_ROLES = frozenset({"recipient", "addressee", "host"})
CONTENT_ROLES = frozenset({"place", "topic"})

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()  # noqa: SIM905
_OCCURRENCE = re.compile(
    rf"\b(?:(?P<ordinal>{'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))|last|previous|earlier|prior)"
    r"(?! (?:week|month|year|night|summer|autumn|winter|spring|\w+day)\b)(?:[ -][\w-]+){0,2} $",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r"\W*(?:(?:provide|give|grant|send|lend|pay|donate|invest)\w* )?(?:an? )?(?:further|additional|another)\b| again\b",
    re.IGNORECASE,
)
_DATELINE = timedelta(days=1)
"""An article may be dated the day before what it reports, by the time zone of its outlet."""

_MEALS = frozenset({"lunch", "luncheon", "dinner", "banquet", "breakfast", "supper", "tea"})
_AGAIN_OVER_A_MEAL = re.compile(rf"[^,.;]{{0,60}}\bagain over (?:an? )?(?:\w+ )?(?:{'|'.join(sorted(_MEALS))})\b")
_TOURS = frozenset({"tour", "swing", "trip", "journey"})
_SITE = re.compile(r" (?:an?|the) (?=[a-z])")
_SITE_TOURS = frozenset({"tour", "toured", "touring"})
_STOPS = frozenset({"stop", "stops", "stopover", "stopovers", "leg", "legs"})
_A_REGION = (
    r"(?:East |South |North |West |Southeast |Central |Latin )?"
    r"(?:Asia|Africa|Europe|America|Pacific|Gulf|Balkan|Caribbean|Middle East)\w*"
)
_REGION = re.compile(rf"(?:the )?{_A_REGION}", re.IGNORECASE)
_OF_SEVERAL = re.compile(
    rf"\b(?:overseas|foreign|regional|world|\w+-(?:nation|country|state|leg|stop|city)|{_A_REGION}) $", re.IGNORECASE
)


def window(temporal: Temporal | None) -> Window | None:
    """Give the days of a date; an open side stays as wide as the calendar."""
    if temporal is None or (temporal.earliest is None and temporal.latest is None):
        return None
    return temporal.earliest or date.min, temporal.latest or date.max


def event_telling(article: Article, event: EventMention) -> Telling:
    """Bring an event mention into the common form."""
    actors = tuple(role for role in event.roles if role.role not in CONTENT_ROLES)
    patients = article.iris_of(tuple(role for role in actors if role.role in PATIENT_ROLES))
    agents = article.iris_of(tuple(role for role in actors if role.role not in PATIENT_ROLES))
    trigger, before = article.text(event.trigger).lower(), article.text(Span(event.evidence.start, event.trigger.start))
    occurrence = _occurrence(before)
    if occurrence == EARLIER and trigger in _STOPS:
        occurrence = ""  # an earlier stop is one of the same journey
    after = article.text(Span(event.trigger.end, event.evidence.end))
    occurrence = occurrence or _further(after)
    dated = event.date is not None and event.evidence.contains(event.date.span)
    topics = _topics(event.roles)
    about = frozenset(word for role in event.roles if role.role == "topic" for word in article.about(role))
    return Telling(
        keys=((article.id, event.id),),
        type=event.type,
        agents=agents,
        patients=patients - agents,
        mentioned=article.iris_in(event.evidence),
        places=article.iris_of(tuple(role for role in event.roles if role.role == "place")),
        topics=topics,
        subjects=((about - VAGUE) | article.object(event.evidence, event.trigger, actors, event.attribution),),
        figures=article.figures(event.evidence),
        amounts=_amounts(event.amounts),
        when=None if (occurrence == EARLIER and not dated) or _to_come(event, article) else window(event.date),
        dated=dated,
        published=article.extraction.document.published,
        factuality=event.factuality,
        manner=_manner(event, trigger, before, after),
        occurrence=occurrence,
        position=event.trigger.start,
        sentences=frozenset({(article.id, event.evidence.start)}),
    )


def agreement_telling(article: Article, agreement: AgreementMention) -> Telling:
    """Bring an agreement into the common form; its name is its subject, or what follows a name that says nothing."""
    parties = agreement.parties + agreement.signatories
    named = stems(agreement.name).difference(_FORM_WORDS, *article.named(parties))
    topics = named | (_topics(agreement.topics) - _FORM_WORDS)
    at = agreement.evidence.start + max(0, article.text(agreement.evidence).find(agreement.name))
    about = article.object(agreement.evidence, Span(at, at + len(agreement.name)), parties) - _FORM_WORDS
    subject = topics - VAGUE
    if not subject or (agreement.event is not None and not named):
        subject |= about
    return Telling(
        keys=((article.id, agreement.id),),
        type=agreement.kind,
        agents=article.iris_of(agreement.parties + agreement.signatories),
        patients=frozenset(),
        mentioned=article.iris_in(agreement.evidence),
        places=frozenset(),
        topics=topics,
        subjects=(subject,),
        figures=article.figures(agreement.evidence),
        amounts=frozenset(),
        when=window(agreement.date),
        dated=agreement.date is not None and agreement.evidence.contains(agreement.date.span),
        published=article.extraction.document.published,
        factuality=agreement.factuality,
        manner="",
        occurrence="",
        position=agreement.evidence.start,
        sentences=frozenset({(article.id, agreement.evidence.start)}),
    )


def commitment_telling(article: Article, commitment: CommitmentMention) -> Telling:
    """Bring a commitment into the common form; its content is its subject."""
    topics = stems(commitment.content).union(_topics(commitment.topics))
    return Telling(
        keys=((article.id, commitment.id),),
        type="Commitment",
        agents=article.iris_of((commitment.by,)),
        patients=article.iris_of((commitment.to,) if commitment.to else ()),
        mentioned=article.iris_in(commitment.evidence),
        places=frozenset(),
        topics=topics,
        subjects=(topics - VAGUE,),
        figures=article.figures(commitment.evidence),
        amounts=_amounts((commitment.amount,) if commitment.amount else ()),
        when=window(commitment.deadline),
        dated=commitment.deadline is not None,
        published=article.extraction.document.published,
        factuality=commitment.factuality,
        manner="",
        occurrence=_further(commitment.content),
        position=commitment.evidence.start,
        sentences=frozenset({(article.id, commitment.evidence.start)}),
    )


def statement_telling(article: Article, statement: StatementMention) -> Telling:
    """Bring a statement into the common form; the words said are its subject."""
    return Telling(
        keys=((article.id, statement.id),),
        type="Statement",
        agents=article.iris_of((statement.speaker,) if statement.speaker else ()),
        patients=frozenset(),
        mentioned=frozenset(),
        places=frozenset(),
        topics=stems(statement.quote),
        subjects=(stems(statement.quote),),
        figures=frozenset(),
        amounts=frozenset(),
        when=window(statement.date),
        dated=False,
        published=article.extraction.document.published,
        factuality="actual",
        manner="direct" if statement.direct else "",
        occurrence="",
        position=statement.span.start,
        sentences=frozenset({(article.id, statement.evidence.start)}),
    )


_FORM_WORDS = stems(
    "document documents agreement deal pact framework joint statement signed fresh significant bilateral"
)
"""Words for the form of an agreement; they do not tell one from another."""


def _topics(roles: tuple[Role, ...]) -> frozenset[str]:
    return frozenset().union(*(stems(role.text) for role in roles if role.role == "topic"))


def _amounts(amounts: tuple[Amount, ...]) -> frozenset[tuple[str, float]]:
    return frozenset((amount.measure, amount.value) for amount in amounts)


def _manner(event: EventMention, trigger: str, before: str, after: str) -> str:
    """Tell a meal from the summit of which it is part, and tours of several states or of one site from visits.

    ``before`` and ``after`` are the words of the sentence up to the trigger and from it on.
    """
    if trigger in _MEALS or _AGAIN_OVER_A_MEAL.match(after):
        return "meal"
    if event.type != "Visit":
        return ""
    if trigger in _SITE_TOURS and _SITE.match(after):
        return "site"
    if trigger not in _TOURS or any(role.role == "host" for role in event.roles):
        return ""  # no state hosts a whole tour
    placed = any(role.role == "place" and not _REGION.fullmatch(role.text) for role in event.roles)
    return "tour" if _OF_SEVERAL.search(before) or (trigger in ("tour", "swing") and not placed) else ""


def _to_come(event: EventMention, article: Article) -> bool:
    """Tell whether the day of what has happened is still to come: it is that of the thing promised or demanded."""
    published, days = article.extraction.document.published, window(event.date)
    if event.factuality != "actual" or not family(event.type).topical or published is None or days is None:
        return False
    return days[0] >= published and days[1] > published + _DATELINE


def _occurrence(before: str) -> str:
    """Read which of several like things is meant, from the words before its noun.

    >>> _occurrence("Before the Sixth "), _occurrence("on his previous "), _occurrence("last week's ")
    ('6', 'earlier', '')
    """
    found = _OCCURRENCE.search(before)
    if found is None:
        return ""
    ordinal = (found["ordinal"] or "").lower()
    if not ordinal:
        return EARLIER
    return str(_ORDINALS.index(ordinal) + 1) if ordinal in _ORDINALS else ordinal[:-2]


def _further(words: str) -> str:
    """Tell whether something is promised, given or done beside what was before.

    >>> _further("a further 5 million euros"), _further("5 million euros for further work")
    ('further', '')
    """
    return FURTHER if _FURTHER.match(words) else ""
