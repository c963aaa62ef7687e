"""E001: a text that cannot be read.

Nothing else can be said of it until that is mended, so this code can be neither ignored nor waived.

Source: the file; the cases in `tests/cases` show what is said of every fault.

Bad:

    SECTION 1. REPORTS. A City department shall report it. {#reports from=}

Good:

    SECTION 1. REPORTS. A City department shall report it. {#reports}
"""

CODE = "E001"
