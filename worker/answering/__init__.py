"""One request on its way: read the sketch, draft, fit, show.

``answer`` tells it in order; ``seen`` is what the sketch says, ``drafts`` are the portraits that
it could become, ``shown_guidance`` makes guidance of them.
"""

from worker.answering.answer import Reply, answer
from worker.answering.tools import Tools

__all__ = ["Reply", "Tools", "answer"]
