"""The sample and a little more, all invented: a mediation, a sanction, a promise kept and one broken."""

MORE = """
@prefix dip: <https://w3id.org/dip/ontology#> .
@prefix plover: <https://w3id.org/dip/plover#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix article: <https://w3id.org/dip/id/article/> .
@prefix claim: <https://w3id.org/dip/id/claim/> .
@prefix fact: <https://w3id.org/dip/id/fact/> .
@prefix agreement: <https://w3id.org/dip/id/agreement/> .
@prefix commitment: <https://w3id.org/dip/id/commitment/> .
@prefix event: <https://w3id.org/dip/id/event/> .
@prefix group: <https://w3id.org/dip/id/group/> .
@prefix place: <https://w3id.org/dip/id/place/> .
@prefix state: <https://w3id.org/dip/id/state/> .
@prefix topic: <https://w3id.org/dip/id/topic/> .

event:talks a dip:Event , dip:Consultation , dip:Mediation ; rdfs:label "Fisheries talks" ; dip:factuality dip:actual ;
  dip:mediator group:white-house ; dip:participant group:white-house , state:china , state:japan ;
  dip:party state:china , state:japan ; dip:plover plover:CONSULT ; dip:topic topic:investment ;
  dip:earliest "2025-11-03"^^xsd:date ; dip:latest "2025-11-04"^^xsd:date .
event:embargo a dip:Event , dip:Sanction ; rdfs:label "Embargo" ; dip:factuality dip:actual ;
  dip:initiator state:china ; dip:recipient state:japan ; dip:participant state:china , state:japan ;
  dip:plover plover:SANCTION ; dip:earliest "2025-11-20"^^xsd:date ; dip:latest "2025-11-20"^^xsd:date .
event:expulsion a dip:Event , dip:Expulsion ; rdfs:label "Expulsion" ; dip:factuality dip:planned ;
  dip:initiator state:japan ; dip:recipient state:china ; dip:participant state:china , state:japan ;
  dip:plover plover:SANCTION ; dip:earliest "2025-12-01"^^xsd:date .
commitment:ships a dip:Commitment ; dip:content "China lets ships pass." ; dip:committedBy state:china ;
  dip:factuality dip:actual ; dip:deadline "2025-12-01"^^xsd:date ; dip:commitmentStatus dip:fulfilled .
commitment:loan a dip:Commitment ; dip:content "Japan lends to South Korea." ; dip:committedBy state:japan ;
  dip:committedTo state:south-korea ; dip:factuality dip:actual ; dip:commitmentStatus dip:abandoned .
fact:soon a dip:Fact ; rdf:subject commitment:loan ; rdf:predicate dip:deadline ; rdf:object "2026-02-01"^^xsd:date ;
  dip:status dip:alternative .
fact:late a dip:Fact ; rdf:subject commitment:loan ; rdf:predicate dip:deadline ; rdf:object "2026-05-01"^^xsd:date ;
  dip:status dip:accepted .
claim:c1 dip:states fact:soon ; dip:modality dip:asserted ; dip:inArticle article:old .
claim:c2 dip:states fact:late ; dip:modality dip:asserted ; dip:inArticle article:new .
claim:c3 dip:states fact:late ; dip:modality dip:denied ; dip:inArticle article:old .
article:old schema:datePublished "2025-11-01T10:00:00Z"^^xsd:dateTime .
article:new schema:datePublished "2025-11-09T10:00:00Z"^^xsd:dateTime .
state:japan dip:region "East Asia" .
agreement:code a dip:Agreement ; rdfs:label "Code of conduct" ; dip:factuality dip:actual ;
  dip:agreementStatus dip:inForce ;
  dip:party state:china , state:japan ; dip:topic topic:investment .
"""
SUMMIT, SIGNING = "Takaichi-Trump summit, 28 October 2025", "Signing of the Japan-US critical minerals framework"
YOKOSUKA, FRAMEWORK = "Visit of Takaichi and Trump to Yokosuka", "Japan-US framework on critical minerals"
CALL, XI = "Takaichi-Trump call, 25 October 2025", "Trump-Xi meeting, 30 October 2025"
DEADLINE, TREES = "Japan raises defence spending to 2 percent of GDP.", "Japan gives 250 cherry trees."
INVEST, LOAN, SHIPS = "Japan invests in the United States.", "Japan lends to South Korea.", "China lets ships pass."
US, JAPAN_US, CHINA_JAPAN = (
    "United States",
    {"first": "Japan", "second": "United States"},
    {"first": "China", "second": "Japan"},
)
ANSWERS = [
    ("dyad-timeline", JAPAN_US | {"to": "2025-10-27"}, [("2025-10-25", "2025-10-25", CALL, "actual")]),
    (
        "dyad-timeline",
        {"first": "Trump", "second": "Xi"},
        [("2025-10-30", "2025-10-30", XI, "planned")],
    ),
    ("dyad-curve", JAPAN_US, [("2025-10", "4", "0", "0", "0", "4")]),
    ("dyad-curve", CHINA_JAPAN, [("2025-11", "1", "0", "0", "1", "0")]),
    ("agreements-by-status", {}, [(FRAMEWORK, "Japan, United States", "2025-10-28")]),
    ("agreements-by-status", {"status": "inforce"}, [("Code of conduct", "China, Japan", None)]),
    (
        "agreements-between",
        JAPAN_US,
        [(FRAMEWORK, "critical minerals, rare earths", "signed", "2025-10-28")],
    ),
    ("agreements-between", CHINA_JAPAN, [("Code of conduct", "investment", "inForce", None)]),
    (
        "commitments-by-actor",
        {"who": "Japan"},
        [
            (None, DEADLINE, None, "2026-03-31", "pledged", "actual"),
            ("South Korea", LOAN, None, None, "abandoned", "actual"),
            (US, TREES, "250 cherry trees", None, "pledged", "actual"),
            (US, INVEST, "USD 550,000,000,000", None, "reaffirmed", "actual"),
        ],
    ),
    (
        "commitments-by-status",
        {},
        [("Japan", None, DEADLINE, None, "2026-03-31"), ("Japan", US, TREES, "250 cherry trees", None)],
    ),
    ("commitments-by-status", {"status": "fulfilled"}, [("China", None, SHIPS, None, "2025-12-01")]),
    ("commitments-due", {}, [("2026-03-31", "Japan", None, DEADLINE, "pledged")]),
    ("commitments-due", {"from": "2026-04-01"}, []),
    (
        "commitments-kept",
        {},
        [("kept", "China", None, SHIPS, "2025-12-01"), ("broken", "Japan", "South Korea", LOAN, None)],
    ),
    (
        "commitments-superseded",
        {},
        [(LOAN, "deadline", "2026-02-01", "2025-11-01", "2026-05-01", "2025-11-09", "true")],
    ),
    (
        "events-in-region",
        {"region": "east asia", "from": "2025-10-01"},
        [
            (SIGNING, "Akasaka Palace", "2025-10-28", "2025-10-28"),
            (SUMMIT, "Akasaka Palace", "2025-10-28", "2025-10-28"),
            (YOKOSUKA, "Yokosuka", "2025-10-28", "2025-10-28"),
        ],
    ),
    ("events-in-region", {"region": "Yokosuka"}, [(YOKOSUKA, "Yokosuka", "2025-10-28", "2025-10-28")]),
    ("events-in-region", {"region": "Europe"}, []),
    (
        "denied-by",
        {"who": "Government of Japan"},
        [
            (
                "Nomination of Trump for the Nobel Peace Prize",
                "Placeholder Times",
                "A Japanese government spokesman denied that Takaichi had promised to champion Trump for the Nobel"
                " Peace Prize.",
            )
        ],
    ),
    ("denied-by", {"who": "White House"}, []),
    (
        "quotes-on-topic",
        {"topic": "defence spending"},
        [
            (
                "2025-10-28",
                "Sanae Takaichi",
                "Donald Trump",
                "Japan will take the lead in strengthening its own defence",
            )
        ],
    ),
    (
        "quotes-by",
        {"who": "Trump"},
        [("2025-10-28", None, "US-Japan alliance", "This is a great alliance", "true")],
    ),
    (
        "holders-of-office",
        {"office": "Prime Minister of Japan"},
        [("2024-10-01", "2025-10-21", "Shigeru Ishiba"), ("2025-10-21", None, "Sanae Takaichi")],
    ),
    (
        "mediators",
        {},
        [
            ("White House", "China", "1", "2025-11-03", "2025-11-03"),
            ("White House", "Japan", "1", "2025-11-03", "2025-11-03"),
        ],
    ),
    (
        "visits",
        {"from": "2025-10-29"},
        [
            ("2025-10-29", "2025-10-29", "Donald Trump", "South Korea", None, "actual"),
            ("2026-01-01", "2026-04-30", "Sanae Takaichi", US, "Donald Trump", "planned"),
        ],
    ),
    (
        "sanctions",
        {"to": "2025-11-30"},
        [
            (None, US, "China", "Sanction", "trade tariffs", "hypothetical"),
            ("2025-11-20", "China", "Japan", "Sanction", None, "actual"),
        ],
    ),
    (
        "sanctions",
        {"from": "2025-11-30"},
        [
            (None, US, "China", "Sanction", "trade tariffs", "hypothetical"),
            ("2025-12-01", "Japan", "China", "Expulsion", None, "planned"),
        ],
    ),
    (
        "outlets",
        {},
        [
            ("Daily Example", "1", "4", "1"),
            ("Example Broadcasting", "1", "2", "1"),
            ("Placeholder Times", "1", "4", "2"),
            ("Sample Wire", "1", "5", "0"),
            ("Test Post", "1", "7", "4"),
        ],
    ),
    (
        "reported-only-by",
        {"outlet": "Placeholder Times"},
        [(CALL, "2025-10-25"), ("Visit of Trump to South Korea", "2025-10-29")],
    ),
    (
        "topics-of-dyad",
        JAPAN_US,
        [
            ("Taiwan Strait", "1"),
            ("critical minerals", "1"),
            ("denuclearisation of North Korea", "1"),
            ("rare earths", "1"),
        ],
    ),
    ("topics-of-dyad", CHINA_JAPAN, [("investment", "2")]),
    (
        "parts-of-event",
        {"event": SUMMIT},
        [
            ("agreement", FRAMEWORK, "2025-10-28"),
            ("event", SIGNING, "2025-10-28"),
            ("word", "Takaichi on defence", "2025-10-28"),
        ],
    ),
    ("most-active", {"least": "6"}, [("Donald Trump", "8"), ("Japan", "6"), ("Sanae Takaichi", "6")]),
    (
        "events-by-type",
        {"type": "visit"},
        [
            ("2025-10-28", "2025-10-28", YOKOSUKA, "Donald Trump, Sanae Takaichi", "actual"),
            ("2025-10-29", "2025-10-29", "Visit of Trump to South Korea", "Donald Trump", "actual"),
            (
                "2026-01-01",
                "2026-04-30",
                "Visit of Takaichi to the United States",
                "Donald Trump, Sanae Takaichi",
                "planned",
            ),
        ],
    ),
    (
        "events-by-type",
        {"type": "Mediation"},
        [("2025-11-03", "2025-11-04", "Fisheries talks", "China, Japan, White House", "actual")],
    ),
]
