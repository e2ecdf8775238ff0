"""The sheets of the review workbook and their columns: written and read by the same words."""

FACTS = "事实 facts"
PAIRS = "疑似同一 same"
VERDICT = "判定 verdict"
REASON = "说明 remark"
FACT = "编号 fact"
LEFT, RIGHT = "甲 one", "乙 other"

FACT_COLUMNS = (
    VERDICT, REASON, "对象 subject", "关系 relation", "目标或数值 object", "置信度 confidence",
    "原句 sentence", "出处 source", "规则 rule", FACT,
)  # fmt: skip
PAIR_COLUMNS = (
    VERDICT, REASON, "甲名 one", "乙名 other", "分数 score", "理由 why", LEFT, RIGHT,
)  # fmt: skip

# What an analyst writes → the verdict. The first of each is what the cell's list offers.
ACCEPTED = ("对", "是", "正确", "属实", "y", "yes", "true", "1", "✓", "√")
REJECTED = ("错", "否", "错误", "不是", "n", "no", "false", "0", "✗", "×", "x")
