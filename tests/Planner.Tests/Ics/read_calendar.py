"""Prints when the events of a calendar file take place, as another library reads it: start/end in UTC and the title, a line each."""
import sys
from datetime import date, datetime, time, timedelta

import pytz
from dateutil.rrule import rrulestr
from icalendar import Calendar

UTC = pytz.utc


def instant(wall, zone):
    """A gap moves forward, of an hour that comes twice the first counts."""
    try:
        return zone.localize(wall, is_dst=None).astimezone(UTC)
    except pytz.AmbiguousTimeError:
        return min(zone.localize(wall, is_dst=flag).astimezone(UTC) for flag in (True, False))
    except pytz.NonExistentTimeError:
        return max(zone.localize(wall, is_dst=flag).astimezone(UTC) for flag in (True, False))


def split(value, home):
    """The time on the wall and its zone. What has no zone is by the clock of whoever reads."""
    if not isinstance(value, datetime):
        return datetime.combine(value, time()), home
    if value.tzinfo is None:
        return value, home
    return value.replace(tzinfo=None), value.tzinfo


def starts_of(component, until):
    first, _ = split(component['DTSTART'].dt, pytz.utc)
    if 'RRULE' not in component:
        return [first]
    rule = component['RRULE'].copy()
    if 'UNTIL' in rule:
        end = rule['UNTIL'][0]
        if isinstance(end, datetime) and end.tzinfo is not None:
            end = end.astimezone(component['DTSTART'].dt.tzinfo).replace(tzinfo=None)
        elif not isinstance(end, datetime):
            end = datetime.combine(end, time(23, 59, 59))
        del rule['UNTIL']
        until = min(until, end)
    return list(rrulestr(rule.to_ical().decode(), dtstart=first).between(first, until, inc=True))


def dates(component, name):
    values = component.get(name, [])
    for value in values if isinstance(values, list) else [values]:
        for one in value.dts:
            yield split(one.dt, pytz.utc)[0]


def main(home_name, until_text):
    home = pytz.timezone(home_name)
    until = datetime.fromisoformat(until_text)
    calendar = Calendar.from_ical(sys.stdin.buffer.read())
    events = list(calendar.walk('VEVENT'))
    moved = {(str(one['UID']), split(one['RECURRENCE-ID'].dt, home)[0]) for one in events if 'RECURRENCE-ID' in one}
    lines = []
    for event in events:
        left_out = set(dates(event, 'EXDATE'))
        begin, zone = split(event['DTSTART'].dt, home)
        length = split(event['DTEND'].dt, home)[0] - begin
        for start in [begin] if 'RECURRENCE-ID' in event else starts_of(event, until):
            if start in left_out or ('RECURRENCE-ID' not in event and (str(event['UID']), start) in moved):
                continue
            first, last = instant(start, zone), instant(start + length, zone)
            # What the gap would turn round keeps its length.
            last = last if last > first else first + length
            lines.append(f'{first:%Y-%m-%dT%H:%MZ}/{last:%Y-%m-%dT%H:%MZ} {event["SUMMARY"]}')
    print('\n'.join(sorted(lines)))


main(*sys.argv[1:])
