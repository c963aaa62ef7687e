"""Ask the judges of the shared folder: `judge_worker.py ORACLE`, one JSON list a line, one JSON object back.

`[old, new, redline]` is judged; `[docx]` is asked whether it holds revisions.  It runs in a process
of its own, so that no engine and no judge share one.
"""

import functools
import importlib
import json
import shutil
import sys
from pathlib import Path


def main() -> None:
    """Answer until the input ends."""
    sys.path.insert(0, sys.argv[1])
    judge = importlib.import_module("judge")
    ooxml = importlib.import_module("ooxml")
    # The two sides of a pair are read once, however many engines compared them.
    vars(judge)["office_text"] = functools.cache(judge.office_text)
    office = importlib.import_module("lo_client").LibreOffice() if shutil.which("soffice") else None
    for line in sys.stdin:
        paths = [Path(path) for path in json.loads(line)]
        try:
            if len(paths) == 1:
                answer = {"tracked": ooxml.revisions(ooxml.Package(str(paths[0]))).total}
            else:
                answer = judge.judge(*paths, office)
        except Exception as error:  # noqa: BLE001 - a redline that no judge can read is judged by that
            answer = {"error": repr(error)[:300]}
        print(json.dumps(answer), flush=True)
    if office:
        office.close()


if __name__ == "__main__":
    main()
