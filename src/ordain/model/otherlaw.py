"""Whether a reference is to other law: an act, a charter, a code, another ordinance."""

import re

# What stands before the number: "8 U.S.C. § 1373", "Tennessee Code Annotated § 7-68-101",
# "Article X, Section 6", "NMSA 1978, Section 12-2A-4".
_BEFORE = re.compile(
    r"""(?:
        (?<!\bthis\ )(?:\b(?:Code|Annotated|Ann\.|Stat\.|Statutes?|Charter|Act|Law|Constitution|Const\.|Ordinances?
          |Ord\.|Resolution|Regulations?|Reg\.|Rules?|NMSA(?:\s+1978)?|NMAC|ROA(?:\s+1994)?|Register)
        |\b[A-Z]\.(?:\s?[A-Z]\.){1,4}|\b(?:[0-9]+\s+[A-Z]{3,5}|TCA)
        |\b(?:Title|Chapter|Article|Part|Subchapter|TITLE|CHAPTER|ARTICLE|PART)\s+(?:[0-9A-Z-]+|_{4,}))
        [,:]?\s*
    )$""",
    re.VERBOSE,
)
# So much is looked at before a reference.
_NEAR = 40

# What stands behind it: "of the Freedom of Information Act", "of Title 8", "NMSA 1978".
_BEHIND = re.compile(
    r"""
      (?:\s\([0-9A-Za-z]{1,4}\))?\s+of\s+(?:(?:the|that|said|such|a|an|another|[Tt]itle|[Cc]hapter|[Aa]rticle|[Pp]art|[Ss]ubchapter)\s|[A-Z0-9])
    | ,?\s+(?:[A-Z]\.(?:[A-Z]\.)+|USC|CFR|NMSA|NMAC|ROA)(?![A-Za-z])
    | ,\s+(?:Title|Chapter|Article|Part)\s+(?:[0-9]|[IVXLC]+\b|_{4,})
    """,
    re.VERBOSE,
)


def is_other_law(text: str, start: int, end: int, *, is_told: bool) -> bool:
    """Whether the reference that stands from `start` to `end` in a text is to other law.

    `is_told` says that it tells which provision of this text holds what it cites.
    """
    if not is_told and _BEFORE.search(text, max(0, start - _NEAR), start):
        return True
    return _BEHIND.match(text, end) is not None
