"""Closed classes of nouns and modifiers in the language of diplomacy."""

from __future__ import annotations


def word_class(text: str) -> frozenset[str]:
    """Give the words of a closed class, which are written in one string with blanks between them.

    >>> sorted(word_class("sir dame"))
    ['dame', 'sir']
    """
    return frozenset(text.split())


# ---------------------------------------------------------------- persons and their offices
HONORIFICS = word_class(
    "mr mrs ms miss messrs dr sir dame lord lady prof professor rev reverend honourable honorable sheikh ayatollah "
    "hon h.e judge hajj sayyid shri smt datuk dato tun sri excellency highness majesty eminence holiness monsignor "
    "maulana alhaji"
)
"""Forms of address before a name."""

OFFICE_HEADS = word_class(
    "president premier chancellor minister secretary king queen emir sultan prince princess crown ambassador envoy "
    "spokesman spokeswoman spokesperson spokesmen chief head director chairman chairwoman chair chairperson commander "
    "general admiral adviser advisor leader governor mayor senator representative commissioner speaker lawmaker ceo "
    "undersecretary negotiator diplomat judge prosecutor pope archbishop bishop colonel lieutenant major captain "
    "marshal vice-president taoiseach ayatollah consul rapporteur coordinator counsel counsellor counselor deputy "
    "congressman congresswoman founder mediator attaché executive administrator inspector pm mp sen rep gov gen col "
    "lt adm amb official president-elect treasurer attorney monarch emperor empress shah caliph dictator ruler "
    "strongman commodore brigadier sergeant co-chair delegate member vice-chairman vice-premier vice-minister "
    "secretary-general director-general aide economist analyst expert scholar professor fellow researcher owner "
    "manager officer candidate politician activist author editor reporter journalist"
)
"""Nouns that name an office or function a person may hold."""

OFFICE_MODIFIERS = word_class(
    "junta rebel ruling militia foreign prime defence defense finance interior economy economic trade vice deputy "
    "acting interim assistant under top chief senior special national security state general supreme permanent high "
    "public home justice health energy agriculture agricultural transport environment information culture education "
    "labor labour commerce industry foreign-policy military naval army air force police opposition party "
    "parliamentary presidential government de facto first second new newly current incumbent elected associate "
    "executive managing regional federal civil joint caretaker treasury budget affairs relations political press "
    "chancellery cabinet crown spiritual human rights nuclear climate peace civilian rear brigadier brig maj lt un "
    "u.n. us u.s. eu chief-of-staff long-time longtime veteran female male junior resident"
)
"""Words that stand before an office head within a title."""

RULER_HEADS = word_class(
    "president premier chancellor minister king queen emir sultan leader pm taoiseach monarch emperor prince ruler "
    "president-elect dictator"
)
"""Offices whose holder may be called the leader of a state."""

REMITS = word_class(
    "affairs foreign external internal international home domestic defence defense security national homeland public "
    "general economic economy economics growth development sustainable planning investment investments trade commerce "
    "commercial industry industries industrial business enterprise enterprises small medium entrepreneurship energy "
    "power electricity oil petroleum gas hydrocarbons mines mining minerals resources natural environment "
    "environmental ecology ecological transition climate change water sanitation waters irrigation rivers oceans "
    "ocean seas maritime marine fisheries fishing aquaculture forests forestry wildlife agriculture agricultural "
    "livestock farming rural food nutrition land lands housing urban works infrastructure transport transportation "
    "roads railways aviation ports shipping communications communication telecommunications information digital "
    "digitalization technology technologies innovation artificial intelligence cyber cyberspace data science sciences "
    "scientific research education higher vocational training culture cultural heritage arts sports sport youth "
    "tourism health healthcare welfare social society solidarity family families children women gender equality "
    "labour labor employment manpower workforce human rights democracy migration migrants immigration emigration "
    "refugees population populations vulnerable humanitarian emergency emergencies disaster disasters management "
    "relief response reconstruction rehabilitation resettlement reform reforms administration administrative "
    "governance government decentralization local regional regions provincial territorial territories interior "
    "justice law legal constitutional parliamentary legislative political policy policies strategic strategy military "
    "armed forces veterans army navy naval arms control disarmament nonproliferation non-proliferation nuclear "
    "verification counterterrorism counter-terrorism terrorism terrorist financing narcotics enforcement crime "
    "organized counternarcotics drugs anti-drug anti-corruption corruption finance finances financial budget treasury "
    "revenue taxation customs monetary credit statistics cooperation co-operation integration partnership "
    "partnerships relations diplomacy diaspora expatriates overseas abroad citizens community communities religious "
    "religion faith endowments islamic freedom peace conflict reconciliation state mission staff operations programs "
    "programmes plans political-military civil service personnel global multilateral bilateral consular protocol "
    "press media broadcasting posts post negotiations talks process issues matters supply logistics space steel "
    "textiles handicrafts cooperatives consumer consumption competition property privatization pensions work"
)
"""Words for what a minister or official may be in charge of."""

RANKS = word_class(
    "gen general lt lieutenant maj major col colonel adm admiral brig brigadier capt captain commodore rep sen "
    "ambassador"
)
"""Words between an office and its holder: *the army commander, Gen. X*."""

FORMER = word_class("former ex ex- late then outgoing onetime one-time ousted deposed retired erstwhile exiled fallen")
"""Marks of an office that somebody holds no more."""


# ---------------------------------------------------------------- groups
PERSON_GROUPS = word_class(
    "leaders presidents ministers premiers heads men women counterparts politicians statesmen pair duo trio allies "
    "monarchs kings chiefs diplomats envoys"
)
"""Plurals of persons who may be told of together: *the two leaders*."""

STATE_GROUPS = word_class(
    "countries nations sides states governments parties neighbours neighbors delegations allies partners capitals "
    "rivals powers economies foes adversaries militaries"
)
"""Plurals of states that may be told of together: *both sides*."""

STATE_ORGANS = word_class(
    "mediators government counterpart official officials spokesman spokeswoman spokesperson side delegation "
    "authorities authority administration regime diplomat diplomats negotiator negotiators troops forces military "
    "army navy soldiers police officer officers state leadership cabinet envoy envoys delegates representatives "
    "statement warships warplanes jets aircraft ships commanders generals planes fighters bombers frigate destroyer "
    "team source sources people nation coastguard rulers mission party-state marines gunboats helicopters drones "
    "missiles missile artillery tanks vessels vessel warship plane jet submarine submarines drone airstrikes "
    "ministers aides armed air coast"
)
"""Common nouns that, with a state before them, stand for the state: *Chadian officials*, *the Danish side*."""

UNOFFICIAL = word_class(
    "business religious opposition rebel tribal community industry labour labor union student youth church corporate "
    "separatist guerrilla militia local terrorist civic indigenous spiritual thought former company academic"
)
"""What leaders and representatives may be of without standing for a state."""

COLLECTIVES = word_class(
    "coalition opposition group alliance army court parliament militia committee commission police government company "
    "bank tribunal council panel board jury navy military ministry agency authority crowd mob faction crew firm union "
    "party regulator watchdog charity ngo consortium airline delegation team mission community legislature newspaper "
    "broadcaster squad staff junta regime business industry"
)
"""Nouns that name several people, or a body, in the singular."""

AGENT_GROUPS = word_class(
    "rebels militants insurgents fighters protesters demonstrators families relatives lawmakers senators legislators "
    "firms companies banks investors residents villagers workers students refugees migrants civilians journalists "
    "reporters activists dissidents prisoners hostages opposition coalition group alliance allies partners leaders "
    "executives businessmen clerics tribesmen separatists guerrillas terrorists extremists gunmen soldiers troops "
    "settlers supporters critics farmers fishermen doctors experts inspectors observers monitors peacekeepers "
    "mediators donors countries nations states members parties unions militia militias faction factions community "
    "victims officials ministers politicians police authorities army parliament court judges prosecutors bank people "
    "voters contractors manufacturers airlines exporters importers producers creditors lenders agency agencies "
    "organisation organization organisations organizations mission delegation team committee commission council panel "
    "forces government governments ministry fund watchdog airline carrier shipbuilder refiner consortium man woman "
    "men women teenager crowd crowds mob peacekeeper hackers pirates smugglers traffickers traders merchants teachers "
    "nurses miners pilots employees staff drivers truckers inmates detainees sailors crew tourists nationals citizens "
    "teenagers children girls boys parents opponents monks nuns priests bishops musicians artists academics "
    "scientists engineers medics rescuers firefighters lawyers investigators detectives agents guards attackers "
    "bombers gangs cartels assailants suspects survivors mourners worshippers pilgrims fans rioters loyalists "
    "jihadists commandos paratroopers marines seekers tribes clans newspapers broadcasters charities ngos defendants "
    "captives deserters loggers herders dockers shopkeepers pensioners youths mothers jurors envoys crews regulators "
    "regulator charity firm party tribunal board jury navy military troupe squad passengers evacuees exiles convicts "
    "fugitives mercenaries conscripts reservists policemen servicemen paramilitaries strikers marchers legislature "
    "senate assembly cabinet union newspaper broadcaster corporations conglomerates groups businesses "
    "industries importers watchdogs thinktanks"
)
"""Heads of phrases that can act without having a name; the phrase itself then names a group."""

PORTIONS = word_class(
    "one two three four five six several some many most all both each any none few dozens dozen scores tens hundreds "
    "thousands millions number series batch set raft string range round wave couple handful majority minority half "
    "part portion third quarter lot lots pair type kind form amount bulk rest total tons tonnes shipment shipments"
)
"""Words of number or portion, which stand for what they count: *dozens of students*, *a batch of tents*."""

VAGUE_QUANTIFIERS = word_class(
    "some many several at least other more than about around nearly almost over up to most all few dozens hundreds "
    "thousands scores of major various numerous certain additional"
)
"""Words before the name of a group that do not belong to it: *at least some miners*."""


# ---------------------------------------------------------------- bodies, places, names
ORGANISATION_WORDS = word_class(
    "ministry bank party group corp corporation university council committee commission agency organization "
    "organisation association union front army forces force court parliament congress institute foundation company ltd "
    "inc plc llc department bureau office assembly senate federation confederation alliance league authority board "
    "fund movement brigade brigades command guard guards center centre society network institution holdings industries "
    "motors airlines airways steel electric energy oil gas petroleum telecom media news times post observatory mission "
    "service services administration chamber club academy school church militia battalion regiment navy coalition "
    "forum secretariat tribunal initiative consortium gmbh ag sa co police resistance"
)
"""First or last words of the names of bodies."""

COMPANY_WORDS = word_class(
    "mines mining resources minerals metals pharmaceuticals pharma laboratories technologies systems logistics foods "
    "breweries shipping lines insurance ventures enterprises telecommunications electronics semiconductors "
    "semiconductor aerospace aviation cement chemicals plastics textiles fisheries farms plantations cargo rail "
    "railways shipyards shipbuilding properties realty securities capital partners bhd nv spa corp. inc. ltd. co."
)
"""Last words of the names of companies."""

COMPANY_FIRST_WORDS = word_class(
    "grupo banco inversiones minera minería compañía compania empresa cementos petróleos petroleos aerolíneas "
    "aerolineas constructora corporación corporacion industrias cooperativa groupe banque société societe compagnie "
    "gruppo banca companhia mineração construtora"
)
"""First words of the names of companies and banks in other languages."""

COMPANIES = word_class(
    "company firm miner carrier airline retailer lender automaker carmaker chipmaker drugmaker brewer shipbuilder "
    "refiner manufacturer conglomerate startup insurer bank broadcaster contractor producer supplier operator utility "
    "planemaker steelmaker"
)
"""Nouns before or after the name of a company that say what it is."""

EXTENDABLE_BODIES = word_class(
    "mission ministry committee office agency council commission organization organisation association conference "
    "department bank fund embassy front union party court centre center institute movement army delegation parliament "
    "university congress bureau federation programme program initiative"
)
"""Last words of bodies whose names may go on: the *Ministry* of Trade."""

NO_BODIES = word_class(
    "agreement agreements accord accords treaty pact memorandum arrangement declaration dialogue strategy crisis event "
    "summit war battle prize award day week year century resolution statement law sea act plan talks understanding "
    "deal administration framework convention protocol west east north south text document operation revolution "
    "partnership refugees migration protection memoranda charter constitution anniversary festival cup games internet"
)
"""Last words of capitalised phrases that name no body, person or place."""

NOT_NAMES = word_class(
    "may march will august mark bill rose grace april june july monday tuesday wednesday thursday friday saturday "
    "sunday january february september october november december north south east west northern southern eastern "
    "western consular bilateral trilateral multilateral i we he she they it you but and or if when while after before "
    "on in at the this that these those there here our mr mrs ms god internet covid covid-19 christmas easter ramadan "
    "islam christianity english spanish arabic president minister secretary government state prime foreign however "
    "meanwhile earlier later yes no today yesterday tomorrow tonight photo file read more watch advertisement related "
    "share sign who what how why says said new old nice reading split orange most begin text end note update breaking "
    "exclusive analysis opinion video summary key not both all some many his her my your their its dear thank thanks "
    "war peace talks summit"
)
"""Words that may be capitalised without being a name."""

PLACE_NOUNS = word_class(
    "city town capital port base carrier ship island province region district village airport palace resort venue "
    "residence hotel cathedral church mosque headquarters compound estate ranch headquarter area territory border "
    "peninsula strait sea suburb square hall house center centre embassy camp neighborhood neighbourhood valley "
    "shipyard dockyard barracks airfield airbase"
)
"""Nouns that stand before the name of a place, or are told of as where something happens."""

ACTIVITIES = word_class("role part effort work achievement success contribution leadership")
"""What somebody may have *in* doing something."""

KIN = word_class(
    "daughter son wife husband widow widower brother sister father mother cousin nephew niece uncle aunt grandson "
    "granddaughter friend lawyer predecessor successor rival opponent"
)
"""Persons who are somebody else than whose they are."""

NO_WHERE = word_class(
    "administration government cabinet presidency premiership tenure reign helicopter plane aircraft jet car limousine "
    "train bus motorcade convoy"
)
"""What stands behind *in* without being where something happens, whosever it is."""

NEWS_WORDS = word_class(
    "tribune times post herald gazette daily news radio television tv newspaper journal chronicle courier mail "
    "bulletin telegraph dispatch examiner observer newswire weekly"
)
"""Last words of the names of news media."""
