"""Time the content pack: read it, build it and check it, from nothing, as a fresh process does."""

import json
import subprocess
import sys
from statistics import median
from typing import Any

RUNS = 5
BAR = 2.0
"""Seconds to load and check the whole pack."""

MEASURED = """
import json, time
begun = time.perf_counter(), time.process_time()
from assessment.content import check_pack, load_pack
imported = time.perf_counter()
load_pack()
loaded = time.perf_counter()
findings = check_pack()
checked = time.perf_counter()
print(json.dumps({
    "imports": imported - begun[0], "load": loaded - imported, "check": checked - loaded,
    "total": checked - begun[0], "processor": time.process_time() - begun[1], "findings": len(findings),
}))
"""


def content() -> dict[str, Any]:
    """Return the medians in seconds over fresh processes, beside the bar; ``total`` is what the bar is about."""
    runs = [_run() for _ in range(RUNS)]
    found = {key: round(median(run[key] for run in runs), 3) for key in runs[0]}
    return {**found, "runs": RUNS, "bar_total": BAR}


def _run() -> dict[str, float]:
    done = subprocess.run([sys.executable, "-c", MEASURED], check=True, capture_output=True, text=True)
    measured: dict[str, float] = json.loads(done.stdout)
    return measured
