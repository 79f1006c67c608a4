"""The words that tell what a speaker is: an official, a body, a document, a witness, or nobody."""

from __future__ import annotations

from twosource.text.tabled import words_of

_OFFICIAL = """
    spokesman spokeswoman spokesperson spokespeople spokesmen speaker minister secretary chief
    commander commissioner
    director head president chairman chairwoman chair chairperson chancellor premier governor
    mayor ambassador envoy prosecutor sheriff inspector superintendent officer official officials
    deputy captain lieutenant sergeant general admiral colonel major coordinator administrator
    judge magistrate executive ceo manager undersecretary attache consul councillor councilor
    harbourmaster harbormaster prefect subprefect leader boss coroner examiner representative
    negotiator dean rector duty managing press engineer warden ranger curator keeper conservator
    dispatcher controller forecaster meteorologist technician organiser organizer steward treasurer
    founder co-founder principal headteacher headmaster headmistress bishop abbot abbess provost
    registrar vp cfo cto coo svp evp vice-president
"""
IN_CHARGE = frozenset("heads leads chairs directs oversees".split())
"""Who does this to something speaks for it: "who leads the dig for the university"."""

OFFICIAL = frozenset(_OFFICIAL.split()) | IN_CHARGE
"""Whoever is one of these speaks for a body, unless that of a vessel: see `OWN_ACCOUNT`."""

STAFF = frozenset(
    """spokesman spokeswoman spokesperson director chief executive chairman chairwoman chair
    chairperson manager forecaster meteorologist curator keeper conservator secretary head
    ceo cfo cto coo vp treasurer founder coordinator organiser organizer principal warden ranger
    registrar administrator controller dispatcher steward""".split()
)
"""Whoever is one of these, named without a body, is of the one that has just spoken."""

_WITNESS = """
    witness witnesses eyewitness eyewitnesses bystander bystanders passenger passengers survivor
    survivors resident residents neighbour neighbours neighbor neighbors passer passers-by
    passersby villager villagers motorist motorists fisherman fishermen shopkeeper commuter
    commuters evacuee evacuees locals worker workers onlooker onlookers spectator spectators
    concertgoer concertgoers concert-goer concert-goers festivalgoer festivalgoers pedestrian
    pedestrians shopper shoppers diner diners tourist tourists holidaymaker holidaymakers hiker
    hikers camper campers beachgoer beachgoers
"""
WITNESS = frozenset(_WITNESS.split())

_AT_HOME = """
    farmer farmers shepherd shepherds herder herders baker bakers grocer barber butcher butchers
    innkeeper shopkeepers vendor vendors stallholder stallholders caretaker caretakers janitor
    gardener gardeners cleaner cleaners waiter waiters waitress waitresses cook cooks bartender
    barman cashier cabbie cyclist cyclists jogger joggers walker walkers rider riders swimmer
    swimmers surfer surfers sailor sailors mother mothers father fathers grandmother grandfather
    pensioner pensioners pupil pupils student students schoolgirl schoolboy teenager teenagers
    worshipper worshippers pilgrim pilgrims churchgoer churchgoers guest guests customer customers
    visitor visitors driver drivers trucker truckers refugee refugees nun monk priest
"""
AT_HOME = frozenset(_AT_HOME.split())
"""Whoever is one of these where it happened is a witness: "a shepherd in the valley"."""

_UNNAMED = """
    official officials source sources person people diplomat diplomats insider insiders aide aides
    authorities executive executives trader traders analyst analysts expert experts
    critic critics somebody someone negotiator negotiators investigator investigators leaders
    ministers lawmakers officers spokesperson spokesman spokeswoman employee employees staff
    staffer staffers member members
"""
UNNAMED = frozenset(_UNNAMED.split())

RULINGS = frozenset("ruling verdict judgment judgement".split())
DOCUMENT = words_of("sources-en.toml", "papers") | RULINGS
"""Papers, pictures and instruments that tell a thing."""

# The voice of whoever issues it, and no paper that anybody may hold.
VOICES = frozenset(
    "statement statements summary text release bulletin notice communique communiqué declaration"
    " tweet tweets email emails e-mail post posts advisory alert briefing presentation".split()
)
COUNTS = frozenset(
    """data figures statistics numbers estimates readings measurements calculations projections
    forecast forecasts instruments sensors tests simulations models returns""".split()
)
"""What a body publishes of its own counting: where the issuer is told, the issuer speaks."""

AUTHORS = frozenset("authors author researchers scientists team they it".split())
"""Who has written the paper that was cited just before."""

SPEAKS_FOR = frozenset(
    """spokesman spokeswoman spokesperson executive ceo manager director chairman chairwoman
    boss founder co-founder engineer spokespeople spokesmen""".split()
)
"""Whoever is one of these without a word of whose is so of the body the text speaks of."""

JOURNALIST = frozenset(
    """journalist reporter correspondent columnist newsreader anchor sportscaster newscaster
    broadcaster commentator blogger sportswriter""".split()
)
"""Whoever is one of these is his outlet's eyes: a report and no informant."""

MEDICAL = frozenset("doctor doctors nurse nurses surgeon surgeons medic medics physician".split())
"""Whoever is one of these at a hospital speaks for it."""

SOMEBODY = frozenset(
    """couple family families relatives pair duo trio crowd jury side sides camp giant giants
    coalition consortium community management majority minority rest others another one all both
    everyone everybody some many most few those neither firms companies agencies regulators groups
    unions rebels countries governments opponents allies old year-old year-olds opposition
    church defence defense regime detective detectives courts rep reps star champion""".split()
)
"""Who may tell a thing besides those whom `is_agent` knows."""

_BODY = """
    ministry department agency police coastguard guard hospital clinic brigade service services
    centre center government office court tribunal council municipality city town district county
    commission committee authority parliament senate congress party union company operator firm
    bank group association federation institute institution university army navy force forces
    military embassy consulate board bureau administration directorate inspectorate organisation
    organization foundation fund alliance bloc regulator laboratory observatory airport airline
    port utility manufacturer maker owner shipyard broker charity works prosecutors prosecution
    prosecutor's presidency chancellery cabinet headquarters unit team fire-service customs
    firefighters rescuers museum school college academy library society gallery theatre theater
    diocese club league zoo dairy casino hotel resort exchange federation ombudsman ombudswoman
    comptroller auditor auditors watchdog tribunal secretariat taskforce chamber guild syndicate
    cooperative trust orchestra ballet brewery archive archives registry prison jail parish
    cathedral mosque synagogue monastery kindergarten nursery orphanage hospice pharmacy railway
    metro lender insurer carrier lab labs laboratories festival jury mission
"""
BODY = frozenset(_BODY.split())

COMPANY = frozenset(
    """company operator firm group airline utility owner owners manufacturer maker bank brewer
    shipyard retailer carmaker drugmaker chipmaker lender insurer carrier chain startup start-up
    supplier producer developer builder contractor distributor publisher studio platform promoter
    organiser organizer conglomerate miner grocer brewery refiner landlord consultancy""".split()
)

EPITHETS = COMPANY | frozenset(
    """watchdog body federation club charity alliance bloc regulator organisation organization
    association institute panel mission team side squad festival orchestra ensemble collective
    cooperative league union party agency foundation board authority""".split()
)
"""What a body is called that its sentence has named: "World Rowing will not appeal, the federation
said"."""

# Bodies that several states have made: never "the company".
OF_STATES = frozenset(
    """nato eu un who imf wto opec osce iaea unicef unesco unhcr interpol brics asean g7 g20
    europol""".split()
)

# Bodies told so barely that only the text before can say which is meant.
BARE = (
    frozenset(
        """ministry department agency company operator firm bank group court union council
        commission committee centre center authority office service administration embassy party
        organisation organization association institute board alliance bloc regulator fund airline
        utility owner manufacturer maker government municipality hospital university city town
        federation club league charity foundation church watchdog body panel tribunal mission team
        side squad ensemble orchestra collective cooperative diocese festival""".split()
    )
    | COMPANY
)

# Bodies that every town has: only a place tells which is meant.
LOCAL = frozenset(
    """police hospital museum school theatre theater zoo library port municipality airport
    prosecutors court university clinic harbour""".split()
) | {"fire service", "coast guard", "town council", "city council", "fire brigade"}

# Courts that stories name because somebody goes there next: "the court" is seldom one of them.
HIGHER_COURTS = frozenset("high supreme appeal appeals appellate constitutional".split())

# What a ministry is about, in the one spelling that its name is given here.
TOPICS = {
    "foreign": "foreign affairs",
    "affairs": "foreign affairs",
    "defence": "defence",
    "defense": "defence",
    "interior": "interior",
    "home": "interior",
    "finance": "finance",
    "treasury": "finance",
    "economy": "economy",
    "economic": "economy",
    "economics": "economy",
    "commerce": "commerce",
    "trade": "trade",
    "energy": "energy",
    "oil": "oil",
    "transport": "transport",
    "transportation": "transport",
    "health": "health",
    "justice": "justice",
    "education": "education",
    "environment": "environment",
    "climate": "climate",
    "agriculture": "agriculture",
    "fisheries": "fisheries",
    "labour": "labour",
    "labor": "labour",
    "culture": "culture",
    "immigration": "immigration",
    "migration": "migration",
    "science": "science",
    "housing": "housing",
    "tourism": "tourism",
    "emergencies": "emergencies",
    "emergency": "emergencies",
    "industry": "industry",
}

# Seats and nicknames: (name of the body, country).
SEATS = {
    "kremlin": ("presidency", "RU"),
    "white house": ("presidency", "US"),
    "elysee": ("presidency", "FR"),
    "élysée": ("presidency", "FR"),
    "blue house": ("presidency", "KR"),
    "pentagon": ("ministry of defence", "US"),
    "state department": ("ministry of foreign affairs", "US"),
    "foreign office": ("ministry of foreign affairs", "GB"),
    "quai d'orsay": ("ministry of foreign affairs", "FR"),
    "downing street": ("", "GB"),  # the government itself
    "number 10": ("", "GB"),
}

# What ministries are called at home that no "Ministry of …" is.
MINISTRIES_CALLED = {
    ("foreign affairs", "US"): "State Department",
    ("finance", "US"): "Treasury Department",
    ("defence", "US"): "Defense Department",
    ("labour", "US"): "Labor Department",
    ("transport", "US"): "Transportation Department",
    ("foreign affairs", "GB"): "Foreign Office",
    ("interior", "GB"): "Home Office",
    ("finance", "GB"): "Treasury",
}

PRONOUNS = frozenset("he she they it him her them who i we you its his their".split())
DETERMINERS = frozenset(
    """the a an its their his her this that these those one two three four five several some other
    another both many most local regional provincial national senior top unnamed anonymous
    former acting deputy more our any all own multiple presiding people's
    initial preliminary early earlier latest recent provisional fresh""".split()
)
