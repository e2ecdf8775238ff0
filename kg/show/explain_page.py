"""`kg explain --html`: the explained document as one offline page."""

from typing import Any

from kg.model import ENTITY_TYPES
from kg.show import look
from kg.show.explain import Explanation, Piece, Said
from kg.show.offline import render
from kg.show.wording import tense, wording
from kg.vocabulary import node_forms


def explain_page(told: Explanation) -> str:
    """The page: the text with coloured names, beside each paragraph its facts."""
    forms = node_forms()
    return render(
        "explain",
        {},
        title=told.title,
        judged=told.judged,
        counts={
            "names": len(told.names),
            "facts": len(told.facts),
            "wrong": told.count("wrong"),
            "missed": told.count("missed"),
        },
        types=[(forms[t].zh, forms[t].en, look.colour(t)) for t in ENTITY_TYPES],
        paragraphs=[
            {"pieces": map(_piece, p.pieces), "facts": [_fact(told, s) for s in p.facts]}
            for p in told.paragraphs
        ],
        nowhere=[_fact(told, said) for said in told.nowhere],
        names=[
            {
                "number": n.number, "name": n.entity.name, "type": forms[n.entity.type].zh,
                "colour": look.colour(n.entity.type), "aliases": "、".join(n.entity.aliases),
                "verdict": n.verdict, "mentions": len(n.entity.mentions),
            }
            for n in told.names
        ],
    )  # fmt: skip


def _piece(piece: Piece) -> dict[str, Any]:
    outer = piece.names[0] if piece.names else None
    return {
        "text": piece.text,
        "names": " ".join(str(named.number) for named in piece.names),
        "facts": " ".join(map(str, piece.facts)),
        "colour": look.colour(outer.entity.type) if outer else "",
        "inner": look.colour(piece.names[1].entity.type) if piece.names[1:] else "",
        "verdict": outer.verdict if outer else "",
        "masked": bool(outer and outer.entity.masked),
        "title": " ‹ ".join(f"{n.entity.name}（{n.entity.type}）" for n in reversed(piece.names)),
    }


def _fact(told: Explanation, said: Said) -> dict[str, Any]:
    fact, words = said.fact, wording(said.fact)
    ends = {ref for ref in (fact.subject, fact.object) if ref}
    return {
        "number": said.number,
        "names": " ".join(str(n.number) for n in told.names if n.entity.ref in ends),
        "words": words,
        "tense": tense(fact),
        "verdict": said.verdict,
        "confidence": f"{fact.confidence:.2f}",
        "rule": fact.rule or "",
        "qualifiers": "  ".join(f"{key}={value}" for key, value in fact.qualifiers.items()),
        "predicate": fact.predicate,
        "evidence": [(span.quote, span.place or "") for span in fact.evidence],
    }
