"""Environs and request objects as somebody wants to see them: a line that says what is asked for, and parts in groups.

Nothing here reads a request's body, and nothing changes the request: its properties are asked of a copy, which keeps what they
keep for later.
"""

import urllib.parse

#: Attributes of request objects, of whatever framework, that are shown before all others.
_FIRST = ('method', 'path', 'args', 'GET', 'query', 'form', 'POST', 'cookies', 'COOKIES', 'headers', 'files', 'FILES', 'user')
#: Those that are made from the body, and where they are kept once that was read.
_OF_THE_BODY = {'form': 'form', 'files': 'files', 'POST': '_post', 'FILES': '_files'}
#: Whose properties are known to look at the environ and at nothing else.
_KNOWN = ('django', 'werkzeug', 'webob')


class Group:
    """Parts of a value below a title; no value itself."""

    text = ''

    def size(self):
        return 0

    def page(self, start, count):
        return []

    def assign(self, name, new):
        raise KeyError(name)


class Unread(Group):
    text = 'not read yet'


class _Keys(Group):
    """Some keys of an environ by the names that they are shown with."""

    def __init__(self, environ, path, names):
        self._environ, self._path, self._names = environ, path, names

    def size(self):
        return len(self._names)

    def page(self, start, count):
        shown = list(self._names.items())[start:start + count]
        return [(name, self._environ[key], f'{self._path}[{key!r}]' if self._path else '')
                for name, key in shown if key in self._environ]

    def assign(self, name, new):
        self._environ[self._names[name]] = new


class _Environ:
    def __init__(self, value, path, grouped):
        self.value = value
        self._path, self._grouped = path, grouped

    def size(self):
        return len(self.value)

    def page(self, start, count):
        groups = self._grouped([key for key in self.value if type(key) is str])
        parts = [(title, _Keys(self.value, self._path, {_name(key): key for key in keys}), '') for title, keys in groups]
        return parts[start:start + count]


class _Request:
    """``everything`` shows all attributes as those of any object."""

    def __init__(self, value, path, everything):
        self.value = value
        self._path, self._everything = path, everything

    def size(self):
        return self._everything.size()

    def page(self, start, count):
        parts = [self._part(name) for name in _FIRST if name in vars(self.value) or _property(self.value, name)]
        return [*parts, ('all attributes', _All(self._everything), '')][start:start + count]

    def _part(self, name):
        own = vars(self.value)
        kept = _OF_THE_BODY.get(name)
        if name in own or kept in own:
            value = own.get(name, own.get(kept))
        elif kept:
            value = _of_webob(own.get('environ'), name) or Unread()
        else:
            try:
                value = getattr(_twin(self.value), name)
            except Exception as broken:
                value = broken
        return '.' + name, value, '' if isinstance(value, Group) or not self._path else f'{self._path}.{name}'

    def assign(self, name, new):
        setattr(self.value, name[1:], new)


class _All(Group):
    def __init__(self, everything):
        self._everything = everything
        self.size, self.page, self.assign = everything.size, everything.page, everything.assign


class _Headers:
    """A framework's mapping of headers."""

    def __init__(self, value, path):
        self.value = value
        self._path = path

    def size(self):
        return len(list(self.value.items()))

    def page(self, start, count):
        return [(name, value, f'{self._path}[{name!r}]' if self._path else '')
                for name, value in list(self.value.items())[start:start + count]]

    def assign(self, name, new):
        self.value[name] = new


def real(value):
    """What a proxy of Werkzeug's stands for just now; any other value itself."""
    if type(value).__name__ == 'LocalProxy' and type(value).__module__ == 'werkzeug.local':
        try:
            return value._get_current_object()
        except Exception:  # there is none
            return value
    return value


def line(value):
    """``(text, cut)`` for an environ or a request: what is asked for; None for any other value."""
    try:
        if _is_environ(value):
            return _asked(value, {}) + ' ' + str(value.get('SERVER_PROTOCOL', '')), True
        environ = _environ_of(value)
        return None if environ is None else (_asked(environ, vars(value)), False)
    except Exception:  # an environ that holds what none should
        return None


def parts(value, path, everything, grouped):
    """How a value is opened where there is a better way than ``everything``, or None.

    ``grouped`` sorts keys of an environ into groups with titles.
    """
    if _is_environ(value):
        return _Environ(value, path, grouped)
    if _environ_of(value) is not None:
        return _Request(value, path, everything)
    kind = type(value)
    if 'Headers' in kind.__name__ and _known(kind) and hasattr(kind, 'items'):
        return _Headers(value, path)
    return None


def _is_environ(value):
    return issubclass(type(value), dict) and 'REQUEST_METHOD' in value and 'wsgi.version' in value


def _environ_of(value):
    """The environ that a request object has; None for what is no request object."""
    own = getattr(value, '__dict__', None)
    if type(own) is not dict:
        return None
    environ = own.get('environ', own.get('META'))
    if issubclass(type(environ), dict) and 'REQUEST_METHOD' in environ and all(
            name in own or _property(value, name) for name in ('method', 'path')):
        return environ
    return None


def _asked(environ, own):
    method, path = own.get('method', environ['REQUEST_METHOD']), own.get('path')
    if not isinstance(path, str):
        path = (environ.get('SCRIPT_NAME', '') + environ.get('PATH_INFO', '')).encode('latin-1', 'replace')
    query = environ.get('QUERY_STRING')
    return f'{method} {urllib.parse.quote(path, "/:@!$&*+,;=~") or "/"}{"?" + query if query else ""}'


def _name(key):
    """A header's own name."""
    return '-'.join(word.capitalize() for word in key[5:].split('_')) if key.startswith('HTTP_') else key


def _known(kind):
    return kind.__module__.partition('.')[0] in _KNOWN


def _property(value, name):
    """Whether its class makes this attribute's value when it is asked for, and nothing else happens then."""
    for kind in type(value).__mro__:
        if name in kind.__dict__:
            found = kind.__dict__[name]
            return _known(kind) and hasattr(type(found), '__get__') and not callable(found)
    return False


def _twin(value):
    twin = object.__new__(type(value))
    for name, own in vars(value).items():
        twin.__dict__[name] = dict(own) if name in ('environ', 'META') else own
    return twin


def _of_webob(environ, name):
    """WebOb keeps what it has read in the environ, with the stream that it came from."""
    kept = (environ or {}).get('webob._parsed_post_vars')
    return kept[0] if kept and name == 'POST' else None
