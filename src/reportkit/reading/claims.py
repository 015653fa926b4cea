"""Word claims that need a source: how usual something is, and what guidelines are said to ask."""

from __future__ import annotations

from typing import Final

from reportkit.model.guidelines import GUIDELINE_BODIES
from reportkit.reading.wording import BEGIN, Wording

_MANY = (
    r"(?:patients|payers|plans|women|men|people|adults|children|clinicians|physicians|surgeons"
    r"|practices|providers"
    r"|claims|cases|denials|services|procedures|hospitals|centers|offices|visits|coders|billers"
    r"|operations|tests|studies|therapists|laboratories|nurses|departments|insurers|clinics)"
)
_DONE = (
    r"(?:done|performed|given|billed|paid|reported|denied|covered|ordered|treated|scheduled?"
    r"|required|rejected"
    r"|ask|asks|require|requires|pay|pays|deny|denies|accept|accepts|cover|covers|reject|rejects"
    r"|misreported)"
)
_PAYERS = r"(?:payers|plans|insurers|practices|clinicians|physicians|surgeons|hospitals|centers|therapists|laboratories|coders|billers|offices)"
_ASK = r"(?:ask|require|pay|deny|accept|cover|reject|need|want|prefer|refuse|take|use|bill|report|allow|limit|choose|insist|demand|expect)"
_REFUSED = r"(?:refused|denied|paid|billed|covered|rejected|ordered|reported|questioned|audited|done|given|performed|misreported|appealed)"
FREQUENCY: Final = (
    Wording(
        rf"\b(?:most (?:{_MANY}|(?:(?:ordered|billed|denied|performed|audited|reported|requested|misused)(?= \w))|(?:common|frequent)(?! (?:complaints?|symptoms?)\b)|commonly|frequently|often)"
        r"|commonly|(?<!in )common(?! (?:bile|hepatic|carotid|iliac|femoral|peroneal|fibular|flexor|extensor|digital|plantar|palmar|tendon|sheath|canaliculus|trunk|atrium|variable|terminology|duct|cold"
        r"|procedure coding|working file|names?|nouns?|terms?|words?|language|sense|complaints?|symptoms?))|(?<!\bwho )frequently|nationally|nationwide|typically|typical(?! (?:angina|numbness|pain|chest|symptoms?|findings?|features?|seizures?|absence|carcinoid|flutter|antipsychotics?|rash)\b)"
        r"|gold standard"
        r"|standard of care(?! is (?:decided|set|judged)\b)|increasingly"
        r"|increasing (?:use|number|rate|demand|share|volume|utilization)s?"
        r"|(?:is|are|has been|have been) increasing"
        r"|widely (?:used|accepted|covered)|well established)\b",
        "most commonly common frequently nationally nationwide typical typically gold standard"
        " increasingly"
        " increasing widely well",
    ),
    Wording(
        r"\b(?:in )?(?:the|a) (?:vast |great |large )?(?:majority|minority|bulk) of\b"
        r"|\b(?:nearly|almost|virtually|practically) (?:all|every|always|no)\b|\bin most\b"
        r"|(?:^|(?<=[.;] ))as a (?:general )?rule\b"
        rf"|(?<!\bhow )\b(?:few|many|several|a growing number of) {_MANY} (?:\w+ )?{_DONE}\b"
        r"|\b(?:done|held|given|performed|billed|reported|paid|denied) as a (?:general )?rule\b"
        r"|\b(?:hardly|scarcely|barely) (?:any|ever)\b",
        "majority minority bulk nearly almost virtually practically most rule few many several"
        " growing hardly scarcely barely",
    ),
    Wording(
        r"\b(?:growing|rising|falling|shrinking|increasing|declining) (?:number|share|volume|count)s? of\b"
        rf"|(?<!\bhow )(?<!the )\b(?:few|many|most) {_MANY} (?:now |still |also )?(?:do|have|offer|make|schedule|find|perform|get|receive|give|bring|come|need)\b"
        r"|\b(?:has|have) become (?:more|less|very|quite|increasingly|ever more) (?:frequent|common|rare|usual|popular|strict)\b"
        rf"|\b{_MANY}\b[^.;]{{0,50}}\b(?:more|less) (?:often|frequently) than (?!planned|once|every|\d)"
        r"|\bevery (?:other|second|third|fourth|fifth|tenth) (?:patient|claim|visit|examination|test|study|operation|procedure|case|injection|session|line|payer|denial) (?:is|are|has|finds|shows|ends|needs|comes|fails|leads|gets|brings|turns)\b"
        rf"|\b(?:fewer|less|more) than (?:one|two|three|five|ten|\d+) (?:in|of|out of) (?:every )?(?:\d[\d,]*|five|ten|twenty|(?:a|one|ten) (?:hundred|thousand)|a million)(?: {_MANY})?(?=[.,;]|$| \w)",
        "growing rising falling shrinking increasing declining than few many most every become",
    ),
    Wording(
        r"\b(?:number|share|volume|rate|use|cost|demand|amount|count"
        r"|utilization)s?\b(?! of the (?:heart|pulse|flow))[^.;]{0,50}\b(?:has|have|is|are|was|were)"
        r" (?:been )?(?:risen|rising|grown|growing|fallen|falling|declined|declining|increased"
        r"|decreased|doubled"
        r"|tripled|halved|climbed|climbing|dropped)\b|\bevery year since\b",
        "risen rising grown growing fallen falling declined declining increased decreased"
        " doubled tripled halved"
        " climbed climbing dropped since",
    ),
    Wording(
        rf"\b(?:usually|often|generally|normally|rarely|seldom|mostly|mainly|predominantly"
        rf"|regularly|routinely)\b"
        rf"(?= (?:\w+ ){{0,2}}{_DONE}\b)|\b{_MANY} (?:usually|often|generally|normally|rarely"
        rf"|seldom|mostly)\b"
        r"|\b(?:usually|often|generally|normally|rarely|seldom|mostly) (?:well[ -])?(?:tolerated|accepted|safe|successful|effective|uneventful|painless|harmless|mild)\b"
        r"|\b(?:done|performed|given|billed|held|ordered|made) (?:usually|often|generally|normally"
        r"|rarely|seldom|mostly|mainly|predominantly|chiefly)\b",
        "chiefly usually often generally normally rarely seldom mostly mainly predominantly regularly"
        " routinely",
    ),
    Wording(
        rf"{BEGIN}(?:usually|typically|generally|normally|mostly|commonly|in practice|by and large|more often than not|as often as not|on the whole)\b,?(?= \w)"
        r"|\b(?:more often than not|as often as not|by and large|(?:two|three|four|nine|\d) times out of (?:three|four|five|ten|\d+))\b"
        rf"|\b{_MANY} (?:tend|prefer|are (?:apt|inclined|prone|quick|slow))\b|\b(?:it|the (?:service|code|visit|test|study|operation|drug)) tends to be {_DONE}\b"
        rf"|\b(?:is|are) (?:rarely|seldom|hardly ever|often|usually|routinely|regularly|frequently) {_REFUSED}\b"
        r"|\b(?:denials|rejections|errors|mistakes|refusals|appeals|audits) (?:of \w+ )?(?:is|are) (?:very |quite |fairly )?(?:frequent|common|rare|usual|widespread|many|few)\b"
        r"|\bthe norm (?:is|are)\b|\b(?:is|are|has become|have become) (?:the norm|standard|commonplace|widespread|(?:an? )?(?:very )?popular)\b"
        r"|\b(?:everybody|everyone) (?:does|bills|reports|asks|pays|uses|knows|denies|orders)\b",
        "usually typically generally normally mostly commonly practice large often times whole tend prefer apt inclined prone"
        " quick slow tends rarely seldom hardly routinely regularly frequently denials rejections errors mistakes refusals"
        " appeals audits norm standard commonplace widespread popular everybody everyone",
    ),
    Wording(
        rf"\b(?:a (?:handful|(?:large|great|good|small|growing) (?:share|part|number|many|deal)|lot|host|majority|minority)|lots|dozens|hundreds|thousands|millions|most|(?:only )?a few|twice as many|half as many|more and more|fewer and fewer|ever more|ever fewer)"
        rf" (?:of )?(?:the |these |such |all )?(?:\w+ )?{_MANY}\b"
        rf"|(?<!\bhow )\b(?:many|few|several|most) {_PAYERS} (?:now |still |also )?{_ASK}\b"
        r"|\b(?:ranks?|is|are) among the (?:top|most|leading|commonest|ten|five)\b|\b(?:leading|main|chief|commonest|top|number one) (?:cause|reason|source)s? (?:of|for) (?:denials?|rejections?|audits?|errors?|refusals?)\b"
        r"|\bthe average (?:session|visit|patient|claim|practice|payer|clinician|coder|charge|stay|therapist|surgeon)\b",
        "handful share part number many deal lot host majority minority lots dozens hundreds thousands millions most few several"
        " half more fewer ever among cause causes reason reasons source sources average",
    ),
    Wording(
        rf"\b(?:{_MANY}|use|volume|demand|numbers?|spending|utili[sz]ation|rates|(?:denial|rejection|claim|error|use) rate|costs?|prices|share|popularity)\b(?: (?:of|for|in) (?:the |this |these )?\w+)?"
        r" (?:(?:has|have|had|is|are|keeps?|kept) )?(?:(?:more than|nearly|almost|again|steadily|sharply|slowly) )?(?:risen|rising|rose|grown|grew|growing|fallen|fell|falling|doubled|tripled|halved|climbed|climbing|dropped|dropping|declined|declining|soared|soaring|surged|shrunk|shrinking"
        r"|gone (?:up|down)|going (?:up|down)|overtaken|outnumber(?:ed)?|outpaced?)\b"
        rf"|\b(?:fewer|more|less) (?:\w+ )?(?:{_MANY}|knees|hands|eyes|doses|children)\b[^.;]{{0,30}} (?:now|today|nowadays|than (?:before|ever|a decade|in (?:the past|\d{{4}})|\w+ years ago))\b"
        r"|\b(?:has|have) (?:risen|grown|fallen|declined|increased|decreased|doubled|tripled|halved|climbed|dropped) (?:by (?:an?|about|nearly|half|a third|\w+ percent)|since (?:the|(?:19|20)\d\d))\b"
        rf"|\b(?:fewer|more) {_MANY} [^.;]{{1,60}} (?:each|every) year\b|\b(?:has|have) overtaken\b|\bwith(?:in)? (?:a|the (?:last|past)) (?:decade|few years|\w+ years)\b[^.;]{0, 20}\b(?:doubled|tripled|risen|fallen|grown)\b"
        r"|\b(?:done|performed|given|billed|ordered) (?:more|less) (?:often )?in (?:\w+ )than in \w+\b",
        "risen rising rose grown grew growing fallen fell falling doubled tripled halved climbed climbing dropped dropping increased decreased"
        " declined declining soared soaring surged shrunk shrinking fewer more up down overtaken outnumber outnumbered outpace outpaced now today nowadays than",
    ),
    Wording(
        r"\b(?:studies|trials|surveys?|research|experience|the literature) (?:shows?|has shown|have shown|suggests?|proves?|has proven|have proven|indicates?|teaches|tells?) (?:that|us|it|its)\b"
        r"|\bis (?:well )?known to (?:be|work|help)\b|\bit is (?:well|widely|generally|commonly) (?:known|accepted|held|agreed)\b",
        "studies trials survey surveys research experience literature known accepted held agreed",
    ),
)
"""How common, typical or increasing something is said to be."""

OF_BODY: Final = Wording(
    r"\b(?:heart|pulse|breathing|respiratory|infusion|flow|tidal|white|platelets?|red|cells?|blood|swelling|fluid|urine|drainage|pain|falls|steps|contractions)\b"
)
"""What is counted or measured of a patient, and not of services."""
OF_PRACTICE: Final = Wording(rf"\b(?:{_MANY}|claim|codes?|payers?|medicare|services?|year)\b")
TREND: Final = Wording(r"^(?:number|share|volume|rate|use|demand|amount|count)s?\b")
"""Begins a claim on how an amount has changed."""

_SUCH = (
    r"(?:(?:the|current|existing|national|international|established|published|relevant|clinical"
    r"|professional"
    r"|practice|evidence-based|applicable|standard|accepted|consensus|society|specialty|recent"
    r"|latest) )*"
)
_KIND_OF_TEXT = (
    r"(?:current|existing|national|international|established|published|clinical|professional|specialist|evidence-based"
    r"|accepted|recent|latest|expert|society|recognized|recommended|general)"
)
APPEALS: Final = (
    Wording(
        r"\b(?:per|as per|by|following|according to|in (?:line|accordance|keeping) with"
        rf"|consistent with|under|based on|recommended (?:by|in)) {_SUCH}"
        r"(?:guidelines?|guidance|recommendations|best practices?|consensus)\b"
        r"|\b(?:according to|recommended by|as advised by) (?:the )?(?:experts?|evidence)\b"
        r"|\bfollows? (?:best practices?|(?:current |accepted )?guidelines?|the guidelines?)\b",
        "guideline guidelines guidance recommendations practice practices consensus expert"
        " experts evidence",
    ),
    Wording(
        rf"(?:\bas )?{_SUCH}\b(?:guidelines|guidance|best practices?|expert consensus|experts) "
        r"(?:recommends?|advises?|suggests?|calls? for|states?|says?|asks?|requires?|prefers?"
        r"|supports?|endorses?)\b",
        "guidelines guidance practice practices consensus experts",
    ),
    Wording(
        r"\b(?:society|college|academy|association|task force|specialty board)(?:'s \w+)? "
        r"(?:recommends?|advises?|suggests?|calls? for|prefers?|supports?|endorses?|urges?)\b",
        "society college academy association force board",
    ),
    Wording(
        rf"\b(?:{_KIND_OF_TEXT} )*(?:guidelines?|guidance|recommendations?|protocols?|standards?(?: of care| of practice)?|consensus(?: statements?)?|statements|criteria|literature|evidence|best practices?|pathways?)"
        r" (?:recommends?|advises?|suggests?|calls? for|states?|says?|asks?(?: for)?|requires?|prefers?|supports?|endorses?|favou?rs?|backs?|demands?|urges?)\b"
        rf"|\b(?:according to|in (?:line|keeping|accordance|agreement) with|per|by|following|follows?|meets?|under) (?:the )?(?:{_KIND_OF_TEXT} )+(?:standards?(?: of (?:care|practice))?|protocols?|criteria|literature|recommendations?|practice)\b"
        rf"|\bfollows? the (?:(?:{_KIND_OF_TEXT}|best|available) )*(?:literature|evidence|consensus|guidance|guidelines)\b"
        r"|\b(?:according to|in line with|per|by|under|following|meets?) (?:the )?standards? of (?:care|practice)\b"
        r"|\b(?:good|sound|best|accepted|standard|usual) (?:\w+ )?practice (?:recommends?|advises?|suggests?|calls? for|says?|asks?(?: for)?|requires?|demands?|dictates?|is to)\b"
        rf"|\b(?:that|those|the one|what) of the (?:(?:{_KIND_OF_TEXT}|best|available) )*(?:literature|evidence|guidance|guidelines|recommendations)\b"
        r"|\b(?:per|by) protocol\b|\bguideline-(?:concordant|based|driven|directed|adherent)\b|\b(?:as|than) (?:the )?(?:literature|evidence|guidelines?) (?:advises?|recommends?|suggests?)\b",
        "guideline guidelines guidance recommendation recommendations protocol protocols standard standards consensus statements"
        " criteria literature evidence practice practices pathway pathways",
    ),
    Wording(
        r"\b(?:societies|colleges|academies|associations|(?:professional|specialist|expert|medical|learned) (?:bodies|groups|organi[sz]ations|panels?)|experts?|specialists|authorities) (?:concerned |involved |of the field )?"
        r"(?:recommends?|advises?|suggests?|calls? for|prefers?|supports?|endorses?|urges?|favou?rs?|agrees?)\b"
        r"|\b(?:as (?:advised|recommended|suggested|endorsed) by|(?:advice|recommendations?|consensus|opinion|view|suggestion)s? of) (?:\w+ ){0,2}(?:specialists|experts?|societies|bodies|authorities|academies|colleges)\b"
        r"|\b(?:societies|experts|colleges|academies|authorities|specialists) (?:\w+ )?(?:recommend|advise|suggest|endorse)(?=[.,;]|$)"
        rf"|{BEGIN}(?:the )?(?:recommended|best|accepted|standard) practice is\b|\b(?:is|are) (?:considered |regarded as |held to be )?(?:the )?(?:best practice|standard of care|state of the art)\b|\bmeets? the standard of care\b"
        r"|\b(?:done|given|used|treated|started|continued|repeated|measured|changed) as (?:is )?recommended(?=[.,;]|$)",
        "societies colleges academies associations bodies groups organizations organisations panel panels expert experts specialists authorities"
        " practice care art recommended",
    ),
)
"""Appeals to guidelines or to best practice."""

BODIES: Final = Wording("|".join(rf"\b{body}\b" for body in GUIDELINE_BODIES), case=True)
"""Names of bodies that issue guidelines."""

YEAR: Final = Wording(r"\b(?:19|20)\d\d\b")
