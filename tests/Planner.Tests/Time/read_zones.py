"""Reads lines "zone local" and prints them with the instant in UTC, by the system's zone data."""
import sys
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

for line in sys.stdin:
    zone, local = line.split()
    instant = datetime.fromisoformat(local).replace(tzinfo=ZoneInfo(zone)).astimezone(timezone.utc)
    print(zone, local, f'{instant:%Y-%m-%dT%H:%M}')
