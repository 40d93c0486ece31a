"""Answer what an editor and the data browser ask about the open project.

It runs in an interpreter of its own beside the runs. Learner code is parsed here, never executed, save
for the models and settings of the project, which Django itself has to load.
"""

from json import JSONEncoder

from . import answers
from .project_files import bring_up_to_date
from .request import AssistRequest

__all__ = ["answer"]

_encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def answer(request_json: str) -> str:
    """The answer to a question of `src/runtime/protocol.ts`, as JSON: `answer`, or why there is none."""
    request = AssistRequest.read(request_json)
    failure = bring_up_to_date(request)
    if failure is not None:
        return _text({"failed": failure})
    return _text({"answer": answers.answer(request.question)})


def _text(value: object) -> str:
    return _encode(value).encode("utf-8", "replace").decode()
