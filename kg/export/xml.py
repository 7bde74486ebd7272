"""What XML 1.0 cannot hold, which text from the web may."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def valid_xml(text: str) -> str:
    r"""Put the replacement character for those that no XML file may hold.

    >>> valid_xml("a\x0bb")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)
