"""Residue of pasted web pages: navigation, share buttons, font sizes, bylines, lists of links.

Only whole lines go, and only those that no report could hold as its own words.
"""

import re
from collections.abc import Iterator

from kg.read.edit import Edit

_SHARE = (
    r"(?:QQ空间|QQ好友|新浪微博|腾讯微博|人人网|开心网|豆瓣网?|百度贴吧|微信好友|微信|朋友圈|微博|更多|复制链接"
    r"|分享到微信|[×xX＋+|]|收藏|打印)"
)
_BYLINE = (
    r"(?:(?:文章|信息|稿件|新闻)?(?:来源|出处)|作者|责任编辑|编辑|责编|编审|审核|校对|供稿"
    r"|撰稿|发布机构|发布者|发布人|发布时间|发表时间|发布日期|更新时间"
    r"|阅读量|阅读次数|浏览次数|浏览量|点击数|点击量)[ \t]*[:：]"
)
_WHEN = r"\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?(?:\s*\d{1,2}[:时]\d{2}分?(?::\d{2})?)?"
_HERE = r"(?:您?(?:现在|当前)?的?(?:所在)?位置|当前(?:所在)?位置)"
_CRUMB = r"[^\n。]{1,12}"
_BUTTON = r"【?\s*(?:打印本页|打印|关闭窗口|关闭|返回顶部|返回列表|加入收藏|收藏)\s*】?"
_LINES = re.compile(
    rf"""^(?:
        分享(?:到|至)?[ ]?[:：]?(?:\s*{_SHARE})*$(?:\n{_SHARE}$)*
      | 【?\s*字[体号](?:大小)?\s*[:：]\s*(?:[\[【（(]?\s*[大中小]\s*[\]】）)]?\s*){{2,3}}】?$
      | (?:{_HERE}(?:是|为)?\s*[:：][^\n。]*|首页)$
        (?:\n(?:[>＞›»][^\n。]{{0,12}}|{_CRUMB}(?=\n[>＞›»]$)))+(?:(?<=[>＞›»])\n[^\n。]{{1,8}}$)?
      | {_HERE}\s*[:：][^\n。]*[>＞›»][^\n。]*$
      | 首页[ ]?[>＞›»][^\n。]*$
      | (?:{_WHEN}\s*)?{_BYLINE}\n[^\n。，？?]{{1,20}}$
      | (?:{_WHEN}\s*)?(?:{_BYLINE}[^\n。，]{{0,30}})+$
      | [（(](?:{_BYLINE})[^\n。，]{{1,20}}[)）]$
      | 时间[:：]\s*\d{{4}}-\d{{1,2}}-\d{{1,2}}[^\n。，]{{0,12}}$
      | {_WHEN}\s*来源[^\n。，]{{0,20}}$
      | {_BUTTON}(?:\s*[|丨]?\s*{_BUTTON})*$
      | [|丨【】>＞×]$
      | (?:微信)?扫一扫[^\n。]{{0,20}}$
      | (?:上一篇|下一篇|上一条|下一条)\s*[:：][^\n]{{0,60}}$
      | [》>]*点击[^\n。，]{{0,15}}(?:专题|查看|下载)[《<]*$
    )""",
    re.MULTILINE | re.VERBOSE,
)
_LINKS = re.compile(
    r"^[ \t]*(?:相关(?:报道|新闻|阅读|链接|文章|附件|文档|信息|推荐|稿件)|新闻推荐"
    r"|最新新闻|延伸阅读|推荐阅读|热门推荐|热点新闻|猜你喜欢|编辑推荐|精彩推荐|热门文章"
    r"|最新文章)[ \t]*[:：>》]*[ \t]*$",
    re.MULTILINE,
)
LONGEST_LINK = 60


def residue(text: str) -> Iterator[Edit]:
    """Lines that a web page put around a text, and everything after a list of links begins."""
    end = _links(text)
    if end < len(text):
        yield Edit(end, len(text))
    for line in _LINES.finditer(text, 0, end):
        yield Edit(*line.span())


def _links(text: str) -> int:
    """Where a closing list of links begins: after it stand headlines, no more sentences."""
    prose = text.find("。")
    for heading in _LINKS.finditer(text, _headlines(text)):
        if 0 <= prose < heading.start():
            return heading.start()
    return len(text)


def _headlines(text: str) -> int:
    """Where the last lines begin that are short, and at most one of them a sentence."""
    start, sentences = len(text), 0
    for line in reversed(text.splitlines(keepends=True)):
        said = line.strip()
        sentences += said.endswith(("。", "！", "？"))
        if sentences > 1 or len(said) > LONGEST_LINK:
            break
        start -= len(line)
    return start
