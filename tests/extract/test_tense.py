"""The truth table of tense: section kind × cue → status of a stage and kind of a figure."""

import pytest

from kg.extract.frame import Frame
from kg.extract.outline import find_outline
from kg.extract.tense import KIND, STATUS, governing, kind, status
from kg.model import Document, Source

HEADS = {
    None: "一、概述",
    "done": "一、工作成效",
    "problem": "一、存在问题",
    "plan": "一、下步计划",
}
SENTENCES = {  # class of cue → a sentence with 开工
    None: "青禾食品项目开工建设。",
    "done": "青禾食品项目已开工建设。",
    "wish": "力争青禾食品项目开工建设。",
    "plan": "青禾食品项目拟开工建设。",
    "urge": "推动青禾食品项目尽快开工建设。",
    "future": "青禾食品项目即将开工建设。",
    "lack": "青禾食品项目尚未开工建设。",
    "after": "青禾食品项目投产后带动就业。",
}


def framed(head: str, sentence: str) -> Frame:
    text = f"{head}\n{sentence}"
    frame = Frame(Document(Source("t"), text, text, range(len(text))))
    find_outline(frame)
    return frame


@pytest.mark.parametrize("section", HEADS)
@pytest.mark.parametrize("cue", SENTENCES)
def test_every_cell_of_the_table(section, cue):
    frame = framed(HEADS[section], SENTENCES[cue])
    last = frame.sentences[-1]
    verb = frame.text.index("投产" if cue == "after" else "开工")
    assert status(frame, last.start, last.end, verb) == STATUS[section, cue]


def test_the_table_itself():
    assert STATUS["done", None] == "reached"
    assert STATUS["plan", None] == "planned"
    assert STATUS["plan", "done"] == "reached"
    assert STATUS["done", "wish"] == STATUS["done", "urge"] == "planned"
    assert STATUS["plan", "lack"] == STATUS["done", "lack"] == "failed"
    assert STATUS["done", "after"] is None
    assert KIND["plan", None] == KIND["done", "wish"] == "target"
    assert KIND["done", "future"] == KIND["plan", "after"] == "forecast"


@pytest.mark.parametrize(
    ("sentence", "word", "cue"),
    [
        ("计划7月开工建设，明年投产", "投产", "plan"),  # a plan holds for what follows
        ("计划投资3亿元，目前已开工", "开工", "done"),  # until the tense turns
        ("未开工项目加快办理手续", "办理", None),  # a negation reaches its own verb alone
        ("完成年计划的50%", "50", None),  # the plan as a thing is none
        ("将该企业纳入培育库，开工建设", "开工", None),  # 将 before an object is no future
        ("存款准备金率达到20%", "20", None),
        ("建成后年产值5亿元", "5", "after"),
        ("确保项目顺利投产", "投产", "wish"),  # an adverb of success does not turn a wish
        ("项目顺利投产", "投产", "done"),
        ("力争年底前正式投产", "投产", "wish"),
        ("青禾项目（拟投资5亿元）开工", "开工", None),  # a bracket's plan stays in it
        ("请县供电公司加快线路建设", "建设", "plan"),  # a request
        ("尽快促成项目签约", "签约", "urge"),
        ("没有按计划开工", "开工", "lack"),
        ("按计划开工", "开工", None),
        ("待资金到位后开工", "开工", "plan"),
        ("项目不再建设", "建设", "lack"),
        ("可再生能源开工", "开工", None),
    ],
)
def test_reach_of_cues(sentence, word, cue):
    assert governing(sentence, sentence.index(word)) == cue


@pytest.mark.parametrize(
    ("sentence", "figure", "expected"),
    [
        ("力争全年到位资金100亿元", "100", "target"),
        ("到位资金30亿元", "30", "actual"),
        ("预计年税收2亿元", "2亿", "forecast"),
        ("达产后可实现年产值8亿元", "8", "forecast"),
        ("到2030年，产值达到500亿元", "500", "target"),
    ],
)
def test_figures(sentence, figure, expected):
    frame = framed("一、工作成效", sentence + "。")
    last = frame.sentences[-1]
    assert kind(frame, last.start, last.end, frame.text.index(figure)) == expected
