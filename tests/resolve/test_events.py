"""Which tellings become one event, within an article and over articles."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kg.gazetteer import Gazetteer
from kg.resolve.article import Article
from kg.resolve.resolver import resolve
from kg.types import Attribution, Document, DocumentEntity, Extraction, Span

DAY = date(2031, 5, 13)


def events(*stories, **options):
    return [node for node in resolve([s.told() for s in stories], **options).nodes if "/event/" in node.iri]


def test_one_summit_told_in_three_sentences_is_one_event(summit):
    told = summit("a", "Berg met Okoye on Tuesday.", "The summit took two hours.", "They discussed fish quotas.")
    told.event("Meeting", "met", participant=[told.berg, told.okoye], day=DAY)
    told.event("Summit", "summit", at=1)
    told.event("Discussion", "discussed", at=2, participant=[told.berg, told.okoye], topics=["fish quotas"])
    (event,) = events(told)
    assert event.types == ("Summit",)
    assert event.iri.endswith("/2031-05-13-summit-berg-okoye")
    assert event.label == "Berg–Okoye summit, 13 May 2031"
    assert len(event.mentions) == 3


def test_a_leader_and_the_state_are_one_participant(summit):
    told = summit("a", "Berg met Okoye.", "Nordland and Sudmark held talks.")
    told.event("Meeting", "met", participant=[told.berg, told.okoye])
    told.event("Meeting", "talks", at=1, participant=[told.nordland, told.sudmark])
    assert len(events(told)) == 1


def test_ministers_do_not_meet_in_the_meeting_of_their_leaders(summit):
    told = summit("a", "Berg met Okoye on Tuesday.", "Minister Lund met minister Abiola on Tuesday.")
    lund, abiola = told.who("person", "Eva Lund"), told.who("person", "Ade Abiola")
    told.tenure(lund, "Defence Minister", told.nordland)
    told.tenure(abiola, "Defence Minister", told.sudmark)
    told.event("Meeting", "met", participant=[told.berg, told.okoye], day=DAY)
    told.event("Meeting", "met", at=1, participant=[lund, abiola], day=DAY)
    assert len(events(told)) == 2


def test_two_pledges_on_different_subjects_stay_two(summit):
    told = summit("a", "Berg pledged grain to Okoye.", "Berg pledged to rebuild the northern railway for Okoye.")
    told.event("Pledging", "pledged", initiator=told.berg, recipient=told.okoye, topics=["grain"])
    told.event("Pledging", "pledged", at=1, initiator=told.berg, recipient=told.okoye, topics=["northern railway"])
    assert len(events(told)) == 2


def test_one_pledge_told_in_headline_and_text_is_one(summit):
    told = summit("a", "Berg vows grain deliveries.", "Berg pledged deliveries of grain to Okoye.")
    told.event("Pledging", "vows", initiator=told.berg, topics=["grain deliveries"])
    told.event("Pledging", "pledged", at=1, initiator=told.berg, recipient=told.okoye, topics=["deliveries of grain"])
    assert len(events(told)) == 1


def test_two_promises_in_one_sentence_are_two(summit):
    told = summit("a", "Berg pledged grain and pledged more grain ships.")
    for trigger in ("pledged grain", "pledged more"):
        told.event("Pledging", trigger, initiator=told.berg, topics=["grain"])
    assert len(events(told)) == 2


def test_a_lunch_is_an_event_of_its_own_and_part_of_the_summit(summit):
    told = summit("a", "Berg met Okoye on Tuesday.", "Berg and Okoye had lunch during the summit.")
    told.event("Summit", "met", participant=[told.berg, told.okoye], day=DAY)
    told.event("Meeting", "lunch", at=1, participant=[told.berg, told.okoye], day=DAY)
    resolution = resolve([told.told()])
    parts = [fact for fact in resolution.facts if fact.predicate.endswith("#subEventOf")]
    assert [(p.subject.rsplit("/")[-1], p.object.rsplit("/")[-1]) for p in parts] == [
        ("2031-05-13-meal-berg-okoye", "2031-05-13-summit-berg-okoye")
    ]


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ({"day": DAY}, {"day": DAY}, 1),
        ({"day": DAY}, {"day": date(2031, 6, 2)}, 2),
        ({"day": date(2031, 5, 1), "to": date(2031, 5, 31)}, {"day": DAY}, 1),
        ({"day": DAY}, {}, 1),
        ({"day": date(2027, 1, 1), "to": date(2027, 12, 31)}, {}, 2),
    ],
    ids=["same day", "other day", "day in month", "undated beside news", "undated beside history"],
)
def test_days_join_and_part_meetings_over_articles(summit, first, second, count):
    a, b = summit("a", "Berg met Okoye."), summit("b", "Berg held talks with Okoye.")
    a.event("Meeting", "met", participant=[a.berg, a.okoye], **first)
    b.event("Meeting", "talks", participant=[b.berg, b.okoye], **second)
    assert len(events(a, b)) == count


@pytest.mark.parametrize(("factuality", "count"), [("planned", 1), ("actual", 2)])
def test_a_plan_may_be_told_for_different_days(summit, factuality, count):
    told = [summit("a", "Berg visits Sudmark."), summit("b", "Berg visits Sudmark.")]
    for one, later in zip(told, (0, 90), strict=True):
        day = DAY + timedelta(days=30 + later)
        one.event(
            "Visit", "visits", factuality=factuality, visitor=one.berg, host=one.sudmark, place=one.sudmark, day=day
        )
    assert len(events(*told)) == count


def test_planned_yesterday_and_held_today_is_one_event(summit):
    plan = summit("a", "Berg will meet Okoye on Tuesday.", published=date(2031, 5, 12))
    held = summit("b", "Berg met Okoye on Tuesday.", published=date(2031, 5, 13))
    plan.event("Meeting", "meet", factuality="planned", participant=[plan.berg, plan.okoye], day=DAY)
    held.event("Meeting", "met", participant=[held.berg, held.okoye], day=DAY)
    (event,) = events(plan, held)
    assert event.factuality == "actual"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("The fifth meeting of Berg and Okoye", "The sixth meeting of Berg and Okoye", 2),
        ("The 6th meeting of Berg and Okoye", "The sixth meeting of Berg and Okoye", 1),
        ("The fifth meeting of Berg and Okoye", "A meeting of Berg and Okoye", 1),
        ("The last meeting of Berg and Okoye", "A meeting of Berg and Okoye", 2),
        ("Last week's meeting of Berg and Okoye", "A meeting of Berg and Okoye", 1),
    ],
)
def test_occasions_are_counted(summit, first, second, count):
    a, b = summit("a", f"{first} went well."), summit("b", f"{second} went well.")
    for told in (a, b):
        told.event("Meeting", "meeting", participant=[told.berg, told.okoye])
    assert len(events(a, b)) == count


@pytest.mark.parametrize(("last", "count"), [(date(2031, 5, 6), 1), (DAY, 2)], ids=["a week before", "that very day"])
def test_the_last_visit_is_none_of_today(summit, last, count):
    earlier = summit("a", "Berg visited Sudmark.", published=date(2031, 5, 7))
    earlier.event("Visit", "visited", visitor=earlier.berg, place=earlier.sudmark, day=last)
    later = summit("b", "Berg recalled her last visit to Sudmark.", published=DAY)
    later.event("Visit", "visit", visitor=later.berg, place=later.sudmark)
    assert len(events(earlier, later)) == count


def test_a_day_taken_over_from_another_sentence_keeps_nothing_apart(summit):
    a = summit("a", "On Tuesday Berg and Okoye agreed to dredge the strait for grain ships.")
    b = summit("b", "The envoys left on Sunday.", "Berg and Okoye agreed to dredge the strait for grain ships.")
    a.event("Understanding", "agreed", participant=[a.berg, a.okoye], day=DAY)
    b.event("Understanding", "agreed", at=1, participant=[b.berg, b.okoye], day=date(2031, 5, 11))
    sunday = b.find("Sunday")
    b.events[0] = replace(b.events[0], date=replace(b.events[0].date, span=sunday))
    assert len(events(a, b)) == 1


def test_one_whom_the_sentence_only_mentions_may_take_part(summit):
    a, b = summit("a", "Anna Berg met Paul Okoye."), summit("b", "Paul Okoye received Anna Berg.")
    a.event("Meeting", "met", participant=a.berg, day=DAY)
    b.event("Meeting", "received", participant=b.okoye, day=DAY)
    assert len(events(a, b)) == 1


def test_a_group_without_a_name_may_be_anybody(summit):
    a, b = summit("a", "Berg met Okoye on Tuesday."), summit("b", "The ministers met on Tuesday.")
    a.event("Meeting", "met", participant=[a.berg, a.okoye], place=a.nordland, day=DAY)
    b.event("Meeting", "met", participant=b.who("group", "ministers"), place=b.nordland, day=DAY)
    assert len(events(a, b)) == 1


def test_two_acts_of_one_day_need_a_common_subject(summit):
    a, b = summit("a", "On Tuesday Berg praised the harvest law."), summit("b", "On Tuesday Berg praised old sailors.")
    for told in (a, b):
        told.event("Endorsement", "praised", initiator=told.berg, day=DAY)
    assert len(events(a, b)) == 2


def test_a_meeting_that_one_article_asserts_and_another_denies_is_disputed(summit):
    said, denied = summit("a", "Berg met Okoye."), summit("b", "Berg did not meet Okoye, Nordland said.")
    said.event("Meeting", "met", participant=[said.berg, said.okoye])
    denied.event(
        "Meeting", "meet", factuality="denied", source=denied.nordland, participant=[denied.berg, denied.okoye]
    )
    (event,) = events(said, denied)
    assert event.factuality == "disputed"


def test_said_and_denied_is_disputed(summit):
    said = summit("a", "Berg asked Okoye to close the northern strait.")
    denied = summit("b", "Berg did not ask Okoye to close the northern strait, Nordland said.")
    told = {"initiator": said.berg, "recipient": said.okoye, "topics": ["northern strait"], "day": DAY}
    said.event("Request", "asked", **told)
    denied.event("Request", "ask", factuality="denied", source=denied.nordland, **told)
    (event,) = events(said, denied)
    assert event.factuality == "disputed"


def test_visits_to_different_states_stay_apart(summit):
    told = summit("a", "Berg visited Sudmark.", "Berg visited Westerland.")
    told.event("Visit", "visited", visitor=told.berg, place=told.sudmark)
    told.event("Visit", "visited", at=1, visitor=told.berg, place=told.who("state", "Westerland"))
    assert len(events(told)) == 2


def test_an_outing_with_the_host_is_not_the_visit(summit):
    told = summit("a", "Berg arrived in Peru.", "Berg and Okoye flew to Callao in Peru.")
    peru, callao = told.who("state", "Peru", country="peru"), told.who("place", "Callao", country="peru")
    told.event("Visit", "arrived", visitor=told.berg, place=peru, host=peru)
    told.event("Visit", "flew", at=1, visitor=[told.berg, told.okoye], place=[callao, peru])
    assert len(events(told, gazetteer=Gazetteer.load())) == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("Berg began her Asia tour.", "Berg is on a three-nation tour.", 1),
        ("Berg began her Asia tour.", "Berg made a trip to Sudmark.", 2),
    ],
    ids=["two tours", "a tour and one of its stops"],
)
def test_a_tour_is_none_of_its_stops(summit, first, second, count):
    word = "tour" if "tour" in second else "trip"
    one, other = summit("a", first), summit("b", second)
    one.event("Visit", "tour", visitor=one.berg)
    other.event("Visit", word, visitor=other.berg, **({} if word == "tour" else {"place": other.sudmark}))
    assert len(events(one, other)) == count


def test_the_source_behind_an_act_is_not_its_subject():
    text = "Berg would recommend Okoye for the harbour prize, court spokeswoman Ida Lund said."
    article = Article(Extraction(Document("a", text)), {})
    verb, source = (
        Span(text.index(w), text.index(w) + len(w)) for w in ("recommend", "court spokeswoman Ida Lund said")
    )
    told = Attribution(text[source.start : source.end], source)
    assert article.object(Span(0, len(text)), verb, (), told) == {"okoy", "harbou", "priz"}


def test_every_union_of_tellings_says_why(summit):
    told = summit("a", "Berg met Okoye on Tuesday.", "The summit took two hours.")
    told.event("Meeting", "met", participant=[told.berg, told.okoye], day=DAY)
    told.event("Summit", "summit", at=1)
    other = summit("b", "Okoye and Berg met on Tuesday.")
    other.event("Meeting", "met", participant=[other.berg, other.okoye], day=DAY)
    resolution = resolve([told.told(), other.told()])
    merges = [merge for merge in resolution.merges if "/event/" in merge.node]
    assert {(merge.left, merge.right) for merge in merges} == {(("a", "e0"), ("a", "e1")), (("a", "e0"), ("b", "e0"))}
    assert all(merge.features and merge.score == pytest.approx(sum(v for _, v in merge.features)) for merge in merges)


def test_a_subject_is_one_by_whatever_name(summit):
    a = summit("a", "Berg and Okoye affirmed their ties with Westerland.")
    b = summit("b", "Berg and Okoye affirmed their ties with Vesta.")
    for told, name in ((a, "Westerland"), (b, "Vesta")):
        told.entities.append(DocumentEntity("w", "state", name, iri="https://w3id.org/dip/id/state/westerland"))
        told.event("Understanding", "affirmed", participant=[told.berg, told.okoye])
    assert len(events(a, b)) == 1


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ("Okoye welcomed this move.", 1),
        ("Okoye welcomed the rains.", 2),
    ],
)
def test_what_this_move_is_stands_in_the_sentence_before(summit, second, count):
    a = summit("a", "Berg promised to open the northern railway.", second)
    b = summit("b", "Okoye welcomed the promise to open the northern railway.")
    a.event("Endorsement", "welcomed", at=1, initiator=a.okoye, day=DAY)
    b.event("Endorsement", "welcomed", initiator=b.okoye, day=DAY)
    assert len(events(a, b)) == count


def test_the_summit_is_the_one_held_there_and_not_the_meeting_told_last(summit):
    told = summit("a", "Berg and Okoye exchanged views in Elin.", "Berg met sailors.", "The summit in Elin was long.")
    elin = told.who("place", "Elin")
    told.event("Discussion", "exchanged", participant=[told.berg, told.okoye], place=elin, day=DAY)
    told.event("Meeting", "met", at=1, participant=[told.berg, told.who("group", "sailors")], day=DAY)
    told.event("Summit", "summit", at=2, place=elin)
    assert {event.label for event in events(told)} == {
        "Berg–Okoye summit, 13 May 2031",
        "Berg–sailors meeting, 13 May 2031",
    }


def test_an_act_ends_where_the_same_speaker_says_the_next(summit):
    a = summit("a", "Berg pledged to dredge the strait and told Okoye the price of grain, wool, hides, tin and copper.")
    b = summit("b", "Berg pledged the dredging of the shallow northern strait.")
    for told in (a, b):
        told.event("Pledging", "pledged", initiator=told.berg)
    assert len(events(a, b)) == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (["Westerland", "Eastmark", "Isle", "Berg"], ["Westerland", "Eastmark", "Isle", "Okoye"], 1),
        (["Westerland", "Eastmark", "Berg"], ["Westerland", "Eastmark", "Okoye"], 2),
    ],
    ids=["a conference", "two talks of three"],
)
def test_each_article_lists_whom_its_readers_know(summit, first, second, count):
    stories = summit("a", "The conference opened."), summit("b", "The conference opened.")
    for told, names in zip(stories, (first, second), strict=True):
        told.event("Meeting", "opened", participant=[told.who("state", name) for name in names], day=DAY)
    assert len(events(*stories)) == count


@pytest.mark.parametrize(("group", "count"), [("the two foreign ministers", 1), ("veterans", 2)])
def test_the_two_ministers_may_be_those_who_are_named(summit, group, count):
    a, b = summit("a", "Berg met Okoye over herring quotas."), summit("b", "Berg met them in the hall of mirrors.")
    a.event("Meeting", "met", participant=[a.berg, a.okoye], day=DAY)
    b.event("Meeting", "met", participant=[b.berg, b.okoye, b.who("group", group)], day=DAY)
    assert len(events(a, b)) == count


@pytest.mark.parametrize(
    ("factuality", "day", "count"), [("planned", date(2032, 1, 1), 1), ("actual", date(2031, 1, 1), 2)]
)
def test_a_plan_has_the_day_of_its_announcement_and_its_own(summit, factuality, day, count):
    a, b = summit("a", "Berg waived visas for sailors."), summit("b", "Berg will waive visas for sailors.")
    a.event("Concession", "waived", initiator=a.berg, topics=["visas for sailors"], day=DAY)
    b.event("Concession", "waive", factuality=factuality, initiator=b.berg, topics=["visas for sailors"], day=day)
    assert len(events(a, b)) == count


def test_what_was_promised_did_not_happen_on_the_day_it_is_due(summit):
    a, b = (
        summit("a", "Berg promised to dredge the strait."),
        summit("b", "Berg promised to dredge the strait in 2033."),
    )
    a.event("Pledging", "promised", initiator=a.berg, day=DAY)
    b.event("Pledging", "promised", initiator=b.berg, day=date(2033, 1, 1), to=date(2033, 12, 31))
    assert len(events(a, b)) == 1


def test_troops_act_for_their_state(summit):
    a, b = summit("a", "Nordland shelled Elin."), summit("b", "Nordland troops shelled Elin.")
    a.event("Attack", "shelled", initiator=a.nordland, place=a.who("place", "Elin"), day=DAY)
    b.event("Attack", "shelled", initiator=b.who("group", "Nordland troops"), place=b.who("place", "Elin"), day=DAY)
    assert len(events(a, b)) == 1


def test_a_rare_figure_brings_two_tellings_together(summit):
    a = summit("a", "Berg promised to free 40 prisoners.", published=date(2031, 3, 1))
    b = summit("b", "Berg had promised 40.", published=date(2031, 4, 12))
    for told in (a, b):
        told.event("Pledging", "promised", initiator=told.berg)
    assert len(events(a, b)) == 1


def test_one_wording_in_common_is_enough_whatever_else_an_article_says_of_it(summit):
    a = summit(
        "a",
        "Berg pledged to dredge the northern strait.",
        "Berg pledged to dredge the strait for ships of sixty tons, ferries, barges and tugs.",
    )
    b = summit("b", "Berg pledged to dredge the northern strait with herring money.")
    for at in (0, 1):
        a.event("Pledging", "pledged", at=at, initiator=a.berg, day=DAY)
    b.event("Pledging", "pledged", initiator=b.berg)
    assert len(events(a, b)) == 1


@pytest.mark.parametrize(("again", "count"), [(" again", 2), ("", 1)])
def test_who_met_again_in_one_sentence_met_twice(summit, again, count):
    told = summit("a", f"Berg and Okoye held talks, and the two met{again} in the evening.")
    for word in ("talks", "met"):
        told.event("Meeting", word, participant=[told.berg, told.okoye], day=DAY)
    assert len(events(told)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (("Berg met Okoye for talks.", "met"), ("Berg met Okoye again over dinner.", "met"), 2),
        (("Okoye gave a dinner for Berg.", "dinner"), ("Berg met Okoye again over dinner.", "met"), 1),
    ],
    ids=["talks and a meal", "one meal"],
)
def test_a_meal_is_not_the_talks(summit, first, second, count):
    tellings = [summit("a", first[0]), summit("b", second[0])]
    for told, (_, trigger) in zip(tellings, (first, second), strict=True):
        told.event("Meeting", trigger, participant=[told.berg, told.okoye], day=DAY)
    assert len(events(*tellings)) == count


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [("visited Sudmark", "toured a shipyard", 2), ("toured the shipyard", "toured a shipyard", 1)],
)
def test_the_tour_of_a_site_is_not_the_visit(summit, first, second, count):
    tellings = [summit("a", f"Berg {first}."), summit("b", f"Berg {second}.")]
    for told, words in zip(tellings, (first, second), strict=True):
        told.event("Visit", words.split()[0], visitor=told.berg, place=told.sudmark, day=DAY)
    assert len(events(*tellings)) == count


@pytest.mark.parametrize(("second", "count"), [("a further 5 million crowns", 2), ("5 million crowns", 1)])
def test_a_further_sum_is_not_the_one_given_before(summit, second, count):
    a = summit("a", "Berg promised 5 million crowns to Sudmark.", published=date(2031, 4, 20))
    b = summit("b", f"Berg promised {second} to Sudmark.")
    for told in (a, b):
        told.event("Pledging", "promised", initiator=told.berg, recipient=told.sudmark, topics=["5 million crowns"])
    assert len(events(a, b)) == count


@pytest.mark.parametrize(
    ("text", "trigger"),
    [("Berg is on a three-nation tour.", "tour"), ("Berg is on his longest overseas journey.", "journey")],
)
def test_a_tour_of_several_states_is_none_of_its_stops(summit, text, trigger):
    told = summit("a", text, "He visited Sudmark.")
    told.event("Visit", trigger, visitor=told.berg)
    told.event("Visit", "visited", at=1, visitor=told.berg, place=told.sudmark)
    assert len(events(told)) == 2


@pytest.mark.parametrize(
    ("text", "trigger", "count"),
    [("Berg began a tour of Africa.", "tour", 1), ("Berg's South Africa trip went well.", "trip", 2)],
)
def test_a_tour_is_told_by_the_region_that_it_is_of(summit, text, trigger, count):
    """A state that has the name of a region in it is visited, and hosts the visit."""
    first, second = summit("a", "Berg began her Africa tour."), summit("b", text)
    first.event("Visit", "tour", visitor=first.berg, place=first.who("place", "Africa"))
    if count == 1:
        second.event("Visit", trigger, visitor=second.berg, place=second.who("place", "Africa"))
    else:
        state = second.who("state", "South Africa")
        second.event("Visit", trigger, visitor=second.berg, place=state, host=state)
    assert len(events(first, second)) == count


def test_an_earlier_stop_of_a_journey_is_no_earlier_visit(summit):
    tour, stop = summit("a", "Berg's previous stop was Sudmark."), summit("b", "Berg visited Sudmark.")
    tour.event("Visit", "stop", visitor=tour.berg, place=tour.sudmark)
    stop.event("Visit", "visited", visitor=stop.berg, place=stop.sudmark)
    assert len(events(tour, stop)) == 1


def test_an_open_period_is_compared_with_the_days_it_covers(summit):
    tour, other = summit("a", "Berg is on a tour from Friday."), summit("b", "Berg's regional tour went well.")
    tour.event("Visit", "tour", visitor=tour.berg, day=DAY - timedelta(days=4), to=date.max)
    other.event("Visit", "tour", visitor=other.berg)
    assert len(events(tour, other)) == 1


def test_two_towns_of_one_country_are_two_visits(summit):
    a = summit("a", "Berg arrived in Elin on her visit to Sudmark.")
    b = summit("b", "Berg will visit Port Osk.")
    a.event("Visit", "arrived", visitor=a.berg, place=[a.sudmark, a.who("place", "Elin", country="sudmark")])
    b.event("Visit", "visit", visitor=b.berg, place=[b.sudmark, b.who("place", "Port Osk", country="sudmark")])
    assert len(events(a, b)) == 2


def test_a_strait_that_is_spoken_of_is_a_subject_even_where_it_was_taken_for_the_place(summit):
    a = summit("a", "Berg and Okoye affirmed order in Elin Strait.")
    b = summit("b", "Berg and Okoye affirmed patrols across Elin Strait.")
    for told, roles in ((a, ["place"]), (b, [])):
        strait = told.who("place", "Elin Strait")
        told.event(
            "Understanding", "affirmed", participant=[told.berg, told.okoye], day=DAY, **dict.fromkeys(roles, strait)
        )
    assert len(events(a, b)) == 1
