"""Stages put off: 原定10月投产，现推迟到明年3月 – the stage is due at the later date."""

import re
from collections.abc import Iterator

from kg.extract.facts.groups import Group
from kg.extract.facts.scene import Scene
from kg.extract.facts.stages import cues
from kg.extract.facts.stages.dates import last_date
from kg.extract.facts.stages.reading import Candidate, Cue, fits

_DELAY = re.compile(
    "(?:原定|原计划|原拟|本应|本该|原本)[^，。；]{0,8}?(?P<stage>[^，。；ⓉⓅⒸ]{2,6})，"
    "[^。；ⓅⒸ]{0,14}?(?:推迟|延期|延后|顺延|推后|延迟|后延|调整|改)(?:到|至|为|在)(?P<date>Ⓣ)"
)


def by_delay(scene: Scene, lists: list[Group]) -> Iterator[Candidate]:
    """The stage that was to be reached, planned for the date it was put off to."""
    for match in _DELAY.finditer(scene.text):
        word = cues.verb().search(scene.text, *match.span("stage"))
        told = [g for g in lists if g.end <= match.start() and not g.companion]
        if word is None or not told:
            continue
        cue = Cue(scene, word.start(), cues.stage_of(word), "delay", 0.75)
        date = last_date(scene, match.start("date"), match.end("date"), planned=True)
        for ref, at in told[-1].members:
            if fits(ref, cue):
                spans = (scene.span(at, match.start("date")),)
                yield Candidate(ref, cue.stage, "planned", date, spans, 0.75, "stage.delay")
