"""What folds into what (GRAPH.md, Keys), on single groups of claims."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kg.graph.fact import Claim, Fact
from kg.graph.fold import best, confidence, evidence, fold_all, when
from kg.graph.periods import days
from kg.model import Ref, Scalar, Span, Statement

SAID = Statement(Ref("Project", "茶厂项目"), "at_stage", Ref("Stage", "signed"))


def stage(date: str | None, document: str = "a", **claim: str) -> Claim:
    bounds = days(date) if date else None
    of = Claim("REACHED", "Project/1", "Stage/signed", document, SAID, bounds, date)
    return replace(of, **claim)  # type: ignore[arg-type]


def figure(value: Scalar | None, document: str = "a", unit: str = "CNY") -> Claim:
    return Claim(
        "HAS_FIGURE", "Region/1", "Indicator/1", document, SAID,
        days("2023"), None, value, "level", unit,
    )  # fmt: skip


def quoted(claim: Claim, quote: str, confidence: float, start: int = 0) -> Claim:
    span = Span(start, start + len(quote), quote, "第一节")
    return replace(
        claim, statement=replace(SAID, evidence=(span,), confidence=confidence, rule=quote)
    )


def dates(facts: list[Fact]) -> set[str | None]:
    return {fact.head.date for fact in facts}


def test_a_vaguer_date_folds_into_every_sharper_one_it_agrees_with() -> None:
    facts = fold_all(map(stage, [None, "2023", "2023-03", "2023-03-28", "2023-07", "2022"]))
    assert dates(facts) == {"2023-03-28", "2023-07", "2022"}
    by_date = {fact.head.date: {claim.date for claim in fact.vaguer} for fact in facts}
    assert by_date == {
        "2023-03-28": {None, "2023", "2023-03"},
        "2023-07": {None, "2023"},
        "2022": {None},
    }


def test_one_stretch_of_days_is_one_date_however_it_is_said() -> None:
    assert len(fold_all([stage("2023-H1"), stage("2023-01/2023-06", "b")])) == 1


def test_stages_of_other_tense_or_name_stand_apart() -> None:
    claims = [stage(None), stage("2023", type="PLANNED"), stage("2023", target="Stage/started")]
    assert len(fold_all(claims)) == 3


def test_a_masked_figure_folds_into_every_open_one() -> None:
    facts = fold_all([figure(None), figure(5), figure(7)])
    assert {fact.head.value: len(fact.vaguer) for fact in facts} == {5: 1, 7: 1}
    assert [fact.head.value for fact in fold_all([figure(None), figure(None, "b")])] == [None]


def test_a_masked_figure_of_another_unit_stands_apart() -> None:
    assert len(fold_all([figure(None, unit="USD"), figure(5)])) == 2


def test_the_period_of_a_figure_is_no_date_to_fold() -> None:
    other = replace(figure(5), days=days("2023-H1"))
    assert len(fold_all([figure(5), other])) == 2


def test_other_facts_are_one_whatever_their_date_and_print_the_sharpest() -> None:
    claims = [
        stage(date, str(number), type="SIGNED_AT", target="Event/1")
        for number, date in enumerate([None, "2023", "2023-05", "2023-03"])
    ]
    (fact,) = fold_all(claims)
    assert when(fact).date == "2023-03"


def test_former_names_that_differ_are_several_facts() -> None:
    claims = [
        stage(None, type="FORMERLY_NAMED", target="Project/1", value=name)
        for name in ("云溪木业", "云溪木业有限公司", "北川木业")
    ]
    assert sorted(str(fact.head.value) for fact in fold_all(claims)) == ["云溪木业", "北川木业"]


def test_the_best_sentence_is_the_surest_of_those_that_say_it_sharply() -> None:
    vague = quoted(stage(None), "签约。", 1.0)
    sharp = [quoted(stage("2023"), "今年签约。", 0.5), quoted(stage("2023", "b"), "已签约。", 0.8)]
    (fact,) = fold_all([vague, stage("2023", "c"), *sharp])
    assert best(fact) == sharp[1]
    found = evidence(fact)
    assert found["quote"] == found["rule"] == "已签约。"
    assert found["source"] == "b 第一节"
    assert found["documents"] == ["a", "b", "c"]
    assert len(found["passages"]) == 3  # type: ignore[arg-type]


def test_documents_confirm_one_another_sentences_of_one_document_do_not() -> None:
    one, again = quoted(stage(None), "甲。", 0.5), quoted(stage(None), "乙。", 0.6, 9)
    other = quoted(stage(None, "b"), "丙。", 0.5)
    (alone,) = fold_all([one, again])
    (confirmed,) = fold_all([one, again, other])
    assert confidence(alone) == 0.6
    assert confidence(confirmed) == 0.8


def test_a_fact_without_a_quote_has_none() -> None:
    (fact,) = fold_all([stage(None)])
    found = evidence(fact)
    assert "quote" not in found
    assert "rule" not in found
    assert found["source"] == "a"


CLAIMS = st.lists(
    st.one_of(
        st.builds(
            stage,
            st.sampled_from([None, "2023", "2023-H1", "2023-03", "2023-03-28", "2022/2023"]),
            st.sampled_from("ab"),
        ),
        st.builds(figure, st.sampled_from([None, 0, 5, 7.5]), st.sampled_from("ab")),
    ),
    max_size=9,
)


@given(CLAIMS, st.randoms())
def test_the_order_of_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = sorted(claims, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert [(f.id, evidence(f)) for f in fold_all(shuffled)] == [
        (f.id, evidence(f)) for f in fold_all(claims)
    ]


@given(CLAIMS)
def test_no_claim_is_lost(claims: list[Claim]) -> None:
    kept = [claim for fact in fold_all(claims) for claim in fact.claims]
    assert all(claim in kept for claim in claims)


@given(CLAIMS)
def test_claims_said_again_change_nothing(claims: list[Claim]) -> None:
    assert [f.id for f in fold_all(claims + claims)] == [f.id for f in fold_all(claims)]
