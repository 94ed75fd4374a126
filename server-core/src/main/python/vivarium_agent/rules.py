"""The rules of PEP 3333 that a gateway can check, each with the words that an application's author needs.

A broken rule raises :class:`RuleBroken` in the application's own frame, so that the traceback shows who broke it.
"""

import re


class RuleBroken(AssertionError):
    """The application broke a rule of PEP 3333; the message names the rule and the value."""


_STATUS = re.compile(r'[1-9][0-9]{2}(?: [\t\x20-\x7e\x80-\xff]*)?\Z')
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+\Z")
_CONTROL = re.compile(r'[\x00-\x08\x0a-\x1f\x7f]')
_HOP_BY_HOP = frozenset((
    'connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'te', 'trailer', 'trailers',
    'transfer-encoding', 'upgrade'))


def check_status(status):
    """A native string of three digits, a space and a reason (an empty reason is let pass, RFC 9112 section 4)."""
    if not isinstance(status, str):
        raise RuleBroken(f'the status must be a str such as "200 OK", not {value(status)} (PEP 3333)')
    if not _STATUS.match(status):
        raise RuleBroken(f'the status must be three digits, a space and a reason, not {value(status)} (PEP 3333)')


def check_headers(headers):
    """A list of ``(name, value)`` tuples of native strings that hold Latin-1 only; no hop-by-hop headers.

    Says whether there is a ``Content-Length`` among them.
    """
    if type(headers) is not list:
        raise RuleBroken(f'the headers must be a list of (name, value) tuples, not {value(headers)} (PEP 3333)')
    has_length = False
    for header in headers:
        if type(header) is not tuple or len(header) != 2:
            raise RuleBroken(f'a header must be a (name, value) tuple, not {value(header)} (PEP 3333)')
        name, text = header
        if not isinstance(name, str) or not isinstance(text, str):
            raise RuleBroken(f'header name and value must be str, not {value(header)} (PEP 3333)')
        if not _TOKEN.match(name):
            raise RuleBroken(f'{value(name)} is not a valid header name (RFC 9110, section 5.1)')
        if _CONTROL.search(text):
            raise RuleBroken(
                f'the value of header {name} holds a control character: {value(text)} (PEP 3333; RFC 9110, section 5.5)')
        if not text.isascii() and max(text) > '\xff':
            raise RuleBroken(
                f'the value of header {name} must hold Latin-1 characters only, not {value(text)} (PEP 3333)')
        lower = name.lower()
        if lower in _HOP_BY_HOP:
            raise RuleBroken(f'{name} is a hop-by-hop header, which only the server may send (PEP 3333; RFC 2616, 13.5.1)')
        if lower == 'status':
            raise RuleBroken(f'a header named {name} is not allowed: the status is an argument of its own (PEP 3333)')
        if lower == 'content-length':
            if not (text.isascii() and text.isdigit()):
                raise RuleBroken(f'Content-Length must be a number, not {value(text)} (RFC 9110, section 8.6)')
            if has_length:
                raise RuleBroken(f'Content-Length was given twice, the second time as {value(text)} (RFC 9110, section 8.6)')
            has_length = True
    return has_length


def check_exc_info(exc_info):
    """What ``sys.exc_info()`` returned; says whether there was an exception."""
    if type(exc_info) is not tuple or len(exc_info) != 3:
        raise RuleBroken(f'exc_info must be what sys.exc_info() returned, not {value(exc_info)} (PEP 3333)')
    return exc_info[1] is not None


def check_chunk(chunk):
    """Every item of the response, and every argument of ``write``, is a byte string."""
    if not isinstance(chunk, bytes):
        raise RuleBroken(f'the response must consist of bytes, not {value(chunk)} (PEP 3333)')


def value(thing):
    """What the application gave, for a message."""
    text = repr(thing)
    if len(text) > 200:
        text = text[:200] + '…'
    return f'{text} of type {type(thing).__name__}'
