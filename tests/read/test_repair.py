"""What the repair changes, what it leaves alone, and that every quote is still the file's own."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import from_text, read
from kg.read.repair import repair
from kg.rooms import room

LONG = "全县上下紧盯目标任务，抓招商、促落地、强服务，" * 6
HEAD = (
    "《远山县2023年招商引资工作总结.docx》由会员分享,可在线阅读,"
    "更多相关《远山县2023年招商引资工作总结.docx(3页珍藏版)》请在某某文库上搜索。\n"
)


def clean(text: str) -> str:
    return from_text(text).clean


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        # recognition slips, where the neighbours prove them
        ("同比增长8%O其中新开工3个", "同比增长8%。其中新开工3个"),
        ("完成任务的*%O", "完成任务的*%。"),
        ("总产值5%OEM代工", "总产值5%OEM代工"),
        ("(-)签约情况\n(二)开工情况", "(一)签约情况\n(二)开工情况"),
        ("（一）签约\n（-）开工\n（三）投产", "（一）签约\n（二）开工\n（三）投产"),
        ("(-)签约\n(-)开工\n(三)投产", "(一)签约\n(二)开工\n(三)投产"),
        ("（-）表示下降", "（-）表示下降"),
        # blanks and widths
        ("\u3000\u3000一、工作\u3000成效", "一、工作 成效"),
        ("远山\u200b县\ufeff", "远山县"),
        ("同比增长* %", "同比增长*%"),
        ("全县上下紧盯目标任务，抓好战略新 兴、医药健康等重点产业规模化、 集群化发展，实现突破。",
         "全县上下紧盯目标任务，抓好战略新兴、医药健康等重点产业规模化、集群化发展，实现突破。"),
        ("县长 王某某", "县长 王某某"),
        ("签约3个,开工1个;具体如下:", "签约3个，开工1个；具体如下："),
        ("投资1,200万元，比例3:1，见http://a.cn", "投资1,200万元，比例3:1，见http://a.cn"),
        # a line cannot begin with a comma
        ("人民生活开始进入小康\n，实力增强。", "人民生活开始进入小康，实力增强。"),
        # residue of web pages: whole lines only
        ("标题\n分享到：\nQQ空间\n新浪微博\n更多\n正文。", "标题\n\n正文。"),
        ("标题\n【字体：\n大\n中\n小\n】\n正文。", "标题\n\n正文。"),
        ("您的位置:\n首页\n>\n政务\n>\n正文\n标题\n内容。", "\n标题\n内容。"),
        ("正文。\n责任编辑：\n王某某\n扫一扫在手机打开当前页\n", "正文。\n\n\n"),
        ("正文。\n相关报道\n·甲县招商见成效\n·乙县项目开工\n", "正文。\n"),
        ("我们分享到的经验很多。\n资金来源：企业自筹。", None),
        ("一、相关链接\n相关报道\n报道说项目已开工。\n报道又说项目已投产。", None),
        # lists are no page marks
        ("四、重点\n1、抓签约。\n2、抓开工。\n3、抓投产。", None),
        ("清单\n1、青禾食品项目\n2、远山木业项目\n3、白石药业项目", None),
    ],
)  # fmt: skip
def test_rules(text: str, mended: str | None) -> None:
    assert clean(text) == (text if mended is None else mended)


def test_page_marks_of_a_sharing_site_in_mid_sentence() -> None:
    pages = [LONG + "推", "动项目投产" + LONG + "成效明显。", "二是抓落地" + LONG]
    text = HEAD + "\n".join(f"{number}、{page}" for number, page in enumerate(pages, 1))
    document = from_text(text)
    assert document.clean == f"{pages[0]}{pages[1]}\n{pages[2]}"
    start = document.clean.index("推动项目")
    assert [span.quote for span in document.spans(start, start + 4)] == ["推", "动项目"]
    assert document.source.title == "远山县2023年招商引资工作总结"


def test_hard_wrapped_lines_are_joined_where_the_page_was_full() -> None:
    lines = [
        "今年以来全县上下紧盯目标任务抓招商促落地强",
        "服务新签约项目十二个总投资八亿元其中青禾食",
    ] * 5
    text = "标题\n" + "\n".join(lines) + "\n品项目已开工。\n一、工作成效"
    assert clean(text) == "标题\n" + "".join(lines) + "品项目已开工。\n一、工作成效"


def test_headings_that_run_in_get_their_own_lines() -> None:
    text = (
        f"{LONG}情况如下：一、工作成效(一)签约情况。{LONG}。(二)开工情况。{LONG}。"
        f"二、存在问题(一)用地难。{LONG}"
    )
    headings = [line[:6] for line in clean(text).splitlines()[1:]]
    assert headings == ["一、工作成效", "(一)签约情", "(二)开工情", "二、存在问题", "(一)用地难"]
    whole = from_text(text)
    (span,) = whole.spans(0, len(whole.clean))
    assert span.quote == text  # a line break that was put in is no gap


def test_the_fifth_seed() -> None:
    document = read(room("seeds") / "seed-004.txt")
    assert document.clean.startswith("县2022年1-9月招商引资工作情况及下一步工作计划\n今年以来，")
    assert "签约大会促进项目落地" in document.clean
    assert "同比增长*%。其中" in document.clean
    starts = [line.split("。")[0] for line in document.clean.splitlines()]
    assert [line[:2] for line in starts if line[1:2] == "、"] == ["一、", "二、", "三、"]
    assert [line[1] for line in starts if line[:1] == "("] == list("一二三四一二三一二三")


@pytest.mark.parametrize("seed", ["seed-000", "seed-002"])
def test_a_sound_text_is_left_alone(seed: str) -> None:
    document = read(room("seeds") / f"{seed}.txt")
    assert document.clean == document.text.replace("* %", "*%")


PIECES = st.lists(
    st.sampled_from([
        HEAD, LONG, "1、", "2、", "3、", "\n", "\n\n", " ", "\u3000", "(-)", "(一)", "(三)", "一、",
        "二、", "8%O其中", ",", "，", "项目", "*", "分享到：\n更多\n", "相关报道\n", "来源：某报\n",
        "。", "2 0 1年",
    ]) | st.text(max_size=5),
    max_size=30,
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(PIECES, st.data())
def test_every_quote_is_the_files_own(pieces: list[str], data: st.DataObject) -> None:
    text = "".join(pieces).replace("\r", "") + "字"
    document = from_text(text)
    assert document.text == text.removeprefix("\ufeff")
    assert len(document.origin) == len(document.clean)
    assert list(document.origin) == sorted(document.origin)
    assert all(0 <= offset < len(document.text) for offset in document.origin)
    start = data.draw(st.integers(0, len(document.clean)))
    end = data.draw(st.integers(start, len(document.clean)))
    spans = document.spans(start, end)
    assert bool(spans) == bool(document.clean[start:end].strip())
    for span in spans:
        assert document.text[span.start : span.end] == span.quote
        assert span.quote.strip()


@settings(max_examples=100, deadline=None)
@given(PIECES)
def test_only_blanks_and_marks_change(pieces: list[str]) -> None:
    text = "".join(pieces)
    mended = repair(text)
    changed = {
        (text[at], put)
        for put, at in zip(mended.text, mended.origin, strict=True)
        if text[at] != put and put not in "\n "
    }
    assert all(put in "。，；：？！一二三" for _, put in changed)


def test_long_texts_are_repaired_in_linear_time() -> None:
    text = (Path(room("seeds")) / "seed-004.txt").read_text("utf-8") * 40
    assert len(repair(text).text) > len(text) / 2
