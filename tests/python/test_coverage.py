# packs: coverage
"""coverage.py without its C tracer."""

import runpy
from pathlib import Path

import coverage
import pytest

CODE = """\
def sign(n):
    if n < 0:
        return "minus"
    if n:
        return "plus"
    return "nothing"

print(sign(1), end="")
"""


@pytest.mark.parametrize(("branch", "missing", "arcs"), [(False, [3, 6], 0), (True, [3, 6], 2)])
def test_lines_and_branches(tmp_path: Path, branch: bool, missing: list[int], arcs: int) -> None:
    file = tmp_path / "signs.py"
    file.write_text(CODE)
    measured = coverage.Coverage(
        data_file=None, config_file=False, branch=branch, include=[str(file)]
    )
    with measured.collect():
        runpy.run_path(str(file))
    _, statements, _, found, _ = measured.analysis2(str(file))
    assert statements == [1, 2, 3, 4, 5, 6, 8]
    assert found == missing
    if branch:
        assert sum(map(len, measured._analyze(str(file)).missing_branch_arcs().values())) == arcs
