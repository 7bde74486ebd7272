"""Dates and amounts as terms of the graph; compound ones become nodes whose IRI spells the value."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache

from kg.ids import slug
from kg.types import Amount, Literal, Temporal, Term, Value
from kg.vocab import ID_BASE, dip

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_QUALIFIERS = {"about": "about ", "atLeast": "at least ", "upTo": "up to "}


@lru_cache(maxsize=20_000)
def day_literal(day: date) -> Literal:
    """Write a day as a literal."""
    return Literal(day.isoformat(), "date")


def day_label(day: date) -> str:
    """Write a day as people do.

    >>> day_label(date(2024, 5, 3))
    '3 May 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def span_label(earliest: date | None, latest: date | None) -> str:
    """Write a period as people do; whole months and years are named.

    >>> span_label(date(2024, 1, 1), date(2024, 12, 31)), span_label(date(2024, 5, 1), date(2024, 5, 31))
    ('2024', 'May 2024')
    """
    if earliest is None or latest is None:
        return (
            f"from {day_label(earliest)}"
            if earliest
            else f"until {day_label(latest)}"
            if latest
            else "at an unknown time"
        )
    if earliest == latest:
        return day_label(earliest)
    if (earliest.month, earliest.day, latest.month, latest.day) == (1, 1, 12, 31):
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year} to {latest.year}"
    whole_month = earliest.day == 1 and (latest.toordinal() + 1 == _first_of_next(earliest).toordinal())
    if whole_month:
        return f"{_MONTHS[earliest.month - 1]} {earliest.year}"
    return f"{day_label(earliest)} to {day_label(latest)}"


def when_term(temporal: Temporal) -> tuple[str, Term, Value | None] | None:
    """Give predicate, object and, for a period, its node; None when both ends are open."""
    if temporal.earliest is None and temporal.latest is None:
        return None
    if temporal.day is not None:
        return dip("date"), day_literal(temporal.day), None
    ends = [day.isoformat() if day else "open" for day in (temporal.earliest, temporal.latest)]
    iri = f"{ID_BASE}period/{ends[0]}--{ends[1]}"
    properties: list[tuple[str, Term]] = []
    if temporal.earliest:
        properties.append((dip("earliest"), day_literal(temporal.earliest)))
    if temporal.latest:
        properties.append((dip("latest"), day_literal(temporal.latest)))
    return dip("period"), iri, Value(iri, "Period", span_label(temporal.earliest, temporal.latest), tuple(properties))


def amount_term(amount: Amount) -> tuple[str, Term, Value | None]:
    """Give predicate, object and, where the amount is a node, the node."""
    if amount.unit == "percent_gdp":
        return dip("percentOfGDP"), Literal(number(amount.value), "decimal"), None
    qualifier = "" if amount.qualifier == "exactly" else amount.qualifier
    currency = len(amount.unit) == 3 and amount.unit.isupper()
    figure = str(round(amount.value)) if currency else number(amount.value)
    name = f"{amount.unit}-{figure}" if currency else f"{figure.replace('.', '_')}-{slug(amount.unit)}"
    kind = "money" if currency else "quantity"
    iri = f"{ID_BASE}{kind}/{name}" + (f"-{qualifier}" if qualifier else "")
    whole = "." not in figure
    properties: list[tuple[str, Term]] = [(dip("value"), Literal(figure, "integer" if whole else "decimal"))]
    properties.append((dip("currency" if currency else "unit"), Literal(amount.unit)))
    if qualifier:
        properties.append((dip("qualifier"), dip(qualifier)))
    spoken = f"{amount.unit} {_spoken(amount.value)}" if currency else f"{figure} {amount.unit}"
    label = _QUALIFIERS.get(qualifier, "") + spoken
    return dip("amount"), iri, Value(iri, "Money" if currency else "Quantity", label, tuple(properties))


def number(value: float) -> str:
    """Write a number in plain decimal digits.

    >>> number(2.0), number(27.5), number(5.5e11)
    ('2', '27.5', '550000000000')
    """
    return str(int(value)) if float(value).is_integer() else format(Decimal(repr(value)).normalize(), "f")


def _spoken(value: float) -> str:
    for scale, word in _SCALES:
        if value >= scale:
            return f"{number(round(value / scale, 3))} {word}"
    return f"{value:,.0f}"


def _first_of_next(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1) if day.year < date.max.year else date.max
