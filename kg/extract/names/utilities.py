"""Works that serve a park and are called after it: 甲工业园|污水处理厂提标改造, 乙园|电镀中心.

No word calls them projects, so they are names only where the text says that they are built.
"""

import re
from collections.abc import Iterable, Iterator

from kg.extract.frame import Mention
from kg.extract.names.ground import Ground

_WORK = re.compile(
    "(?:集中|综合|公共|工业|生活|中水|危废|固废|一般|再生)*"
    "(?:(?:污水|废水|中水|废气|固废|危废|垃圾|淤泥)(?:集中)?(?:处理|处置|回用|利用)?(?:厂|站|中心)|(?:供|净|给|自来)水厂|(?:110千伏|220千伏|35千伏)?变电站"
    "|(?:集中)?(?:供热|供汽|供能|热力|热源)(?:中心|站|厂)|热电联产|空压站|气化站|制氢站"
    "|(?:电镀|喷涂|表面处理|酸洗|热处理|印染|洗水|烘干|烘烤|检测|检验|检验检测|研发|孵化|科创|创新|展示|服务|人才|邻里|党群|商务|冷链|物流|仓储|配送|电商|培训|实训|消防|应急|智慧管理)"
    "(?:服务|展示|物流|仓储|交易|救援)?(?:中心|站)"
    "|(?:职工|员工|人才|蓝领|青年)(?:公寓|宿舍|之家)|铁路专用线|危化品停车场|公共管廊)"
    "(?P<tail>(?:提标|扩容|提质|升级|改扩建|扩建|改造|新建|迁建|续建|增容|[一二三]期)*)"
)
_PUSHED = re.compile(
    "(?:加快|推进|推动|启动|完成|实施|抓好|确保|开工|建成|新建|续建|谋划|规划|建设|力促|促进|抓紧|动工|建好|投用)"
    "(?:了|建设|推进|好)?(?:[^，。；]{2,40}(?:、|和|与|及))?$"
)
_BUILT = re.compile(
    "(?:等[^，。；]{0,10}?)?(?:工程)?(?:加快|加速|抓紧|同步|有序|扎实|持续)*(?:建设|施工|推进|(?:已|也|正|正在|全面|顺利|即将|年底|年内|主体)*(?:建成|竣工|完工|投用|投运|开工|动工|封顶|落成|启用|启动|投入使用))"
)
_NEAR = 48


def find(ground: Ground, chosen: Iterable[Mention]) -> Iterator[Mention]:
    """The works that stand right behind the name of a park and are said to be built."""
    for park in chosen:
        if park.type != "Park":
            continue
        work = _WORK.match(ground.plain, park.end)
        if work and not ground.plain.startswith(("项目", "工程"), work.end()):
            low = max(0, park.start - _NEAR)
            pushed = _PUSHED.search(ground.plain, low, park.start)
            if pushed or work["tail"] or _BUILT.match(ground.plain, work.end()):
                yield ground.mention((park.start, work.end()), "Project", "project.utility", 0.8)
