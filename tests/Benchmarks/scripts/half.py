#!/usr/bin/env python3
"""half.py WEBHOOK_RESULTS [RATE]: half of the median that cs-batch reached; RATE outranks it."""
import json, os, statistics, sys

if len(sys.argv) > 2 and sys.argv[2]:
    print(sys.argv[2])
else:
    lines = open(sys.argv[1]) if os.path.exists(sys.argv[1]) else []
    reached = [r["updatesPerSecond"] for r in map(json.loads, lines) if r["label"] == "cs-batch"]
    print(round(statistics.median(reached) / 2) if reached else 1000)
