"""Does reading a payer's in-network file need more memory when the file is larger?

Writes a synthetic file of about the given size to a temporary folder, reads it in a fresh
process, and prints seconds, throughput and the process's peak memory. One item holds most
of the prices, as in real files, providers stand before the prices, and the prices come
from a few hundred levels, as fee schedules times contract factors do.

    python benchmarks/in_network_memory.py [--megabytes 64] [--gzip]
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1 << 20
PER_ITEM = 40 * MEGABYTE


def main() -> None:
    """Write, measure, print, delete."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=int, default=64)
    parser.add_argument("--gzip", action="store_true")
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.read:
        read(given.read)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / ("rates.json.gz" if given.gzip else "rates.json")
        write(path, given.megabytes * MEGABYTE)
        print(f"file      {path.stat().st_size / MEGABYTE:.0f} MB")
        subprocess.run([sys.executable, __file__, "--read", str(path)], check=True)


def read(path: Path) -> None:
    """Read one file and print what it took."""
    from reportkit.inputs.rates import read_rates

    before = _peak()
    start = time.perf_counter()
    with path.open("rb") as stream:
        found = read_rates([(path.name, stream)], ["57511"], {"Example Health": "example"})
    seconds = time.perf_counter() - start
    size = path.stat().st_size / MEGABYTE
    n = sum(rate.n for rate in found.rates["57511"])
    print(f"seconds   {seconds:.1f}, {size / seconds:.1f} MB/s")
    print(f"memory    {_peak():.1f} MB at most, {before:.1f} MB before")
    print(f"prices    {n} in {len(found.rates['57511'])} buckets")


def write(path: Path, size: int) -> None:
    """A file of about `size` bytes: providers, then items; every third item is wanted."""
    packed = path.suffix == ".gz"
    with gzip.open(path, "wb", 1) if packed else path.open("wb") as stream:
        for piece in _pieces(size):
            stream.write(piece.encode())


def _pieces(size: int) -> Iterator[str]:
    chance = random.Random(57511)  # noqa: S311
    done = 0
    head = {
        "reporting_entity_name": "Example Health",
        "reporting_entity_type": "health insurance issuer",
        "last_updated_on": "2026-04-01",
        "version": "2.0.0",
    }
    yield json.dumps(head)[:-1] + ', "provider_references": ['
    for index in range(size // 20_000):
        yield (", " if index else "") + json.dumps(_provider(index, chance))
        done += 2_000
    yield '], "in_network": ['
    item = 0
    while done < size:
        code = "57511" if item % 3 == 0 else f"{10_000 + item}"
        yield (", " if item else "") + _item_head(code) + '"negotiated_rates": ['
        end = min(size, done + PER_ITEM)
        count = 0
        while done < end:
            text = (", " if count else "") + json.dumps(_rate(chance))
            yield text
            done += len(text)
            count += 1
        yield "]}"
        item += 1
    yield "]}"


def _provider(index: int, chance: random.Random) -> object:
    npis = [chance.randrange(10**9, 10**10) for _ in range(150)]
    tin = {"type": "ein", "value": "12-3456789", "business_name": "Example Group"}
    groups = [{"npi": npis, "tin": tin}]
    return {"provider_group_id": index, "network_name": ["Example"], "provider_groups": groups}


def _item_head(code: str) -> str:
    head = {
        "negotiation_arrangement": "ffs",
        "name": "a service",
        "billing_code_type": "CPT",
        "billing_code_type_version": "2026",
        "billing_code": code,
        "description": "a service in own words",
    }
    return json.dumps(head)[:-1] + ", "


def _rate(chance: random.Random) -> object:
    price = {
        "setting": chance.choice(["inpatient", "outpatient"]),
        "negotiated_type": chance.choice(["negotiated", "fee schedule", "percentage"]),
        "negotiated_rate": 100 + chance.randrange(300) * 1.25,
        "expiration_date": f"20{chance.randrange(26, 30)}-12-31",
        "service_code": ["11", "19", "22"],
        "billing_class": chance.choice(["professional", "institutional"]),
        "billing_code_modifier": chance.choice([["52"], ["53"], ["22"]]),
    }
    references = [chance.randrange(10_000) for _ in range(8)]
    return {"provider_references": references, "negotiated_prices": [price]}


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
