"""Closed word classes of the language of diplomacy that several modules share."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words(
    "mr mrs ms miss dr sir dame lord lady prof professor rev reverend sheikh ayatollah hon h.e judge hajj sayyid"
)

OFFICE_HEADS = _words(
    "president premier chancellor minister secretary king queen emir sultan prince princess crown ambassador envoy "
    "spokesman spokeswoman spokesperson spokesmen chief head director chairman chairwoman chair chairperson commander "
    "general admiral adviser advisor leader governor mayor senator representative commissioner speaker lawmaker ceo "
    "undersecretary negotiator diplomat judge prosecutor pope archbishop bishop colonel lieutenant major captain marshal "
    "vice-president taoiseach ayatollah consul rapporteur coordinator counsel counsellor counselor deputy congressman "
    "congresswoman founder executive administrator inspector pm mp sen rep gov gen col lt adm amb official president-elect "
    "treasurer attorney monarch emperor empress shah caliph dictator ruler strongman co-chair delegate member "
    "vice-chairman vice-premier vice-minister secretary-general director-general aide economist analyst expert scholar "
    "professor fellow researcher owner manager officer candidate politician activist author editor reporter journalist"
)
"""Nouns that name an office or function a person may hold."""

OFFICE_MODIFIERS = _words(
    "foreign prime defence defense finance interior economy economic trade vice deputy acting interim assistant under top "
    "chief senior special national security state general supreme permanent high public home justice health energy "
    "agriculture agricultural transport environment information culture education labor labour commerce industry "
    "foreign-policy military naval army air force police opposition party parliamentary presidential government de facto "
    "first second new newly current incumbent elected associate executive managing regional federal civil joint caretaker "
    "treasury budget affairs relations political press chancellery cabinet crown spiritual human rights nuclear "
    "climate peace un u.n. us u.s. eu chief-of-staff long-time longtime veteran female male junior resident"
)
"""Words that stand before an office head within a title."""

RULER_HEADS = _words(
    "president premier chancellor minister king queen emir sultan leader pm taoiseach monarch emperor prince ruler "
    "president-elect dictator"
)

STATE_ORGANS = _words(
    "government official officials spokesman spokeswoman spokesperson side delegation authorities authority administration "
    "regime diplomat diplomats negotiator negotiators troops forces military army navy soldiers police officer officers "
    "state leadership cabinet envoy envoys delegates representatives statement warships warplanes jets aircraft ships "
    "commanders generals planes fighters bombers frigate destroyer team source sources people nation "
    "coastguard rulers mission party-state marines gunboats helicopters drones missiles "
    "missile artillery tanks vessels vessel warship plane jet submarine submarines drone airstrikes ministers aides"
).union({"armed", "air", "coast"})
"""Common nouns that, with a state before them, stand for the state: *Chadian officials*, *the Danish side*."""

PERSON_GROUPS = _words(
    "leaders presidents ministers premiers heads men women counterparts politicians statesmen pair duo trio allies "
    "monarchs kings chiefs diplomats envoys"
)
UNOFFICIAL = _words(
    "business religious opposition rebel tribal community industry labour labor union student youth church corporate "
    "separatist guerrilla militia local terrorist civic indigenous spiritual thought former company academic"
)
"""What leaders and representatives may be of without standing for a state."""
STATE_GROUPS = _words(
    "countries nations sides states governments parties neighbours neighbors delegations allies partners capitals rivals powers economies foes neighbors adversaries militaries"
)

PLACE_NOUNS = _words(
    "city town capital port base carrier ship island province region district village airport palace resort venue "
    "residence hotel cathedral church mosque headquarters compound estate ranch headquarter area territory border "
    "peninsula strait sea suburb square hall house center centre embassy camp neighborhood neighbourhood valley"
)
"""Nouns that stand before the name of a place, or are told of as where something happens."""

COLLECTIVES = _words(
    "coalition opposition group alliance army court parliament militia committee commission police government company "
    "bank tribunal council panel board jury navy military ministry agency authority crowd mob faction crew firm union "
    "party regulator watchdog charity ngo consortium airline delegation team mission community legislature newspaper "
    "broadcaster squad staff"
)
"""Nouns that name several people, or a body, in the singular."""

AGENT_GROUPS = _words(
    "rebels militants insurgents fighters protesters demonstrators families relatives lawmakers senators legislators firms "
    "companies banks investors residents villagers workers students refugees migrants civilians journalists reporters "
    "activists dissidents prisoners hostages opposition coalition group alliance allies partners leaders executives "
    "businessmen clerics tribesmen separatists guerrillas terrorists extremists gunmen soldiers troops settlers "
    "supporters critics farmers fishermen doctors experts inspectors observers monitors peacekeepers mediators donors "
    "countries nations states members parties unions militia militias faction factions community victims "
    "officials ministers politicians police authorities army parliament court judges prosecutors bank people voters "
    "contractors manufacturers airlines exporters importers producers creditors lenders agency agencies organisation "
    "organization organisations organizations mission delegation team committee commission council panel forces government "
    "governments ministry fund watchdog airline carrier shipbuilder refiner consortium man woman men women teenager "
    "crowd crowds mob peacekeeper hackers pirates smugglers traffickers traders merchants "
    "teachers nurses miners pilots employees staff drivers truckers inmates detainees sailors crew tourists nationals "
    "citizens teenagers children girls boys parents opponents monks nuns priests bishops musicians artists academics "
    "scientists engineers medics rescuers firefighters prosecutors lawyers investigators detectives agents guards "
    "attackers bombers assailants suspects survivors mourners worshippers pilgrims fans rioters loyalists jihadists "
    "commandos paratroopers marines seekers tribes clans newspapers broadcasters charities ngos defendants captives "
    "deserters loggers herders truckers dockers shopkeepers pensioners youths mothers jurors envoys observers crews "
    "regulators regulator charity firm party tribunal board jury navy military troupe squad commandos passengers "
    "evacuees exiles convicts fugitives mercenaries conscripts reservists policemen servicemen paramilitaries "
    "strikers marchers supporters legislature senate assembly cabinet union newspaper broadcaster"
)
"""Heads of phrases that can act without having a name; the phrase itself then names a group."""

ORGANISATION_WORDS = _words(
    "ministry bank party group corp corporation university council committee commission agency organization organisation "
    "association union front army forces force court parliament congress institute foundation company ltd inc plc llc "
    "department bureau office assembly senate federation confederation alliance league authority board fund movement "
    "brigade brigades command guard guards center centre society network institution holdings industries motors airlines "
    "airways steel electric energy oil gas petroleum telecom media news times post agency observatory mission service "
    "services administration parliament chamber club academy school church militia battalion regiment navy coalition "
    "forum secretariat tribunal partnership initiative consortium gmbh ag sa co authority police resistance"
)

NOT_NAMES = _words(
    "may march will august mark bill rose grace april june july monday tuesday wednesday thursday friday saturday sunday "
    "january february september october november december north south east west northern southern eastern western "
    "i we he she they it you but and or if when while after before on in at the this that these those there here our "
    "mr mrs ms god internet covid covid-19 christmas easter ramadan islam christianity english spanish arabic "
    "president minister secretary government state prime foreign however meanwhile earlier later yes no today yesterday tomorrow tonight photo "
    "file read more watch advertisement related share sign who what how why says said new old nice reading split orange most "
    "begin text end note update breaking exclusive analysis opinion video summary key not both all some many his her my your their its "
    "dear thank thanks war peace talks summit ap afp upi"
) - {"ap", "afp", "upi"}

NO_BODIES = _words(
    "agreement agreements accord accords treaty pact memorandum arrangement declaration dialogue strategy crisis event "
    "summit war battle prize award day week year century resolution statement law sea act plan talks understanding "
    "deal administration framework convention protocol west east north south text document operation revolution "
    "refugees migration protection memoranda charter constitution anniversary festival cup games internet"
)
"""Last words of capitalised phrases that name no body, person or place."""

REPORTING_VERBS = _words(
    "say tell add state note explain declare announce report insist stress emphasize emphasise underline underscore claim "
    "argue suggest acknowledge admit concede confirm warn predict estimate believe think recall remark comment write quote "
    "allege assert maintain contend disclose reveal indicate observe repeat reiterate respond reply answer reaffirm "
    "affirm caution conclude continue describe express point tweet post signal hint joke ask urge demand call deny promise "
    "pledge vow propose agree complain charge accuse order testify boast counter retort stipulate read highlight inform brief "
    "outline hail praise welcome condemn hope expect intone shout cite tout lament quip go"
)
"""Verbs that can introduce what somebody says."""
