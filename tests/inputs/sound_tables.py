"""One small sound table for each importer, in the layout of the file that it reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from cms_samples import GPCI, PFS, content
from test_policies import ARTICLES, CODES, DIAGNOSES, packed

from reportkit.inputs.add_ons import read_add_ons
from reportkit.inputs.anesthesia import read_base_units, read_factors
from reportkit.inputs.asc import read_asc_aa, read_asc_bb, read_asc_ee, read_asc_ff
from reportkit.inputs.asp import read_asp
from reportkit.inputs.clfs import read_clfs
from reportkit.inputs.coverage import read_coverage
from reportkit.inputs.dmepos import read_dmepos
from reportkit.inputs.gpci import read_gpci
from reportkit.inputs.hcpcs import read_hcpcs
from reportkit.inputs.locality_amounts import read_locality_amounts
from reportkit.inputs.ncci_mue import read_mue
from reportkit.inputs.ncci_ptp import read_ptp
from reportkit.inputs.nucc import read_nucc
from reportkit.inputs.opps import read_opps
from reportkit.inputs.pfs import read_pfs
from reportkit.inputs.pos import read_pos
from reportkit.inputs.psps import read_psps
from reportkit.inputs.telehealth import read_telehealth
from reportkit.inputs.utilization import read_utilization

Reader = Callable[[str, bytes], Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Sound:
    """A table, how it is read, and which of its rows the tests damage and look at."""

    command: str
    """What `reportkit import` calls it."""
    read: Reader
    """What a file says of each code."""
    name: str
    content: bytes
    header: int
    """The line of its header, or the last of them, from 1."""
    other: str
    """A code whose row the tests damage; the row of `wanted` stands below it."""
    wanted: str
    amount: int | None = None
    """The column of dollars, from 0, where the table has one."""

    def __str__(self) -> str:
        return f"{self.command} {self.name}"


def _fees(name: str, table: bytes) -> Mapping[str, object]:
    return {row.code: (row.work_rvu, row.payment("facility")) for row in read_pfs(name, table).rows}


def _indices(name: str, table: bytes) -> Mapping[str, object]:
    return {place.locality[:5]: place for place in read_gpci(name, table).localities}


def _center(name: str, table: bytes) -> Mapping[str, object]:
    return {code: row.payment_rate for code, row in read_asc_aa(name, table).rows.items()}


def _outpatient(name: str, table: bytes) -> Mapping[str, object]:
    return {code: row.opps_payment_rate for code, row in read_asc_ff(name, table).rows.items()}


def _factors(name: str, table: bytes) -> Mapping[str, object]:
    return {place.locality[:5]: place for place in read_factors(name, table).localities}


def _pairs(name: str, table: bytes) -> Mapping[str, object]:
    return {pair.column_2: pair for pair in read_ptp(name, table, {"57511"}).pairs}


def _places(name: str, table: bytes) -> Mapping[str, object]:
    return {place.code: place for place in read_pos(name, table).places}


def _articles(which: str, name: str, table: bytes) -> Mapping[str, object]:
    """What the export says of a code with one of its tables exchanged."""
    tables = {
        "article": ARTICLES.encode("latin-1"),
        "article_x_hcpc_code": CODES.encode(),
        "article_x_icd10_covered": DIAGNOSES.encode(),
        which: table,
    }
    files = {f"{table_name}.csv": held for table_name, held in tables.items()}
    found = read_coverage(name, packed(files), {"57511"}, date(2026, 1, 1)).articles
    return {article.number.lstrip("A"): article.diagnoses for article in found.get("57511", ())}


SOUND: tuple[Sound, ...] = (
    Sound("pfs", _fees, PFS, content(PFS), 10, "44388", "57511"),
    Sound("pfs FILE --gpci", _indices, GPCI, content(GPCI), 3, "02102", "01112"),
    Sound(
        "asc",
        _center,
        "ASC_AA_2025Q4.csv",
        content("ASC_AA_2025Q4.csv"),
        4,
        "0214T",
        "57511",
        amount=6,
    ),
    Sound(
        "asc FILE --bb",
        lambda name, table: {
            code: row.payment_rate for code, row in read_asc_bb(name, table).rows.items()
        },
        "ASC_BB_2025Q4.csv",
        b"Addendum BB -- ASC Covered Ancillary Services for CY 2025,,,,,,\n"
        b"HCPCS Code,,Short Descriptor,Pass-Through Expiration,October 2025 Payment Indicator,"
        b"October 2025 Payment Weight  ,October 2025 Payment Rate \n"
        b"70010,,some words,,Z2,12.983,$712.70\n"
        b"71046,,some words,,Z2,2.5722,$141.20\n"
        b"J1100,,some words,,N1,,\n",
        2,
        "70010",
        "71046",
        amount=6,
    ),
    Sound(
        "asc FILE --ee",
        lambda name, table: {
            code: row.payment_indicator for code, row in read_asc_ee(name, table).rows.items()
        },
        "Oct-2025-ASC-EE.csv",
        b"Addendum EE -- Surgical Procedures to be Excluded for CY 2025,\n"
        b"HCPCS Code,Short Descriptor\n"
        b"00176,some words\n59400,some words\n59510,some words\n",
        2,
        "00176",
        "59400",
    ),
    Sound(
        "pfs FILE --amounts",
        lambda name, table: {
            row.code: row.nonfacility for row in read_locality_amounts(name, table).rows
        },
        "OPPSCAP_Oct.csv",
        b"HCPCS,MOD,PROCSTAT,CARRIER,LOCALITY,FACILITY PRICE,NON-FACILTY PRICE,NOTE\n"
        b"70010,TC,A,01112,05,150.69,150.69,some words\n"
        b"71046,TC,A,01112,05,152.38,152.38,some words\n"
        b"71047,TC,A,01112,05,152.38,152.38,some words\n",
        1,
        "70010",
        "71046",
        amount=6,
    ),
    Sound(
        "asc FILE --ff",
        _outpatient,
        "ASC_FF_2025Q4.csv",
        content("ASC_FF_2025Q4.csv"),
        4,
        "0214T",
        "57511",
        amount=6,
    ),
    Sound(
        "opps",
        lambda name, table: {
            code: row.payment_rate for code, row in read_opps(name, table).rows.items()
        },
        "2025 October Web Addendum B.csv",
        b",Addendum B.-- OPPS Payment by HCPCS Code for CY 2025,,,,,\n"
        b"HCPCS Code,Short Descriptor,SI,APC ,Relative Weight,Payment Rate,"
        b"National Unadjusted Copayment,Minimum Unadjusted Copayment,Note\n"
        b"57510,some words,T,5412,3.4057,$304.190,.,$60.84,\n"
        b"57511,some words,T,5412,3.4057,$304.190,.,$60.84,\n"
        b"57513,some words,T,5412,3.4057,$304.190,.,$60.84,\n",
        2,
        "57510",
        "57511",
        amount=5,
    ),
    Sound(
        "clfs",
        lambda name, table: {
            code: tuple(rate.rate for rate in test.rates)
            for code, test in read_clfs(name, table).rows.items()
        },
        "CLFS 2025 Q1V1.csv",
        b"2025 Clinical Diagnostic Laboratory Fee Schedule,,,,,,,,\n"
        b"YEAR,HCPCS,MOD,EFF_DATE,INDICATOR,RATE,SHORTDESC,LONGDESC,EXTENDED LONGDESC\n"
        b"2025,80048,,20250101,N,8.46,some words,some words,\n"
        b"2025,80053,,20250101,N,00010.56,some words,some words,\n"
        b"2025,80061,,20250101,N,13.39,some words,some words,\n",
        2,
        "80048",
        "80053",
        amount=5,
    ),
    Sound(
        "asp",
        lambda name, table: {
            code: drug.payment_limit for code, drug in read_asp(name, table).rows.items()
        },
        "ASP Pricing File 091725.csv",
        b"Payment Allowance Limits for Medicare Part B Drugs,,,,,\n"
        b'"Effective October 1, 2025 through December 31, 2025",,,,,\n'
        b"HCPCS Code,Short Description,HCPCS Code Dosage,Payment Limit,"
        b"Co-insurance Percentage,Notes\n"
        b"J1094,some words,1 MG,0.131,20.000,\n"
        b"J1100,some words,1 MG,0.094,20.000,\n"
        b"J1120,some words,500 MG,12.1,20.000,\n",
        3,
        "J1094",
        "J1100",
        amount=3,
    ),
    Sound(
        "anesthesia",
        _factors,
        "ANES2025.csv",
        b"Contractor,Locality,Locality Name,National Anes CF of 20.3178\n"
        b"01112,05,ANY CITY*,21.44\n02102,01,ANY ICE,29.1\n03102,00,ANY DESERT,20.04\n",
        1,
        "01112",
        "02102",
    ),
    Sound(
        "anesthesia FILE --base-units",
        lambda name, table: read_base_units(name, table).units,
        "units.csv",
        b"CPT Code,Descriptor,2025 Base Unit\n00104,some words,4\n01220,some words,"
        b"5\n01230,some words,6\n",
        1,
        "00104",
        "01220",
    ),
    Sound(
        "dmepos",
        lambda name, table: {
            code: item.rates[0].amounts for code, item in read_dmepos(name, table).rows.items()
        },
        "DMEPOS_JAN.csv",
        b"January 2025 Fee Schedule,,,,,,,,,\n"
        b"HCPCS,Mod,Mod2,JURIS,CATG,Ceiling,Floor,AL (NR),AL (R),Description\n"
        b"E0775,NU,,D,IN,0.00,0.00,96.54,150.48,some words\n"
        b"E0776,NU,,D,IN,0.00,0.00,96.54,150.48,some words\n"
        b"E0777,NU,,D,IN,0.00,0.00,96.54,150.48,some words\n",
        2,
        "E0775",
        "E0776",
        amount=7,
    ),
    Sound(
        "ncci --mue",
        lambda name, table: read_mue(name, table).limits,
        "MCR_MUE_PractitionerServices_Eff_07-01-2024.csv",
        b"A notice,,,\n"
        b"HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,"
        b"MUE Rationale\n"
        b"57510,1,3 Date of Service Edit: Clinical,some words\n"
        b"57511,1,3 Date of Service Edit: Clinical,some words\n"
        b"57513,1,3 Date of Service Edit: Clinical,some words\n",
        2,
        "57510",
        "57511",
    ),
    Sound(
        "ncci --ptp",
        _pairs,
        "ccipra-v302r0-f1.csv",
        b"Column1/Column 2 Edits,,,,,,\n"
        b"Column 1,Column 2,*=in existence prior to 1996,Effective Date,Deletion Date *=no data,"
        b"Modifier 0=not allowed 1=allowed 9=not applicable,PTP Edit Rationale\n"
        b"57511,57100,,20021001,*,0,some words\n"
        b"57511,57452,,20021001,*,0,some words\n"
        b"57511,57454,,20021001,*,0,some words\n",
        2,
        "57100",
        "57452",
    ),
    Sound(
        "addons",
        lambda name, table: read_add_ons(name, table).rows,
        "AOC_V2026Q2-MCR.csv",
        b"A notice on codes,,,,,,,\n"
        b"AOC_Edit_Type,Add-On_Code,AOC_DelDT,Primary_Code,Primary_Code_DelDT,AOC_Edit_EffDT,"
        b"AOC_Edit_DelDT,Special_Instruction_Notes\n"
        b"1,11001,,11000,,2013001,,some words\n"
        b"1,22614,,22612,,2013001,,some words\n"
        b"1,99417,,99215,,2013001,,some words\n",
        2,
        "11000",
        "22614",
    ),
    Sound(
        "telehealth",
        lambda name, table: read_telehealth(name, table).rows,
        "list.csv",
        b"LIST OF MEDICARE TELEHEALTH SERVICES for CY 2026,,,\n"
        b"Code,Short Descriptor,Status,Can Audio-only Interaction Meet the Requirements?\n"
        b"99213,some words,Permanent,Yes\n99214,some words,Permanent,No\n99215,some words,,No\n",
        2,
        "99213",
        "99214",
    ),
    Sound(
        "utilization",
        lambda name, table: {
            code: rows[0].average_allowed
            for code, rows in read_utilization(name, table).rows.items()
        },
        "MUP_PHY_R26_P05_V10_D24_Geo.csv",
        b"Rndrng_Prvdr_Geo_Lvl,Rndrng_Prvdr_Geo_Desc,HCPCS_Cd,HCPCS_Desc,Place_Of_Srvc,"
        b"Tot_Rndrng_Prvdrs,Tot_Benes,Tot_Srvcs,Avg_Sbmtd_Chrg,Avg_Mdcr_Alowd_Amt,"
        b"Avg_Mdcr_Pymt_Amt\n"
        b"National,National,57510,some words,O,80,400,500,300,190.5,150\n"
        b"National,National,57511,some words,O,80,400,500,300,190.5,150\n"
        b"National,National,57513,some words,O,80,400,500,300,190.5,150\n",
        1,
        "57510",
        "57511",
        amount=9,
    ),
    Sound(
        "psps",
        lambda name, table: read_psps(name, table).rows,
        "PSPS_2024.csv",
        b"HCPCS_CD,HCPCS_INITIAL_MODIFIER_CD,PROVIDER_SPEC_CD,PSPS_SUBMITTED_SERVICE_CNT,"
        b"PSPS_DENIED_SERVICES_CNT,HCPCS_BETOS_CD\n"
        b"57510,59,some words,100,30,P5\n57511,59,some words,100,30,P5\n57513,59,"
        b"some words,100,30,P5\n",
        1,
        "57510",
        "57511",
    ),
    Sound(
        "nucc",
        lambda name, table: read_nucc(name, table).rows,
        "nucc_taxonomy_251.csv",
        b"Code,Grouping,Classification,Specialization,Definition,Notes,Display Name,Section\n"
        b"207V00000X,A group,Care,,some words,,Care Physician,Individual\n"
        b"261QA1903X,A group,Clinic,Surgery,some words,,A Clinic,Non-Individual\n"
        b"282N00000X,A group,Hospital,,some words,,A Hospital,Non-Individual\n",
        1,
        "207V00000X",
        "261QA1903X",
    ),
    Sound(
        "hcpcs",
        lambda name, table: read_hcpcs(name, table).codes,
        "HCPC2025_OCT_ANWEB.csv",
        b"A notice,,,,,\n"
        b"HCPC,SEQNUM,RECID,SHORT DESCRIPTION,ADD DT,ACT EFF DT,TERM DT\n"
        b"G0101,00100,3,some words,19980101,20040101,\n"
        b"G0102,00100,3,some words,20000101,20040101,\n"
        b"G0103,00100,3,some words,20000101,20040101,\n",
        2,
        "G0101",
        "G0102",
    ),
    Sound(
        "pos",
        _places,
        "pos_codes.csv",
        b"pos_code,pos_type,pos_name,pos_description\n"
        b"11,Non-Facility,Office,some words\n"
        b"22,Facility,On campus,some words\n24,Facility,Surgical center,some words\n",
        1,
        "11",
        "22",
    ),
    Sound(
        "coverage",
        partial(_articles, "article"),
        "current_article.zip",
        b"article_id,article_version,title,article_eff_date,article_end_date,status,display_id\n"
        b"50001,1,some words,2024-02-01,,A,A50001\n57642,7,some words,2024-02-01,,A,A57642\n"
        b"57643,1,some words,2024-02-01,,A,A57643\n",
        1,
        "50001",
        "57642",
    ),
    Sound(
        "coverage",
        partial(_articles, "article_x_icd10_covered"),
        "current_article.zip",
        b"article_id,article_version,icd10_code_id,icd10_code_version,range,description\n"
        b"50001,1,N87.0,1,N,some words\n57642,7,N87.1,1,N,some words\n57642,7,D06.9,1,N,"
        b"some words\n",
        1,
        "50001",
        "57642",
    ),
)
"""Every kind of table that an import reads."""
