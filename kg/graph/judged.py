"""Facts as analysts judged them: what they rejected is left out, what they accepted is reviewed."""

from collections.abc import Iterable, Mapping

from kg.graph.fact import Fact
from kg.graph.form import Graph
from kg.graph.write import properties_hash
from kg.model import Judgement

Verdicts = Mapping[str, Judgement]


def verdicts(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """The judgements of facts, by the id of the fact."""
    return {judgement.left: judgement for judgement in judgements if judgement.of_fact}


def standing(facts: Iterable[Fact], judged: Verdicts, left_out: list[str]) -> list[Fact]:
    """The facts that were not rejected; each rejected one is a line of what is left out."""
    kept = []
    for fact in facts:
        judgement = judged.get(fact.id)
        if judgement is None or judgement.verdict == "accepted":
            kept.append(fact)
            continue
        said = fact.head.statement
        target = said.object.name if said.object else said.value
        left_out.append(
            f"{fact.head.document}: {said.subject.name} – {said.predicate} – {target}: "
            "left out, an analyst rejected it"
        )
    return kept


def mark_reviewed(graph: Graph, judged: Verdicts) -> None:
    """`reviewed` on the edges and figures of accepted facts."""
    accepted = {name for name, judgement in judged.items() if judgement.verdict == "accepted"}
    if not accepted:
        return
    for node, data in graph.nodes(data=True):
        if node in accepted:
            _mark(data, str(data["label"]))
    for source, target, key, data in graph.edges(keys=True, data=True):
        if key in accepted:
            _mark(data, str(data["type"]), source, target)


def _mark(data: dict[str, object], kind: str, *ends: str) -> None:
    data["reviewed"] = True
    form = "label" if "label" in data else "type"
    printed = {k: v for k, v in data.items() if k not in (form, "kg_hash")}
    data["kg_hash"] = properties_hash(kind, printed, *ends)  # type: ignore[arg-type]
