"""A list or ledger is read by its headings; every row is a line that its facts quote."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from kg.errors import InputError
from kg.lists import ListReading, read_list
from kg.lists.kinds import kinds, load

LEADERS = "云溪县2024年链主企业名单\n企业名称,所属产业链\n甲河木业有限公司,木材加工\n"
Read = Callable[..., ListReading]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """`read("name.csv", text)`, with `encoding` and `sidecar`."""

    def make(name: str, text: str, encoding: str = "utf-8", sidecar: str = "") -> ListReading:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        if sidecar:
            (tmp_path / f"{name}.yaml").write_text(sidecar, "utf-8")
        return read_list(path)

    return make


def facts(found: ListReading) -> list[tuple[object, ...]]:
    return [
        (s.subject.name, s.predicate, s.object.name if s.object else s.value, dict(s.qualifiers))
        for s in found.reading.statements
    ]


@pytest.mark.parametrize("kind", kinds())
def test_every_kind_states_facts_of_declared_fields(kind: str) -> None:
    fields = load("fields")
    said = kinds()[kind]
    assert said.words and said.facts and said.subject in fields
    for fact in said.facts:
        named = {fact.get(key) for key in ("object", "value", "date", "when", "progress")} - {None}
        assert named <= set(fields)


@pytest.mark.parametrize(
    ("title", "designation"),
    [
        ("云溪县2024年链主企业名单", "chain_leader"),
        ("2024年云溪县农业产业化龙头企业名单", "leading"),
        ("2024年民营企业500强名单", "top500"),
        ("2024年专精特新“小巨人”企业名单", "little_giant"),
        ("2024年专精特新中小企业名单", "srdi"),
        ("云溪县2024年高新技术企业名单", "hightech"),
        ("云溪县2024年规上工业企业名单", "above_scale"),
        ("云溪县2024年上市公司名单", "listed"),
    ],
)
def test_the_title_says_what_the_firms_are(title: str, designation: str, read: Read) -> None:
    found = read("a.csv", f"{title}\n序号,企业名称\n1,甲河木业有限公司\n")
    assert facts(found) == [
        ("甲河木业有限公司", "has_designation", designation, {"date": "2024"})
    ]  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
def test_encodings_of_old_and_new_excel(encoding: str, read: Read) -> None:
    found = read("a.csv", LEADERS.replace("\n", "\r\n"), encoding)
    assert ("甲河木业有限公司", "in_chain", "木材加工", {}) in facts(found)


@pytest.mark.parametrize("mark", ["\t", ";"])
def test_other_separators(mark: str, read: Read) -> None:
    assert len(facts(read("a.csv", LEADERS.replace(",", mark)))) == 2


def test_a_fact_quotes_its_row_and_names_it(read: Read) -> None:
    found = read("a.csv", LEADERS).reading
    assert found.source.title == "云溪县2024年链主企业名单"
    assert (found.source.id, found.source.period) == ("a", "2024")
    for said in found.statements:
        (span,) = said.evidence
        assert span.quote == "企业名称：甲河木业有限公司；所属产业链：木材加工"
        assert found.text is not None
        assert found.text[span.start : span.end] == span.quote
        assert (span.place, said.rule) == ("第3行", "list.chain_leaders")
    text = found.text or ""
    for entity in found.entities:
        assert [text[a:b] for a, b in entity.mentions] == [entity.name] * len(entity.mentions)


def test_the_year_of_the_row_goes_before_that_of_the_list(read: Read) -> None:
    found = read("a.csv", "2024年链主企业名单\n企业名称,认定时间\n甲河木业,2022年3月\n")
    assert facts(found)[0][3] == {"date": "2022-03"}


def test_a_bad_row_is_named_and_the_rest_goes_on(read: Read) -> None:
    found = read("a.csv", f"{LEADERS},糖业\n乙河糖业有限公司,糖业\n")
    (problem,) = found.problems
    assert "a.csv 第4行: 缺少“企业名称”，请补上" in problem
    assert len(facts(found)) == 4


def test_sums_and_headings_between_rows_are_no_firms(read: Read) -> None:
    found = read("a.csv", f"{LEADERS}一、糖业,\n合计,1家\n总计：1家,\n")
    assert (len(facts(found)), found.problems) == (2, ())


def test_a_list_may_be_names_alone(read: Read) -> None:
    assert len(facts(read("a.csv", "链主企业名单\n企业名称\n甲河木业\n乙河糖业\n"))) == 2


def test_a_masked_firm_stays_masked(read: Read) -> None:
    found = read("a.csv", LEADERS.replace("甲河木业有限公司", "*木业有限公司"))
    (firm,) = (e for e in found.reading.entities if e.type == "Company")
    assert firm.masked


def test_parks_with_their_industries(read: Read) -> None:
    found = read(
        "云溪县园区名录.csv", "园区名称,主导产业,所在县区\n白鹭产业园,木材加工、糖业,云溪县\n"
    )
    assert facts(found) == [
        ("白鹭产业园", "focuses_on", "木材加工", {}), ("白鹭产业园", "focuses_on", "糖业", {}),
        ("白鹭产业园", "located_in", "云溪县", {}),
    ]  # fmt: skip


def test_the_mapping_is_shown(read: Read) -> None:
    shown = read("a.csv", "链主企业名单\n企业名称,联系人\n甲河木业,某人\n").shown
    assert "企业名称→company" in shown[0]
    assert "联系人" in shown[1]


def test_a_sidecar_corrects_the_mapping(read: Read) -> None:
    found = read("a.csv", "主体,行当\n甲河木业,木材加工\n", sidecar=(
        "list: leading_firms\ncolumns: {主体: company, 行当: chain}\n"
        "region: 云溪县\nperiod: '2023'\n"
    ))  # fmt: skip
    assert [f[1:3] for f in facts(found)] == [
        ("has_designation", "leading"), ("in_chain", "木材加工"),
    ]  # fmt: skip
    assert found.reading.source.region is not None
    assert found.reading.source.region.name == "云溪县"


@pytest.mark.parametrize(
    ("sidecar", "says"),
    [
        ("list: nobody", "nobody"),
        ("columns: {企业名称: nothing}", "nothing"),
        ("columns: 7", "columns"),
        ("period: 去年", "period"),
    ],
)
def test_a_wrong_sidecar_is_refused_with_what_is_right(sidecar: str, says: str, read: Read) -> None:
    with pytest.raises(InputError, match=rf"a\.csv\.yaml.*{says}"):
        read("a.csv", LEADERS, sidecar=sidecar)


def test_a_table_of_no_known_kind_is_refused_with_the_remedy(read: Read) -> None:
    with pytest.raises(InputError, match=r"a\.csv.*list.*columns"):
        read("a.csv", "姓名,电话\n某人,1\n")


def test_what_only_looks_like_a_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04broken")
    with pytest.raises(InputError, match=r"a\.xlsx"):
        read_list(path)


HEADINGS = ["序号", "项目名称", "投资方", "总投资", "签约时间", "进展", "所属产业", "园区"]


@pytest.fixture
def ledger(tmp_path: Path) -> Callable[..., ListReading]:
    """`ledger([row, …])`: a workbook with the rows of a county's ledger, sums in 万元."""

    def make(*rows: list[object]) -> ListReading:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        above: list[list[object]] = [["云溪县2024年重点项目台账"], ["单位：万元"], [*HEADINGS]]
        for row in (*above, *rows):
            sheet.append(row)
        sheet.merge_cells("A1:H1")
        if len(rows) > 1:
            sheet.merge_cells("H4:H5")
        book.save(tmp_path / "台账.xlsx")
        return read_list(tmp_path / "台账.xlsx")

    return make


def test_a_ledger_states_the_facts_of_its_projects(ledger: Callable[..., ListReading]) -> None:
    found = ledger([
        1, "胶合板项目", "甲河木业有限公司、乙河集团", 52000, date(2024, 3, 5),
        "已开工建设，预计2025年6月投产", "木材加工", "白鹭产业园",
    ])  # fmt: skip
    assert [f[1:] for f in facts(found)] == [
        ("invested_by", "甲河木业有限公司", {}),
        ("invested_by", "乙河集团", {}),
        ("has_investment", 520_000_000, {"unit": "CNY"}),
        ("in_chain", "木材加工", {}),
        ("located_in", "白鹭产业园", {}),
        ("at_stage", "signed", {"date": "2024-03-05"}),
        ("at_stage", "started", {"status": "reached"}),
        ("at_stage", "production", {"date": "2025-06", "status": "planned"}),
    ]


def test_a_merged_cell_stands_for_all_its_rows(ledger: Callable[..., ListReading]) -> None:
    rest = ["", 1, "", "", ""]
    found = ledger([1, "胶合板项目", *rest, "白鹭产业园"], [2, "棉纱项目", *rest, None])
    parks = [f for f in facts(found) if f[1] == "located_in"]
    assert [f[0] for f in parks] == ["胶合板项目", "棉纱项目"]


@pytest.mark.parametrize(
    ("said", "value", "qualifiers"),
    [
        (52000, 520_000_000, {"unit": "CNY"}),
        ("5.2亿元", 520_000_000, {"unit": "CNY"}),
        ("5.2亿", 520_000_000, {"unit": "CNY"}),
        ("约5,200", 52_000_000, {"unit": "CNY"}),
        ("300万美元", 3_000_000, {"unit": "USD"}),
        ("*", None, {"unit": "CNY", "masked": True}),
        ("*亿元", None, {"unit": "CNY", "masked": True}),
    ],
)
def test_sums(said: object, value: float | None, qualifiers: dict[str, object],
              ledger: Callable[..., ListReading]) -> None:  # fmt: skip
    assert [f[2:] for f in facts(ledger([1, "甲项目", "", said])) if f[1] == "has_investment"] == [
        (value, qualifiers)
    ]


@pytest.mark.parametrize(
    ("said", "stages"),
    [
        ("在谈", [("negotiating", "reached")]),
        ("签约，未开工", [("signed", "reached"), ("started", "failed")]),
        ("正在办理前期手续", [("permitting", "reached")]),
        ("厂房主体施工", [("building", "reached")]),
        ("计划年底开工", [("started", "planned")]),
        ("已投产", [("production", "reached")]),
        ("停工", [("stalled", "reached")]),
        ("未签约", [("signed", "failed")]),
    ],
)
def test_progress(
    said: str, stages: list[tuple[str, str]], ledger: Callable[..., ListReading]
) -> None:
    found = facts(ledger([1, "甲项目", "", "", "", said]))
    assert [(f[2], dict(f[3])["status"]) for f in found] == stages  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("row", "heading"),
    [
        ([1, "甲项目", "", "若干"], "总投资"),
        ([1, "甲项目", "", "", "去年"], "签约时间"),
        ([1, "甲项目", "", "", "", "很好"], "进展"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named_with_the_remedy(
    row: list[object], heading: str, ledger: Callable[..., ListReading]
) -> None:
    (problem,) = ledger(row).problems
    assert f"台账.xlsx 第4行: “{heading}”读不懂" in problem
