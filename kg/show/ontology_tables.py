"""The ontology as tables for people: classes, edges, properties, vocabularies, chains."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.link.chains import taxonomy
from kg.ontology import forms
from kg.ontology.turtle import NAMESPACES
from kg.store.rdf.names import LITERAL_OBJECT, edge_predicate, predicate
from kg.vocabulary import EdgeForm, edge_forms, indicators, load, node_forms, scheme

_POSITIONS = {"upstream": "上游", "midstream": "中游", "downstream": "下游"}


@dataclass(frozen=True, slots=True)
class Section:
    """One table: its titles and meaning in both languages, its headings, its rows by anchor."""

    id: str
    zh: str
    en: str
    about: tuple[str, str]
    columns: Sequence[str]
    rows: Mapping[str, Sequence[str]]


def sections() -> Iterator[Section]:
    """All tables, in reading order."""
    yield _classes()
    yield _edges()
    yield _properties()
    yield from _schemes()
    yield _indicators()
    yield _chains()


def _classes() -> Section:
    columns = (
        "类 class",
        "含义 meaning",
        "属性 properties",
        "出边 edges out",
        "上位类 subclass of",
    )
    rows = {
        label: (
            f"{form.zh}\n{_both(label, form.en)}", f"{form.about_zh}\n{form.about_en}",
            ", ".join(forms.carried(label)), ", ".join(_out(label)), form.sub_class_of,
        )
        for label, form in node_forms().items()
    }  # fmt: skip
    for label, (zh, en, about_zh, about_en) in forms.STATEMENTS.items():
        own = ", ".join(forms.carried(label))
        rows[label] = (
            f"{zh}\n{_both(label, en)}",
            f"{about_zh}\n{about_en}",
            own,
            "",
            "rdf:Statement",
        )
    about = ("每个节点有且只有一个类。", "Every node has exactly one class.")
    return Section("classes", "类", "Classes", about, columns, rows)


def _both(label: str, english: str) -> str:
    """A class's name with its English words, where these say more."""
    return label if label.lower() == english.lower() else f"{label} {english}"


def _out(label: str) -> Iterator[str]:
    return (form.type for form in _plain_edges() if label in form.sources)


def _plain_edges() -> Iterator[EdgeForm]:
    """The edge types without the planned and failed forms of a fact that holds."""
    declared = load("graph.yaml")["edges"]
    return (form for form in edge_forms().values() if form.type in declared)


def _edges() -> Section:
    columns = ("边 edge", "RDF", "从 from", "到 to", "含义 meaning", "计划、未能 planned, failed")
    rows = {}
    for form in _plain_edges():
        tensed = f"PLANNED_{form.type}" in edge_forms()
        rows[form.type] = (
            f"{form.zh}\n{form.type} {form.en}", _short(edge_predicate(form.type)),
            " ".join(form.sources), " ".join(form.targets), "\n".join(forms.meaning(form)),
            f"PLANNED_{form.type}\nFAILED_{form.type}" if tensed else "",
        )  # fmt: skip
    about = (
        "一条普通的边是成立的事实；计划的和未能的是另外的边，绝不是普通边加一个属性。",
        "A plain edge is a fact that holds; plans and failures are edges of their own, never a "
        "plain one with a property.",
    )
    return Section("edges", "边", "Edges", about, columns, rows)


def _properties() -> Section:
    columns = ("属性 property", "RDF", "类型 type", "含义 meaning", "取值 values")
    rows = {
        f"p-{name}": (
            f"{row['zh']}\n{name} {row['en']}", _short(predicate(name)), str(row["type"]),
            f"{row['about_zh']}\n{row['about']}", ", ".join(forms.values(name)),
        )
        for name, row in forms.properties().items()
        if name not in LITERAL_OBJECT.values()
    }  # fmt: skip
    about = ("节点和边的属性。", "What nodes and edges carry.")
    return Section("properties", "属性", "Properties", about, columns, rows)


def _short(iri: str) -> str:
    """`kg:signedAt`, with the longest prefix that fits."""
    fit = [(len(base), p, base) for p, base in NAMESPACES.items() if iri.startswith(base)]
    _, prefix, base = max(fit)
    return f"{prefix}:{iri.removeprefix(base)}"


def _schemes() -> Iterator[Section]:
    for name, own in load("vocabularies.yaml")["schemes"].items():
        rows = {
            f"{own['prefix']}-{concept.code}": (
                f"{concept.zh}\n{concept.en}", f"{own['prefix']}:{concept.code}",
                f"{concept.extra['about_zh']}\n{concept.extra['about_en']}", _marks(concept.extra),
            )
            for concept in scheme(name).values()
        }  # fmt: skip
        columns = ("名称 name", "RDF", "含义 meaning", "标记 marks")
        about = (own["about_zh"], own["about_en"])
        yield Section(name, own["zh"], own["en"], about, columns, rows)


def _marks(extra: Mapping[str, Any]) -> str:
    said = [f"次序 order {extra['order']}"] if "order" in extra else []
    said += ["已开工 started"] if extra.get("started") else []
    said += ["算链主、龙头 anchor"] if extra.get("anchor") else []
    return "\n".join(said)


def _indicators() -> Section:
    columns = (
        "指标 indicator",
        "RDF",
        "单位 unit",
        "越…越好 better",
        "含义 meaning",
        "也说成 words",
    )
    rows = {
        f"indicator-{code}": (
            f"{concept.zh}\n{concept.en}", f"indicator:{code}", str(concept.extra["unit"]),
            "高 up" if concept.extra["better"] == "up" else "低 down",
            _defined(concept.extra), "、".join(concept.extra.get("words", ())),
        )
        for code, concept in indicators().items()
    }  # fmt: skip
    about = (
        "有身份的指标；不在其中的按原文的说法保留。",
        "Indicators that have an identity; any other stays under the words that said it.",
    )
    return Section("indicators", "指标", "Indicators", about, columns, rows)


def _defined(extra: Mapping[str, Any]) -> str:
    formula = f"\n= {extra['formula']}" if "formula" in extra else ""
    return f"{extra['about_zh']}\n{extra['about_en']}{formula}"


def _chains() -> Section:
    columns = ("产业链 chain", "环节 links", "环节中的产品 products", "也说成、包含 words, kinds",
               "GB/T 4754")  # fmt: skip
    rows = {}
    for code, chain in taxonomy().items():
        links = [f"{_POSITIONS[s.position]} {s.zh} {s.en}" for s in chain.segments]
        words = [f"{s.zh}：{'、'.join(s.words)}" for s in chain.segments]
        rows[f"chain-{code}"] = (
            f"{chain.zh}\n{code} {chain.en}", "\n".join(links), "\n".join(words),
            "、".join((*chain.words, *chain.kinds)), " ".join(chain.gbt4754),
        )  # fmt: skip
    about = (
        "产业链分类及其环节，按上中下游次序；产品词把企业和项目放进环节。",
        "The chains and their links in order; the words for products place firms and projects.",
    )
    return Section("chains", "产业链", "Industry chains", about, columns, rows)
