"""Hold the words by which publishers name the parts of a report, in headings and labels.

Names are in lower case, without numbers, codes, signs and FILLERS. Source: headings of coding
reports, fact sheets, policies, questions and answers, and bulletins, in English and Spanish.
"""

from __future__ import annotations

from typing import Final

from reportkit.legacy.parts import Part

FILLERS: Final = frozenset({
    "a", "an", "the", "of", "for", "and", "or", "to", "in", "on", "its", "this", "cpt", "hcpcs",
    "level", "ii", "section", "common", "typical", "usual", "applicable", "general", "full",
    "brief", "short", "your", "el", "la", "los", "las", "del", "de", "y", "en", "su", "sus",
    "para",
})  # fmt: skip
"""Words of a name that tell no part from another."""

NAMES: Final[dict[Part, tuple[str, ...]]] = {
    "title": ("headline", "title", "subject", "procedure name", "service name", "titulo"),
    "code": ("code", "codes", "billing code", "procedure code", "procedure codes", "codigo"),
    "control": (
        "effective", "effective date", "date effective", "published", "publication date",
        "date issue", "issued", "last review", "last reviewed", "reviewed", "last updated",
        "updated", "next review", "review due", "next review due", "data as", "version", "revision",
        "policy number", "policy no", "edition", "volume", "author", "owner", "date", "status",
        "fecha publicacion", "fecha", "vigencia", "revision proxima",
    ),
    "summary": (
        "summary", "overview", "introduction", "abstract", "at glance", "executive summary",
        "executive overview", "summary overview", "overview summary", "key points",
        "about", "purpose report", "resumen", "resumen ejecutivo", "introduccion",
    ),
    "relevance": ("relevance", "why it matters", "why this matters", "scope"),
    "importance": ("importance", "bottom line", "why coding matters", "takeaway", "takeaways"),
    "billing-overview": (
        "description", "definition", "code overview", "code description", "code definition",
        "code summary", "billing overview", "billing code overview", "billing code description",
        "billing code definition", "billing code summary", "procedure code overview",
        "procedure code description", "procedure overview", "procedure description",
        "procedure definition", "procedure summary", "service overview", "service description",
        "service definition", "service summary", "anesthesia code overview",
        "anesthesia code description", "about code", "what it is", "what it reports",
        "item description", "description service", "descripcion", "definicion",
        "descripcion codigo",
    ),
    "service": (
        "service", "service type", "type service", "service category", "service class",
        "procedure type", "procedure category", "procedure class", "tipo servicio", "tipo",
    ),
    "purpose": ("purpose", "clinical purpose", "intent", "proposito"),
    "sites": (
        "site", "sites", "site service", "sites service", "place", "places", "place service",
        "places service", "site care", "sites care", "place care", "setting", "settings",
        "setting care", "settings care", "setting service", "service setting", "service settings",
        "pos", "place service pos", "site service pos", "location", "locations", "where",
        "where it happens", "where it is done", "where done", "where performed",
        "lugar", "lugares", "lugar servicio", "lugares servicio", "lugar atencion",
    ),
    "units": (
        "unit", "units", "unit service", "units service", "unit billing", "billing unit",
        "billing units", "unidad", "unidades",
    ),
    "payers": (
        "payer", "payers", "plan", "plans", "plan name", "insurer", "insurance", "insurers",
        "carriers", "key payers", "payers covered",
        "payers reviewed", "who covers it", "pagadores", "aseguradoras",
    ),
    "data": (
        "fee", "rate", "rates", "price", "prices", "pricing", "payment", "payments",
        "payment rates",
        "medicare payment", "reimbursement", "fees", "fee schedule", "coverage", "payer coverage",
        "coverage policy", "coverage policies", "coverage criteria", "medicare coverage",
        "policy", "policy statement", "medical necessity", "criteria",
        "policy updates", "utilization", "benchmarks", "rate benchmarks", "diagnoses", "diagnosis",
        "diagnosis codes", "icd 10 codes", "tarifas", "cobertura", "pago",
    ),
    "imprint": (
        "disclaimer", "disclaimers", "copyright", "contact", "contacts", "contact us", "legal",
        "legal notice", "notice", "about us", "about publisher", "references", "reference",
        "bibliography", "sources", "acknowledgments", "questions", "letters", "in this issue",
        "contents",
        "table of contents", "subscribe", "aviso legal", "referencias", "contacto",
    ),
    "indications": (
        "indication", "indications", "clinical indications", "clinical indication",
        "indications use", "when it is used", "when used", "uses", "who needs it", "indicaciones",
    ),
    "vignette": (
        "vignette", "clinical vignette", "patient vignette", "case vignette", "case", "scenario",
        "clinical scenario", "patient scenario", "case scenario", "clinical example",
        "patient example", "case example", "clinical case", "patient case", "case study", "patient",
        "patient presentation", "caso", "caso clinico",
    ),
    "workflow": (
        "workflow", "clinical workflow", "steps", "procedure steps", "step by step", "pasos",
    ),
    "findings": ("findings", "clinical findings", "evaluation", "hallazgos"),
    "procedure": ("procedure", "procedure details", "technique", "procedimiento", "tecnica"),
    "follow-up": (
        "follow up", "follow up care", "after care", "aftercare", "post procedure care",
        "afterwards", "after procedure", "after service", "seguimiento", "cuidados posteriores",
    ),
    "clinical-context": (
        "clinical", "clinical context", "clinical specification", "clinical specifications",
        "clinical coding context", "clinical coding specification",
        "clinical coding specifications", "clinical background", "clinical overview",
        "clinical summary", "clinical information", "clinical details", "clinical use",
        "background", "contexto clinico",
    ),
    "modifiers": (
        "modifier", "modifiers", "billing modifiers", "modifier table", "modifiers table",
        "modifier list", "modifiers list", "modifier guidance", "modifiers guidance",
        "modifier usage", "modifiers usage", "modificador", "modificadores",
    ),
    "coding-specifications": (
        "coding", "billing", "billing tips", "coding tips", "coding specification",
        "coding specifications", "coding guidance",
        "coding guideline", "coding guidelines", "coding detail", "coding details",
        "coding rules", "coding information", "coding considerations", "coding notes",
        "billing coding", "billing coding specifications", "billing coding guidelines",
        "billing coding guidance", "medical coding", "medical coding guidance", "billing notes",
        "documentation", "documentation requirements", "what to write down", "codificacion",
        "documentacion",
    ),
}  # fmt: skip
"""Part to the names that stand for it and for nothing else."""

KEYWORDS: Final[dict[Part, tuple[str, ...]]] = {
    "modifiers": ("modifier", "modifiers", "modificadores"),
    "units": ("units", "unidades"),
    "sites": ("settings", "setting", "sites", "places", "lugares"),
    "payers": ("payers", "insurers", "carriers", "pagadores", "aseguradoras"),
    "data": (
        "payment", "payments", "rates", "prices", "fees", "reimbursement", "coverage", "covered",
        "utilization", "diagnoses", "icd", "benchmarks", "tarifas", "cobertura",
    ),
    "indications": ("indications", "indicaciones"),
    "vignette": ("vignette", "scenario"),
    "workflow": ("workflow", "steps"),
    "follow-up": ("aftercare", "recovery", "seguimiento"),
    "coding-specifications": ("documentation", "documentacion"),
}  # fmt: skip
"""Part to words that make a longer heading likely to be one of it."""

QUESTIONS: Final[tuple[tuple[str, Part], ...]] = (
    (r"modifiers?\b|modificador", "modifiers"),
    (r"how many|how often .*bill|units?\b|cu[aá]nt[ao]s", "units"),
    (r"who pays|pay(?:s|ment|ing|ed|able)?\b|cover(?:s|ed|age)?\b|payers? (?:cover|pay)|how much"
     r"|cost|reimburse|qui[eé]n paga|cubre|cu[aá]nto", "data"),
    (r"document|record show|write down|notes? (?:show|say|need)", "coding-specifications"),
    (r"where\b|d[oó]nde|what (?:setting|place|site)", "sites"),
    (r"what happens (?:next|after)|after(?:wards| the)?\b|follow[- ]?up|despu[eé]s", "follow-up"),
    (r"^(?:what|which) (?:is|does|service|procedure|it)\b|qu[eé] es", "billing-overview"),
    (r"^why\b|^when\b|^who (?:needs|gets|should|is it|qualifies|can)|indicat|cu[aá]ndo|por qu[eé]",
     "indications"),
    (r"^how\b.*(?:done|work|performed|run|given)|c[oó]mo se", "procedure"),
    (r"report(?:ed)? (?:twice|once|together)|bill|code[ds]?\b", "coding-specifications"),
)  # fmt: skip
"""What a question asks about, by its words in lower case, to the part that answers it.

The first that fits counts.
"""
