"""The program, as `ordain` or `python -m ordain` starts it: soon there, and soon gone.

Loading makes many objects that stay, and a program that ends needs nothing taken apart:
looking for garbage among the first and freeing the last one by one cost a tenth of a
redline of two short files.
"""

import gc
import os
import sys

# So many objects more are made before anybody looks which of them are garbage.
_OBJECTS = 100_000

_FAILED = 2


def run() -> None:
    """Run the command, and leave with its exit status as soon as everything is written."""
    gc.set_threshold(_OBJECTS)
    from ordain.cli import main  # noqa: PLC0415 - loaded after the line above

    try:
        main()
    except SystemExit as stopped:
        status = stopped.code if isinstance(stopped.code, int) else 0
        for stream in (sys.stdout, sys.stderr):
            try:
                stream.flush()
            except (OSError, ValueError):  # what was said has not been heard to its end
                status = status or _FAILED
        os._exit(status)


if __name__ == "__main__":
    run()
