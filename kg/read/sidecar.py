"""The sidecar beside a file: a small YAML that says what the file does not.

`report.docx.yaml` or `report.yaml` beside `report.docx`, with any of the keys

    title: 2023年上半年招商引资工作总结
    region: 远山县          # the report's own region
    period: 2023-H1         # 2023, 2023-H1, 2023-Q3, 2023-01/2023-05
    date: 2023-07-05        # may be partial: 2023-07
    issuer: 远山县商务局
"""

from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kg.model import Ref
from kg.read.period import DATE, PERIOD
from kg.read.raw import unreadable

KEYS = ("title", "region", "period", "date", "issuer")
_FORMS = {"period": PERIOD, "date": DATE}


def beside(path: Path) -> dict[str, Any]:
    """What the sidecar of a file says, as fields of `Source`; empty where there is none.

    `InputError` where it is no YAML mapping, or has an unknown key or a malformed value.
    """
    sidecar, said = loaded(path)
    return {key: value(sidecar, key, one) for key, one in said.items()}


def loaded(path: Path) -> tuple[Path, dict[str, object]]:
    """The sidecar of a file and its keys as they stand; no keys where there is none."""
    for sidecar in (path.with_name(path.name + ".yaml"), path.with_suffix(".yaml")):
        if sidecar.is_file():
            return sidecar, _load(sidecar)
    return path, {}


def _load(sidecar: Path) -> dict[str, object]:
    try:
        said = yaml.safe_load(sidecar.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise unreadable(f"{sidecar}:{line}", "不是 YAML，请改正", "is no YAML; mend it") from error
    if not isinstance(said, dict):
        raise unreadable(sidecar, f"应写 {_keys()} 等键", f"must hold keys such as {_keys()}")
    return {str(key): value for key, value in said.items() if value is not None}


def value(sidecar: Path, key: str, said: object) -> str | Ref:
    """What a key says, as a field of `Source`; `InputError` as for `beside`."""
    if key not in KEYS:
        raise unreadable(
            sidecar, f"没有“{key}”这个键，可用：{_keys()}", f"unknown key {key!r}; use {_keys()}"
        )
    text = said.isoformat() if isinstance(said, date) else str(said).strip()
    if key in _FORMS and not _FORMS[key].fullmatch(text):
        raise unreadable(
            sidecar,
            f"{key} 的写法“{text}”不对，如 2023-H1、2023-01/2023-05、2023-07-05",
            f"{key}: {text!r} is malformed; write 2023-H1, 2023-01/2023-05 or 2023-07-05",
        )
    return Ref("Region", text) if key == "region" else text


def _keys() -> str:
    return "、".join(KEYS)
