"""The student's second look: at the sketch as it would be if the head stood in the usual place.

The first answer says where the portrait lies. Moved, turned and scaled back by that, a sketch in a
corner of the page is seen as large as any other, and what was learned of heads in their usual
place holds for all of them: a spatial transformer (Jaderberg et al., NeurIPS 2015) whose frame is
already known.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional

from models.networks.student import Reading, Student, place


def brought_back(sketch: Tensor, frame: Tensor) -> Tensor:
    """Sketches [N, 1, side, side] with what lies at ``frame`` [N, 4] brought to the middle: the
    inverse of placing. Bilinear; blank where the page ends."""
    side = sketch.shape[-1]
    at = (torch.arange(side, device=sketch.device) + 0.5) / side
    grid = torch.stack(torch.meshgrid(at, at, indexing="xy"), -1).view(1, -1, 2)
    there = place(grid.expand(len(sketch), -1, -1), frame).view(-1, side, side, 2)
    return functional.grid_sample(sketch, 2 * there - 1, align_corners=False)


def composed(outer: Tensor, inner: Tensor) -> Tensor:
    """The frame [N, 4] that places as ``inner`` [N, 4] and then ``outer`` [N, 4] do."""
    shift = place(0.5 + inner[:, None, :2], outer)[:, 0] - 0.5
    return torch.cat([shift, outer[:, 2:] + inner[:, 2:]], 1)


def first_frames(student: Student, sketch: Tensor) -> Tensor:
    """Where sketches [N, 1, side, side] are at the first look, [N, 4], as the student would say in
    use. Nothing is learned from it."""
    training = student.training
    student.eval()
    with torch.no_grad():
        frame = student(sketch).frame
    student.train(training)
    return frame


def look_again(student: Student, sketch: Tensor, first: Tensor) -> Reading:
    """What the student reads of sketches [N, 1, side, side] whose ``first`` frames [N, 4] are
    known; its frames are those of the whole sketch."""
    seen = brought_back(sketch, first).contiguous(memory_format=torch.channels_last)
    styles, log_spread, frame = student(seen)
    return Reading(styles, log_spread, composed(first, frame))


def look_twice(student: Student, sketch: Tensor) -> Reading:
    """The student's last word on sketches [N, 1, side, side]. The worker spares itself the second
    look where the first finds the head in its usual place already."""
    return look_again(student, sketch, first_frames(student, sketch))
