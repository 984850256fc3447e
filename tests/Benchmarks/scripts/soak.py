#!/usr/bin/env python3
"""soak.py RESULTS: memory of the host over the last soak, and whether its last third is above its first."""
import json, statistics, sys

run = json.loads(open(sys.argv[1]).readlines()[-1])
rss = run["rssMiB"]
third = max(1, len(rss) // 3)
first, last = statistics.median(rss[:third]), statistics.median(rss[-third:])
for at in range(0, len(rss), max(1, len(rss) // 30)):
    print(f"{(at + 1) * run['seconds'] / len(rss) / 60:6.1f} min {rss[at]:7.1f} MiB")
print(f"first third {first:.1f} MiB, last third {last:.1f} MiB ({100 * (last - first) / first:+.1f} %), peak {run['botPeakMiB']} MiB, "
      f"{run['measured']} updates at {run['updatesPerSecond']}/s, {'exact' if run['clean'] else 'NOT exact'}")
