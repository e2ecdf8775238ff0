"""A reported county lies in its reported prefecture and province: known by their codes."""

import pytest

from kg.graph.build import build


@pytest.mark.parametrize(
    ("homes", "inside"),
    [
        (("鹿寨县", "柳州市"), {("鹿寨县", "柳州市")}),
        (("鹿寨县", "昆山市"), set()),
        (("柳州市", "广西壮族自治区"), {("柳州市", "广西壮族自治区")}),
        (("云溪某县", "柳州市"), set()),
    ],
)
def test_a_county_lies_in_what_its_code_says(homes, inside, report) -> None:
    graph = build([report(f"d{n}", home=home) for n, home in enumerate(homes)])
    found = {
        (graph.nodes[a]["said_name"], graph.nodes[b]["said_name"])
        for a, b, data in graph.edges(data=True)
        if data["type"] == "PART_OF" and data.get("derived")
    }
    assert found == inside
