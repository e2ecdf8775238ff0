"""`docs/tour.ipynb` runs from its first cell to its last, and shows what it says it does.

To write its outputs anew: `.venv/bin/jupyter execute --inplace docs/tour.ipynb`.
"""

from pathlib import Path
from tempfile import gettempdir

import nbformat
import pytest
from nbclient import NotebookClient

TOUR = Path(__file__).resolve().parent.parent / "docs" / "tour.ipynb"


def code(notebook: nbformat.NotebookNode) -> list[nbformat.NotebookNode]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def shown(notebook: nbformat.NotebookNode) -> str:
    """All text that the cells print or return."""
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    texts = [
        output.get("text") or output.get("data", {}).get("text/plain", "") for output in outputs
    ]
    return "\n".join(texts)


def pictures(notebook: nbformat.NotebookNode) -> int:
    outputs = [output for cell in code(notebook) for output in cell.outputs]
    return sum("image/png" in output.get("data", {}) for output in outputs)


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> nbformat.NotebookNode:
    notebook = nbformat.read(TOUR, 4)
    for cell in code(notebook):
        cell.outputs = []
    folder = str(tmp_path_factory.mktemp("tour"))
    client = NotebookClient(notebook, timeout=300, resources={"metadata": {"path": folder}})
    return client.execute()


def test_it_goes_from_a_string_to_a_picture(run) -> None:
    said = shown(run)
    assert "签约未开工" in said
    assert "白鹭木业有限公司竹木家具项目" in said
    assert "用地指标未批" in said
    assert "已达到 → 开工" in said
    assert pictures(run) == 1


def test_it_lies_there_with_its_outputs_and_small() -> None:
    notebook = nbformat.read(TOUR, 4)
    nbformat.validate(notebook)
    assert all(cell.outputs for cell in code(notebook))
    assert pictures(notebook) == 1
    assert "签约未开工" in shown(notebook)
    assert TOUR.stat().st_size < 150_000


def test_no_path_of_anybodys_machine_is_in_it() -> None:
    text = TOUR.read_text("utf-8")
    assert "/home/" not in text
    assert gettempdir() not in text
    assert "/root/" not in text
