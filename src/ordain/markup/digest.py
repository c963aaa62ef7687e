"""The digest of a draft: what tells one print from another."""

import hashlib
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ordain.markup.write import write

if TYPE_CHECKING:
    from ordain.model.draft import Draft
    from ordain.model.provision import Provision

# So many letters of the digest stand in the foot of a print: no two drafts of one council
# share them by chance.
_SHORT = 12


def digest(draft: "Draft") -> str:
    """Return the SHA-256 of the draft's bill text without what is never printed.

    Left out are ids and sources, base, author, rationale, dropped and waivers: two drafts
    with one print have one digest.
    """
    front = replace(draft.front, base=None, author=None, rationale=(), dropped=(), waivers=())
    provisions = tuple(map(_printed, draft.provisions))
    return hashlib.sha256(write(replace(draft, front=front, provisions=provisions)).encode()).hexdigest()


def short_digest(draft: "Draft") -> str:
    """Return the beginning of the digest, as the foot of a print shows it."""
    return digest(draft)[:_SHORT]


def _printed(provision: "Provision") -> "Provision":
    return replace(provision, id=None, sources=(), children=tuple(map(_printed, provision.children)))
