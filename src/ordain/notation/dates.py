"""Read a date as every file of ours writes it: year, month, day."""

import datetime as dt
import re

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

REMEDY = "write it as 2026-03-02, or null where it is not known"


def read_date(written: str) -> dt.date | None:
    """Return the date, or None where there is none such.

    >>> read_date("2026-03-02"), read_date("2026-02-30"), read_date("20260302")
    (datetime.date(2026, 3, 2), None, None)
    """
    if not _DATE.fullmatch(written):
        return None
    try:
        return dt.date.fromisoformat(written)
    except ValueError:
        return None
