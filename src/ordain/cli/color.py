"""Whether the terminal is to be given colors."""

import os
import sys


def wanted() -> bool:
    """Whether tones may be colors: on a terminal, unless NO_COLOR is set; FORCE_COLOR says so anywhere."""
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or sys.stdout.isatty()
