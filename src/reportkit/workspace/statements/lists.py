"""Write statements that list what was provided: modifiers, codes, sites, diagnoses, payers."""

from __future__ import annotations

from typing import Final

from reportkit.model.input import ProvidedInput
from reportkit.model.subjects import NAMES, SUBJECTS, silencing
from reportkit.workspace.statements.statement import Statement, Writer, statement


@statement("modifiers", "modifiers")
def modifiers_provided(data: ProvidedInput, writer: Writer) -> str:
    """The modifiers provided for the report."""
    if not data.modifiers:
        return writer.say("No modifier is provided for this code.")
    if len(data.modifiers) == 1:
        return writer.say("The modifier provided for this code is {code}.", code=data.modifiers[0])
    return writer.say(
        "The modifiers provided for this code are {codes}.", codes=writer.listed(data.modifiers)
    )


@statement("related-codes", "related_codes")
def related_codes(data: ProvidedInput, writer: Writer) -> str:
    """The codes provided as related."""
    codes = [row.code for row in data.related_codes or ()]
    if not codes:
        return writer.say("No related code is provided.")
    return writer.say("The related codes provided are {codes}.", codes=writer.listed(codes))


@statement("sites", "sites")
def sites_of_service(data: ProvidedInput, writer: Writer) -> str:
    """The sites of service with their place-of-service codes."""
    sites = [f"{site.name} ({', '.join(site.pos)})" for site in data.sites or ()]
    if not sites:
        return writer.say("No site of service is provided.")
    return writer.say(
        "The sites of service, with their place-of-service codes, are {sites}.",
        sites=writer.listed(sites),
    )


@statement("sites", "sites")
def typical_sites(data: ProvidedInput, writer: Writer) -> str:
    """The sites ranked as typical."""
    sites = [site.name for site in data.sites or () if site.rank == "typical"]
    if not sites:
        return writer.say("No site of service is ranked as typical.")
    return writer.say("Typical sites of service: {sites}.", sites=writer.listed(sites))


@statement("diagnoses", "diagnoses")
def diagnoses_provided(data: ProvidedInput, writer: Writer) -> str:
    """The diagnosis codes provided."""
    codes = [row.code for row in data.diagnoses or ()]
    if not codes:
        return writer.say("No diagnosis code is provided.")
    return writer.say("The diagnosis codes provided are {codes}.", codes=writer.listed(codes))


@statement("diagnoses coverage", "diagnoses")
def covered_diagnoses(data: ProvidedInput, writer: Writer) -> str:
    """The diagnosis codes that the data calls covered."""
    codes = [row.code for row in data.diagnoses or () if row.support == "covered"]
    if not codes:
        return writer.say("The data provided calls no diagnosis covered.")
    return writer.say("Diagnosis codes called covered: {codes}.", codes=writer.listed(codes))


@statement("rates", "rates payers")
def rates_provided(data: ProvidedInput, writer: Writer) -> str:
    """Of which payers negotiated rates were provided."""
    payers = _payers(data, [row.payer for row in data.rates or ()])
    if not payers:
        return writer.say("No negotiated rate is provided.")
    return writer.say(
        "Negotiated rates are provided of {payers}, for {periods}.",
        payers=writer.listed(payers),
        periods=writer.listed(sorted({row.period for row in data.rates or ()})),
    )


@statement("utilization", "utilization")
def services_counted(data: ProvidedInput, writer: Writer) -> str:
    """In which years services were counted."""
    years = sorted({str(row.year) for row in data.utilization or ()})
    if not years:
        return writer.say("No count of services is provided.")
    return writer.say("Counts of services are provided for {years}.", years=writer.listed(years))


@statement("coverage", "coverage payers")
def payers_that_cover(data: ProvidedInput, writer: Writer) -> str:
    """Which payers' policies cover the service, with or without criteria."""
    rows = data.coverage or ()
    payers = _payers(data, [row.payer for row in rows if row.stance.startswith("covered")])
    if not payers:
        return writer.say("No policy provided covers the service.")
    return writer.say(
        "Policies provided cover the service for {payers}.", payers=writer.listed(payers)
    )


@statement("coverage", "coverage payers")
def prior_authorization(data: ProvidedInput, writer: Writer) -> str:
    """Which payers require prior authorization."""
    rows = data.coverage or ()
    payers = _payers(data, [row.payer for row in rows if row.prior_authorization == "required"])
    if not payers:
        return writer.say("No policy provided requires prior authorization.")
    return writer.say("Prior authorization is required by {payers}.", payers=writer.listed(payers))


@statement("policy-changes", "policy_updates payers")
def policy_changes(data: ProvidedInput, writer: Writer) -> str:
    """Of which payers changes of policy were provided."""
    payers = _payers(data, [row.payer for row in data.policy_updates or ()])
    if not payers:
        return writer.say("No change of a payer's policy is provided.")
    return writer.say("Changes of policy are provided of {payers}.", payers=writer.listed(payers))


@statement("", "payers")
def payers_of_report(data: ProvidedInput, writer: Writer) -> str:
    """The payers the report may speak of."""
    if not data.payers:
        return writer.say("No payer is provided.")
    names = [payer.name for payer in data.payers]
    return writer.say("The payers of this report are {payers}.", payers=writer.listed(names))


@statement("", "")
def not_provided(data: ProvidedInput, writer: Writer) -> str:
    """The subjects on which the report has no data and says nothing."""
    silent = [
        writer.say(NAMES[subject])
        for subject in SUBJECTS
        if getattr(data, silencing(subject)) is None
    ]
    if not silent:
        return writer.say("Data was provided on every subject of the report.")
    return writer.say(
        "No data was provided on {subjects}, and the report says nothing of them.",
        subjects=writer.listed(silent),
    )


def _payers(data: ProvidedInput, ids: list[str]) -> list[str]:
    """The names of payers, in the order of the input."""
    return [payer.name for payer in data.payers or () if payer.id in ids]


STATEMENTS: Final[tuple[Statement, ...]] = (
    modifiers_provided,
    related_codes,
    sites_of_service,
    typical_sites,
    diagnoses_provided,
    covered_diagnoses,
    rates_provided,
    services_counted,
    payers_that_cover,
    prior_authorization,
    policy_changes,
    payers_of_report,
    not_provided,
)
