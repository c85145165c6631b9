"""Messages between the plugin and its worker. Standard library only; both sides import it.

Every message is a frozen dataclass (``requests``, ``replies``); ``encode`` and ``decode`` map it
to a frame and back (``encoding``), and ``framing`` cuts a stream of bytes into frames. A
message's bytes, and the coordinates of its ``curves``, travel as the frame's payload. Pixels are
rows of 8-bit BGRA with straight alpha: Krita's U8 layout, and ``QImage.Format_ARGB32`` on the
processors Krita runs on. Positions are in *frame units*: (0, 0) is the upper left corner of the
square guidance frame on the canvas, (1, 1) its lower right.
"""

from .encoding import Message, decode, encode
from .framing import MAX_HEADER, MAX_PAYLOAD, BadFrame, Frame, FrameReader, pack_frame
from .limits import (
    GUIDANCE_MODES,
    MAX_COORDINATES,
    MAX_COUNT,
    MAX_PICTURE_SIDE,
    MAX_RENDER_SIDE,
    MAX_SKETCH_SIDE,
    PROTOCOL_VERSION,
    ProtocolError,
)
from .replies import (
    Done,
    ErrorReply,
    GuidanceReply,
    Hello,
    PictureReply,
    RenderReply,
    SuggestionReply,
)
from .requests import PictureRequest, RenderRequest, SuggestRequest

__all__ = [
    "GUIDANCE_MODES", "MAX_COORDINATES", "MAX_COUNT", "MAX_HEADER", "MAX_PAYLOAD",
    "MAX_PICTURE_SIDE", "MAX_RENDER_SIDE", "MAX_SKETCH_SIDE", "PROTOCOL_VERSION", "BadFrame",
    "Done", "ErrorReply", "Frame", "FrameReader", "GuidanceReply", "Hello", "Message",
    "PictureReply", "PictureRequest", "ProtocolError", "RenderReply", "RenderRequest",
    "SuggestRequest", "SuggestionReply", "decode", "encode", "pack_frame",
]  # fmt: skip
