"""Closed classes of verbs in the language of diplomacy."""

from __future__ import annotations

from kg.extract.words import word_class

# ---------------------------------------------------------------- syntax
OBJECT_CONTROL = word_class(
    "urge ask invite tell order request persuade press push encourage allow permit enable force compel expect want "
    "help require beg implore instruct advise warn task authorize authorise pressure oblige appoint nominate remind "
    "convince lobby call entreat commission lead cause let make get forbid"
)
"""Verbs whose infinitive is done by their object: *urged Chad to sign*."""

WITH_INFINITIVE = word_class(
    "commit pledge vow promise agree decide plan undertake resolve seek refuse decline vote fail urge call press ask "
    "work intend offer threaten prepare want hope aim continue return travel"
)
"""Verbs whose infinitive the parser may take for a purpose."""

LIGHT_VERBS = word_class(
    "hold have pay make conduct give launch stage carry undertake take engage host convene open begin start resume "
    "conclude finish complete attend join lead chair co-chair deliver issue express voice offer extend send lodge file "
    "impose place provide sign reach strike ink seal do receive announce declare deepen continue enter schedule plan "
    "arrange mount perform wage commit face enact levy slap show display reiterate repeat convey co-host wrap "
    "round kick wind lend throw renew register obtain win enjoy"
)
"""Verbs that lend their subject and adjuncts to an event noun: *held talks with*, *issued a warning to*."""

GATHERINGS = word_class("summit meeting talk talks visit call conversation negotiation discussion dialogue conference")
"""Nouns of what is held *with* somebody."""

JOURNEYS = word_class("trip tour visit swing journey stop stopover layover")
"""Nouns of what whose it is does himself: *her tour continued to Lima*."""

STAGES = word_class("begin start open kick continue proceed end conclude finish wrap take bring lead")
"""Verbs that tell of a journey where a part of it takes place: *a tour of Asia that began in Lima*."""

SHARED_ACTS = word_class(
    "share exchange swap trade pool sever cut break suspend freeze restore resume normalise normalize end cancel "
    "reopen close renew upgrade downgrade scrap establish re-establish raise review explore discuss negotiate agree "
    "broach debate settle resolve compare forge"
)
"""Verbs that do not lend themselves to nouns, yet are done *with* somebody: *share secrets with*, *sever ties with*."""


# ---------------------------------------------------------------- speech and promises
REPORTING_VERBS = word_class(
    "say tell add state note explain declare announce report insist stress emphasize emphasise underline underscore "
    "claim argue suggest acknowledge admit concede confirm warn predict estimate believe think recall remark comment "
    "write quote allege assert maintain contend disclose reveal indicate observe repeat reiterate respond reply answer "
    "reaffirm affirm caution conclude continue describe express point tweet post signal hint joke ask urge demand call "
    "deny promise pledge vow propose agree complain charge accuse order testify boast counter retort stipulate read "
    "highlight inform brief outline hail praise welcome condemn hope expect intone shout cite tout lament quip go"
)
"""Verbs that can introduce what somebody says."""

TELLING_VERBS = word_class(
    "say tell announce add declare note state confirm assure insist stress emphasize emphasise repeat reiterate "
    "indicate inform write explain underline underscore disclose respond reply answer"
)
"""Verbs that introduce what their subject says as a fact, and so a promise of the subject's own."""

NO_ACTS = word_class(
    "be have become remain seem know see face feel think need want depend like stay suffer lose die happen find "
    "understand believe hear get benefit show prove look come mean speak say tell win arrive meet visit travel leave "
    "attend discuss talk go return hold"
)
"""Verbs of what somebody will be, know or face, which is no promised act, and of meeting and going."""

JUDGING_VERBS = word_class(
    "praise thank laud hail commend applaud congratulate salute credit honour honor celebrate compliment criticise "
    "criticize blame condemn denounce rebuke chide fault censure admire acclaim extol"
)
"""Verbs that tell what is thought of what their object has done: *praised Chad for its role*."""

NOMINATING = word_class("nominate recommend propose put")
"""Verbs of putting somebody forward, which is worth telling beside the promise to do so."""
