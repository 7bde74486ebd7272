"""Text as XML holds it, which may be what XML 1.0 cannot hold."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def valid_xml(text: str) -> str:
    r"""Put the replacement character for those that no XML file may hold.

    >>> valid_xml("a\x0bb")
    'a\ufffdb'
    """
    return _FORBIDDEN.sub("\ufffd", text)


def content(text: str) -> str:
    r"""Write text between tags.

    >>> content("a<b\r")
    'a&lt;b&#13;'
    """
    return escape(valid_xml(text), {"\r": "&#13;"})


def attribute(text: str) -> str:
    """Write the value of an attribute, with its quotation marks.

    >>> attribute("a & b")
    '"a &amp; b"'
    """
    return quoteattr(valid_xml(text))
