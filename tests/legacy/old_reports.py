"""Old reports in the family of the reference report, in words of our own, and how to read them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any

from pydantic import BaseModel

from reportkit.legacy.draft import Draft
from reportkit.legacy.place import place
from reportkit.legacy.read import read_old_report
from reportkit.legacy.write import write_draft
from reportkit.model.imported import Imported
from reportkit.model.input import ProvidedInput
from reportkit.model.report import Report
from reportkit.model.sections import AUTHORED
from reportkit.source.file import decode
from reportkit.source.load import load
from reportkit.source.parse import parse
from reportkit.source.values import plain

DAY = date(2026, 11, 23)
MODELS: dict[str, type[BaseModel]] = {
    "report": Report,
    "input": ProvidedInput,
    **AUTHORED,
    "imported": Imported,
}

TEXT = """\
Summary & Overview
CPT 57510: Heat Cautery of Cervical Tissue
CPT code 57510 reports the destruction of tissue of the cervix by heat. It matters because \
many offices report it. Sound coding shapes payment.
Key payers in common coverage analyses include Aetna, Blue Cross and Blue Shield, Humana, and \
Medicare. Readers will find utilization benchmarks and the common modifiers.
This summary gives billers and analysts with little time an outline. Data not available in the \
input is noted explicitly.
CPT Code Overview
The clinician applies heat to the cervix to destroy tissue.
-
Service type: Surgical ablative procedure
-
Typical site of service: Office; also hospital outpatient department (POS 22)
Data not available in the input.
Clinical & Coding Specifications
Clinical Context
A 34-year-old woman returns after an abnormal smear. A biopsy shows moderate dysplasia. The \
surgeon performs cautery in the office. Typical workflow: consent, speculum, cautery, and advice.
Related Codes
57511 is used for freezing.
Coding Specifications
| Modifier | Description | When to Use |
|---|---|---|
22 | More work than usual | Use when scarring doubled the work. |
| 59 | Distinct service | Use when another site was treated. | only once
Data not available in the input."""

MARKDOWN = """\
---
title: Old export
---
# CPT 57510: Heat Cautery of Cervical Tissue

## Overview

CPT code 57510 reports the destruction of tissue of the cervix
by heat. It matters because many offices report it.

Key payers include **Aetna** and Medicare.

## Billing Code Overview

The clinician applies heat to the cervix to destroy tissue.

- **Service type:** Ablation of tissue
- **Typical site of service:** Office

## Clinical Context

A 34-year-old woman returns after an abnormal smear. A biopsy shows moderate dysplasia.
The surgeon performs cautery in the office.

### Workflow

1. Obtain consent.
2. Apply the heat.

## Coding Specifications

Modifier | Description | When to Use
--- | --- | ---
22 | More work than usual | Use when scarring doubled the work.
"""

HTML = """\
<!doctype html><html><head><title>Code page</title><style>p {color: red}</style></head><body>
<nav><a href="/">Home</a></nav>
<h2>Summary &amp; Overview</h2>
<h1>CPT 57510: Heat Cautery of Cervical Tissue</h1>
<p>CPT code 57510 reports the destruction of tissue of the cervix by heat. It matters.</p>
<p>Key payers covered include Aetna, and Medicare.</p>
<h2>Billing Code Overview</h2><p>The clinician applies heat to destroy tissue.</p>
<ul><li><strong>Service type:</strong> Ablation<li>Typical site of service: Office</ul>
<h3>Clinical Context</h3>
<p>A 34-year-old woman returns after an abnormal smear. A biopsy shows moderate dysplasia.
The surgeon performs cautery in the office.</p>
<h3>Coding Specifications</h3>
<table><tr><th>Modifier</th><th>Description</th><th>When to Use</th></tr>
<tr><td>22</td><td>More work than usual</td><td>Use when scarring doubled the work.</td></tr>
<tr><td>59<td>Distinct service<td>Use when another site was treated.</table>
<footer>All rights reserved</footer></body></html>
"""


def drafted(name: str, content: bytes, code: str | None = None) -> tuple[Draft, dict[str, str]]:
    """The draft of an old report and the texts of its files."""
    draft = place(read_old_report(name, content), code, DAY)
    return draft, write_draft(draft)


def loaded(draft: Draft, texts: dict[str, str]) -> dict[str, Any]:
    """The models of the files, by key; every one has to have its form."""
    models: dict[str, Any] = {}
    for path, text in texts.items():
        key = path.rsplit("/", 1)[1].removesuffix(".yaml")
        file, problems = decode(path, text.encode())
        read = load(file, MODELS[key], problems)
        assert read.problems == (), (path, read.problems, text)
        models[key] = read.model
    assert {*models, "imported"} == set(MODELS)
    return models


def words(text: str) -> Counter[str]:
    """The words of a text, without signs."""
    return Counter(re.findall(r"[^\W_]+", text))


def kept(texts: dict[str, str]) -> Counter[str]:
    """All words that stand as values in the files, comments left out."""
    return words(" ".join(part for text in texts.values() for part in _values(text)))


def _values(text: str) -> list[str]:
    root = parse(text).root
    assert root is not None
    return list(_strings(plain(root)))


def _strings(value: Any) -> list[str]:
    match value:
        case dict():
            return [text for each in value.values() for text in _strings(each)]
        case tuple():
            return [text for each in value for text in _strings(each)]
        case _:
            return [str(value)]
