"""How much of what one text says stands in another, whatever its order: by the words that carry meaning."""

from itertools import groupby

from ordain.norms.words import stem, words

# Words that stand in any sentence of a law: their presence shows nothing.
_LITTLE = frozenset(
    ["a", "an", "the", "this", "that", "these", "those", "such", "any", "each", "every", "all", "some", "no",
     "not", "nor", "neither", "either", "and", "or", "but", "if", "as", "at", "by", "for", "from", "in", "into",
     "of", "on", "onto", "to", "under", "upon", "with", "without", "within", "after", "before", "between",
     "through", "during", "be", "is", "are", "was", "were", "been", "being", "has", "have", "had", "do", "does",
     "did", "it", "its", "they", "them", "their", "he", "she", "his", "her", "who", "whom", "whose", "which",
     "what", "when", "where", "how", "there", "then", "than", "so", "shall", "must", "may", "should", "will",
     "would", "can", "could", "also", "other", "another", "same", "own", "one", "whereas", "section"]
)  # fmt: skip
# So many words that carry meaning, one after the other and none of them found, are a clause that may be lost.
_CLAUSE = 4


def share(wanted: str, text: str) -> float:
    """Return the share of the words of `wanted` that stand in `text`; 1 where it has none that carry meaning.

    >>> share("report the activity to the Mayor", "activities are reported")
    0.6666666666666666
    """
    asked = [it for it, _ in _carrying(wanted)]
    held = {it for it, _ in _carrying(text)}
    return sum(it in held for it in asked) / len(asked) if asked else 1.0


def missing(wanted: str, text: str) -> tuple[str, ...]:
    """Return the clauses of `wanted` of which no word stands in `text`.

    >>> missing("identify officers and avoid harmful or disruptive tactics", "an officer is identified")
    ('avoid harmful disruptive tactics',)
    """
    held = {it for it, _ in _carrying(text)}
    runs = [list(run) for found, run in groupby(_carrying(wanted), key=lambda it: it[0] in held) if not found]
    return tuple(" ".join(word for _, word in run) for run in runs if len(run) >= _CLAUSE)


def _carrying(text: str) -> list[tuple[str, str]]:
    """Return the words that carry meaning, each with its stem before it."""
    return [(stem(it.form), it.text) for it in words(text) if it.form[0].isalnum() and it.form not in _LITTLE]
