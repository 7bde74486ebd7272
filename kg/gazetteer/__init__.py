"""Names, aliases, offices by date and ids of the actors of world politics, as tables with one small reader."""

from kg.gazetteer.entries import Entry, NameRole, Office, Organisation, Person, Place, State, Tenure
from kg.gazetteer.gazetteer import Gazetteer
from kg.gazetteer.names import fold

__all__ = ["Entry", "Gazetteer", "NameRole", "Office", "Organisation", "Person", "Place", "State", "Tenure", "fold"]
