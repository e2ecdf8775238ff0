"""`kg build`: reports and interchange lines into the store; past a bad one the rest goes on."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kg import interchange
from kg.errors import InputError
from kg.model import Reading
from kg.read import find, read
from kg.store.statements import StatementStore

STATEMENTS = "statements.sqlite"
LISTS = frozenset({".csv", ".tsv", ".xlsx"})

Progress = Callable[[int, int, str], None]


@dataclass(slots=True)
class Summary:
    """What a build read and found, and what it left out with the reason.

    `read` and `left_out` are lines for the user; `silent` are documents that were read and say
    nothing; `mappings` say how the columns of lists were understood; `replaced` counts the
    documents that the graph already held. `entities` and `facts`
    are those that the read documents state.
    """

    read: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    mappings: list[str] = field(default_factory=list)
    replaced: int = 0
    entities: int = 0
    facts: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was left out: the exit code."""
        return not self.left_out


def build_folder(
    paths: str | Path | Iterable[str | Path], folder: Path, progress: Progress | None = None
) -> Summary:
    """Read reports into a graph folder, which is made where there is none."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{folder}: 不能作图文件夹，请换一个名称 / cannot be a graph folder; name another "
            f"({error.strerror})"
        ) from error
    with StatementStore(folder / STATEMENTS) as store:
        return add([paths] if isinstance(paths, str | Path) else paths, store, progress)


def add(
    paths: Iterable[str | Path], store: StatementStore, progress: Progress | None = None
) -> Summary:
    """Read files and folders into a store of statements; a document read again is replaced.

    A file that cannot be read, or a line that is no interchange, is left out with one line that
    names file, place and remedy; everything else is stored.
    """
    summary = Summary()
    files = _files(paths, summary)
    known = {reading.source.id: reading.source for reading in store.readings()}
    taken = {name: Path(source.path) for name, source in known.items() if source.path}
    for number, path in enumerate(files):
        if progress:
            progress(number, len(files), path.name)
        for reading in _readings(path, summary):
            name = reading.source.id
            other = taken.get(name)
            if other and other.resolve() != path.resolve() and other.exists():
                summary.left_out.append(
                    f"{path}: 与 {other} 同名“{name}”，请改名后再建 / has the same name as "
                    f"{other}; rename one of the two"
                )
                continue
            taken[name] = path
            store.replace(reading)
            summary.replaced += name in known
            summary.read.append(name)
            summary.entities += len(reading.entities)
            summary.facts += len(reading.statements)
            if not reading.statements:
                summary.silent.append(name)
    if progress:
        progress(len(files), len(files), "")
    return summary


def _files(paths: Iterable[str | Path], summary: Summary) -> list[Path]:
    files: list[Path] = []
    for path in paths:
        try:
            files += find([Path(path)])
        except InputError as error:
            summary.left_out.append(str(error))
    return list(dict.fromkeys(files))


def _readings(path: Path, summary: Summary) -> Iterator[Reading]:
    from kg.extract import extract  # spaCy takes a second to load: only when a report is read
    from kg.lists import read_list, with_tables

    try:
        if path.suffix == ".jsonl":
            text = path.read_text("utf-8-sig")
            if text.startswith('{"kind": "node"'):
                raise InputError(
                    f"{path}: 这是 kg export 写出的图，不是交换格式；建图请用报告，"
                    "或 kg extract --format jsonl 的结果 / is a graph that kg export wrote, no "
                    "interchange: build from reports, or from what kg extract --format jsonl prints"
                )
            readings, problems = interchange.parse(text, str(path))
            summary.left_out += problems
            yield from readings
        elif path.suffix.lower() in LISTS:
            found = read_list(path)
            summary.left_out += found.problems
            summary.mappings += found.shown
            yield found.reading
        else:
            document = read(path)
            reading, unread = with_tables(document, extract(document))
            summary.left_out += unread
            yield reading
    except InputError as error:
        summary.left_out.append(str(error))
    except (OSError, UnicodeDecodeError) as error:
        summary.left_out.append(f"{path}: 无法读取 / cannot be read: {error}")
