from random import Random

from hypothesis import given
from hypothesis import strategies as st

from kg.link.across import Union, identify
from kg.link.register import Register, register
from kg.model import Entity, Judgement, Reading, Source


def names(document: str, home: str, *entities: Entity) -> Register:
    return register(Reading(Source(document), (Entity("Region", home, ("home",)), *entities)))


def test_names_unique_in_a_county_meet_across_its_reports() -> None:
    park = Entity("Park", "城东产业园")
    ids = identify([names("a", "云溪县", park), names("b", "云溪县", park)], ())
    assert ids[0] == ids[1]


def test_masked_counties_stay_apart_and_so_do_their_parks() -> None:
    park = Entity("Park", "城东产业园")
    ids = identify([names("a", "*县", park), names("b", "*县", park)], ())
    assert not set(ids[0]) & set(ids[1])


def test_parks_meet_where_the_counties_are_judged_one() -> None:
    park = Entity("Park", "城东产业园")
    reports = [names("a", "*县", park), names("b", "X县", park)]
    before = identify(reports, ())
    ids = identify(reports, [Judgement(before[0][0], before[1][0], "accepted")])
    assert ids[0] == ids[1] == [min(before[0][0], before[1][0]), min(before[0][1], before[1][1])]


def test_a_rejected_pair_does_not_meet_by_a_rule() -> None:
    park = Entity("Park", "城东产业园")
    reports = [names("a", "*县", park), names("b", "X县", park)]
    before = identify(reports, ())
    judgements = [
        Judgement(before[0][0], before[1][0], "accepted"),
        Judgement(before[0][1], before[1][1], "rejected"),
    ]
    ids = identify(reports, judgements)
    assert ids[0][0] == ids[1][0]
    assert ids[0][1] != ids[1][1]


PAIRS = st.lists(st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")), max_size=8)


@given(PAIRS, st.randoms())
def test_the_order_of_judgements_does_not_matter(
    pairs: list[tuple[str, str]], random: Random
) -> None:
    judgements = [Judgement(a, b, "accepted") for a, b in pairs]
    shuffled = random.sample(judgements, len(judgements))
    one, other = Union(judgements), Union(shuffled)
    assert [one.find(x) for x in "abcdef"] == [other.find(x) for x in "abcdef"]
