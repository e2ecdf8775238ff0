"""Title, issuer, region, period and date: from the words, and from a sidecar, which wins."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Ref
from kg.read import from_text, read
from kg.rooms import room

BODY = (
    "我县紧盯目标任务，引进项目12个，总投资8.5亿元，其中青禾食品年产5万吨米粉项目已经开工建设，"
    "各项工作有序推进。\n"
)


@pytest.mark.parametrize("seed", range(5))
def test_the_seeds_say_what_their_labels_say(seed: int) -> None:
    gold = room("seeds") / "gold" / f"seed-00{seed}.jsonl"
    said = json.loads(gold.read_text("utf-8").splitlines()[0])
    source = read(room("seeds") / f"seed-00{seed}.txt").source
    assert said["kind"] == "document"
    assert source.region == Ref(**said["region"])
    for key in ("title", "period", "date", "issuer"):
        assert getattr(source, key) == said[key]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("远山县2022年1-9月招商引资工作情况", "2022-01/2022-09"),
        ("远山县2022年1—6月招商引资工作情况", "2022-H1"),
        ("远山县2022年一季度招商引资工作总结", "2022-Q1"),
        ("远山县2022年前三季度招商引资工作总结", "2022-01/2022-09"),
        ("远山县2022年上半年工作总结及下半年工作计划", "2022-H1"),
        ("远山县2022年5月份招商引资工作简报", "2022-05"),
        ("远山县2021年度工作总结", "2021"),
        ("远山县招商引资工作简报\n（2015年1—7月）", "2015-01/2015-07"),
        # a bare year is narrowed by what the text counts
        ("远山县2022年招商引资工作汇报\n1-8月，签约3个。1-8月，开工1个。", "2022-01/2022-08"),
        ("远山县2022年招商引资工作汇报\n1-3月签约1个，1-8月，开工1个。", "2022"),
        ("远山县2022年招商引资工作总结\n上半年签约2个。\n三、下半年工作计划", "2022-H1"),
        (f"2023年以来，{BODY}现将上半年工作总结如下。\n二、下半年工作计划", "2023-H1"),
        # no year is printed, or it is masked
        (f"今年以来，{BODY}", None),
        ("远山县*年1-8月招商引资工作总结", None),
        ("远山县20XX年上半年招商引资工作总结", None),
        # no year in the head: that of the signature, or the one the text works in
        ("青禾县上半年工作总结\n青禾县投资促进局\n2023年7月5日", "2023-H1"),
        ("青禾县招商引资工作总结\n青禾县投资促进局\n2024年1月5日", "2023"),
        ("青禾县招商引资情况汇报\n完成2023年度目标任务的一半。", "2023"),
        # news of one day covers no period
        (f"青禾食品落户远山\n2023年5月16日，{BODY}", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert from_text(f"{text}\n{BODY}").source.period == period


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("远山县2023年上半年工作总结", "远山县2023年上半年工作总结"),
        (
            "关于远山县2023年上半年招商引资工作的\n情况报告",
            "关于远山县2023年上半年招商引资工作的情况报告",
        ),
        ("要闻\n2026年政府工作报告", "2026年政府工作报告"),
        ("青禾食品落户远山", "青禾食品落户远山"),
        ("一、工作成效", None),
        ("各位代表：", None),
        ("（一）签约情况", None),
    ],
)
def test_title(text: str, title: str | None) -> None:
    assert from_text(f"{text}\n{BODY}").source.title == title


def test_the_file_name_is_a_title_where_the_text_has_none(tmp_path: Path) -> None:
    path = tmp_path / "远山县2023年1-5月招商引资工作总结.txt"
    path.write_text(f"今年以来，{BODY}", "utf-8")
    source = read(path).source
    assert source.title == source.id == path.stem
    assert source.period == "2023-01/2023-05"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        (f"宁海概况\n宁海地处沿海，宁海港口多。{BODY}", "宁海"),
        (f"今年以来，*县紧盯目标。*县与深圳市合作。{BODY}", "*县"),
        (f"X县2023年工作总结\n{BODY}", "X县"),
        (f"*市下达任务，*县完成任务，*市点名表扬，*市又下达任务。{BODY}", "*县"),  # 我县
        (f"昆山市2023年工作总结\n与上海市、苏州市合作。{BODY}", "昆山市"),
        (f"江苏省苏州市昆山市落户一批项目\n昆山市引进项目。{BODY}", "昆山市"),
        (f"昆山市花桥镇招商引资工作简报\n花桥镇引进项目。{BODY}", "花桥镇"),
        (f"崑山市招商引資工作動態\n崑山市區簽約。{BODY}", "崑山市"),
        (f"莘縣招商引資工作動態\n今年，莘縣引進項目。{BODY}", "莘縣"),
        # a place in a firm's name is no region, and a common word is none either
        (f"公司简介\n上海市青禾食品有限公司成立，重庆钢铁集团参股。{BODY}", None),
        (f"资源开发与合作情况\n资源开发、合作共赢。{BODY}", None),
        # a speech to the whole county, which no list has, known by where it acts
        (
            f"在全县招商大会上的讲话\n青禾县人民政府县长\n我县印发《青禾县招商办法》。{BODY}",
            "青禾县",
        ),
    ],
)
def test_region(text: str, region: str | None) -> None:
    said = from_text(text).source.region
    assert (said and said.name) == region


@pytest.mark.parametrize(
    ("text", "date", "issuer"),
    [
        ("昆山市2023年工作总结\n{}\n昆山市商务局\n2023年7月5日", "2023-07-05", "昆山市商务局"),
        ("工作意见\n（2023年2月8日）\n{}", "2023-02-08", None),
        ("工作总结\n{}\n二〇二三年十二月二十一日", "2023-12-21", None),
        ("标题\n2018年11月19日　来源：某报\n{}", "2018-11-19", None),
        ("昆山市商务局2023年工作总结\n{}", None, "昆山市商务局"),
        ("X县协作中心2021年度工作总结\n{}", None, "X县协作中心"),
        ("经济合作局关于上半年工作的报告\n{}", None, None),  # whose bureau is not said
        ("工作总结\n2023年5月16日，项目签约。\n{}", None, None),
        ("工作总结\n{}\n2023年*月*日", None, None),
    ],
)
def test_date_and_issuer(text: str, date: str | None, issuer: str | None) -> None:
    source = from_text(text.format(BODY * 3)).source
    assert (source.date, source.issuer) == (date, issuer)


@pytest.mark.parametrize("name", ["report.yaml", "report.txt.yaml"])
def test_the_sidecar_wins(tmp_path: Path, name: str) -> None:
    (tmp_path / "report.txt").write_text(f"昆山市2022年工作总结\n{BODY}", "utf-8")
    sidecar = "period: 2023-01/2023-05\ndate: 2023-06-02\nregion: 花桥镇\nissuer: 花桥镇政府\n"
    (tmp_path / name).write_text(sidecar, "utf-8")
    source = read(tmp_path / "report.txt").source
    assert (source.period, source.date) == ("2023-01/2023-05", "2023-06-02")
    assert (source.region, source.issuer) == (Ref("Region", "花桥镇"), "花桥镇政府")
    assert source.title == "昆山市2022年工作总结"  # what it does not say comes from the text


@pytest.mark.parametrize(
    ("sidecar", "zh"),
    [
        ("titel: 总结", "没有“titel”这个键，可用：title、region、period、date、issuer"),
        ("period: 上半年", "period 的写法“上半年”不对"),
        ("- 总结", "应写 title、region"),
        ("title: 总结\n  period: [", "report.yaml:2: 不是 YAML"),
    ],
)
def test_a_wrong_sidecar_is_an_error(tmp_path: Path, sidecar: str, zh: str) -> None:
    (tmp_path / "report.txt").write_text(BODY, "utf-8")
    (tmp_path / "report.yaml").write_text(sidecar, "utf-8")
    with pytest.raises(InputError) as raised:
        read(tmp_path / "report.txt")
    assert zh in str(raised.value)


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("青禾县2023年招商引资工作总结", "青禾县"),  # in no gazetteer
        ("石岭市商务工作总结", "石岭市"),
        ("高新区招商引资工作总结", None),  # a carrier, no division
        ("各县区招商引资工作情况", None),
        ("在全县招商引资大会上的讲话", None),
    ],
)
def test_a_title_opens_with_its_county(title: str, region: str | None) -> None:
    found = from_text(f"{title}\n一、工作情况\n签约项目3个。\n").source.region
    assert (found.name if found else None) == region
