"""The wheel holds the package and the four content rooms, file for file as git has them."""

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("ontology", "loaders", "queries", "seeds")


def tracked() -> set[str]:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: nothing to compare the wheel with")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "-co", "--exclude-standard", "--", "kg", *ROOMS],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True,
    ).stdout  # fmt: skip
    return {name for name in listed.split("\0") if name and (ROOT / name).exists()}


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    uv = Path(sys.executable).with_name("uv")
    if not uv.exists():
        pytest.skip("uv is not beside this Python: run the tests by `make test`")
    subprocess.run(
        [uv, "build", "--wheel", "--quiet", "--out-dir", folder,
         "--build-constraint", ROOT / "requirements.lock"],
        cwd=ROOT, check=True,
    )  # fmt: skip
    return zipfile.ZipFile(next(folder.glob("*.whl")))


def test_the_wheel_holds_what_git_holds(wheel):
    shipped = {n for n in wheel.namelist() if n.startswith("kg/")}
    expected = {name if name.startswith("kg/") else f"kg/share/{name}" for name in tracked()}
    assert expected - shipped == set(), "in git, not in the wheel"
    assert {n for n in shipped - expected if "__pycache__" not in n} == set(), "not in git"


def test_the_rooms_read_the_same_from_the_wheel(wheel, tmp_path):
    wheel.extractall(tmp_path)
    code = (
        "from kg.rooms import room; from kg.vocabulary import edge_forms, stages;"
        "print(room('ontology').parent.name, len(edge_forms()), len(stages()))"
    )
    said = subprocess.run(
        [sys.executable, "-I", "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {code}"],
        cwd=tmp_path, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert said == ["share", "55", "15"]
