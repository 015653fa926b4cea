"""Model negotiated rates of payers, and what hospitals say of the amounts payers allowed."""

from typing import Literal

from reportkit.model.base import Count, Number, Record


class Rate(Record):
    """Negotiated rates of one bucket; unlike buckets are never mixed. Dollars.

    Percentiles are prices that occur, by the definition in `reportkit.inputs.percentiles`;
    `null` where n is too small for them.
    """

    published_by: Literal["hospital", "payer"]
    """Whose file: a hospital's standard charges or a payer's in-network rates."""
    payer: str
    """Id of a payer of this input."""
    plan: str
    """As the file names it; `unstated` if it does not."""
    setting: Literal["inpatient", "outpatient", "both"]
    """Where the service is given."""
    billing_class: Literal["professional", "institutional", "both", "unstated"]
    """Whose part it pays: the clinician's or the facility's."""
    modifiers: tuple[str, ...]
    """Modifiers the price is for: `["26"]`; `[]` for the code without one."""
    negotiated_type: str
    """Hospital: case rate, fee schedule, other. Payer: negotiated, derived, fee schedule."""
    period: str
    """Month of the files, YYYY-MM."""
    n: Count
    """Contracts: one for each hospital, payer and plan, or for each set of provider groups that a
    payer's file has prices for."""
    p10: Number | None
    """A tenth of the prices are no higher; `null` where n is too small."""
    p25: Number | None
    """A quarter of the prices are no higher; `null` where n is too small."""
    p50: Number | None
    """Half of the prices are no higher; `null` where n is too small."""
    p75: Number | None
    """Three quarters of the prices are no higher; `null` where n is too small."""
    p90: Number | None
    """Nine tenths of the prices are no higher; `null` where n is too small."""
    low: Number | None = None
    """The lowest price of the bucket."""
    high: Number | None = None
    """The highest price of the bucket."""
    publisher: str | None = None
    """The entity that reports for the payer (`reporting_entity_name` of its file); `null` for
    hospitals, whose contracts with one payer and plan are compared with each other."""
    network: str | None = None
    """`network_name` of the payer's file (Transparency in Coverage schema 2.0)."""
    places: tuple[str, ...] = ()
    """Places of service the price holds in (`service_code`); `all` for every one, none if the
    file does not say."""
    arrangement: str | None = None
    """`negotiation_arrangement` of the payer's file: `ffs`."""
    additional_information: str | None = None
    """What the payer's file says of the price in words."""
    drug_unit: str | None = None
    """How much of a drug a hospital's price is for, as `1 ML`."""


class AllowedAmounts(Record):
    """What one hospital says of the amounts a payer allowed for the code. Dollars.

    The hospital's own statistics of its remittances of about a year, given with charges that are
    a percentage or a formula (CMS Hospital Price Transparency data dictionary v3.0). They are
    never mixed with rates.
    """

    hospital: str
    """Name of the hospital, as in its file."""
    payer: str
    """Id of a payer of this input."""
    plan: str
    """As the file names it; `unstated` if it does not."""
    setting: Literal["inpatient", "outpatient", "both", "unstated"]
    """Where the service was given."""
    billing_class: Literal["professional", "institutional", "both", "unstated"]
    """Whose part was paid: the clinician's or the facility's."""
    modifiers: tuple[str, ...]
    """Modifiers the amounts are for: `["26"]`; `[]` for the code without one."""
    methodology: str
    """How the charge is set, as the file says: `percent of total billed charges`."""
    period: str
    """Month of the file, YYYY-MM."""
    median: Number
    """Half of the amounts are no higher."""
    p10: Number | None
    """A tenth of the amounts are no higher."""
    p90: Number | None
    """Nine tenths of the amounts are no higher."""
    count: str | None
    """Remittances: `1 through 10`, or their number from 11 on; `null` if it is left out."""
