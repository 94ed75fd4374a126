"""Names and values of paused frames, as JSON for the host. Values are kept by number for as long as the stop lasts."""

import builtins
import json
import reprlib
import types

from vivarium_agent.debugging import pretty

_SHOWN = 200
_MOST_WHOLE = 1 << 20
_PLAIN = (str, bytes, bytearray, int, float, complex, bool, type(None), range)
_CODE = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType, type)
_CONTAINERS = (dict, list, tuple, set, frozenset)
_HIDDEN = ('__builtins__', '__pdb_convenience_variables')
_short = reprlib.Repr()
_short.maxstring = _short.maxother = _short.maxlong = _SHOWN
_short.maxdict = _short.maxlist = _short.maxtuple = _short.maxset = _short.maxfrozenset = 12
_short.maxlevel = 4


class Variables:
    """``stop`` has a ``frame(index)``, a ``namespace(index)`` for its locals, and a ``set_local`` that sets a real one."""

    def __init__(self, stop):
        self._stop = stop
        self._known = [None]
        self._texts = {}

    def scopes(self, index):
        frame, names = self._stop.frame(index), self._stop.namespace(index)
        free = [name for name in frame.f_code.co_freevars if name in names]
        local = {} if names is frame.f_globals else names
        own = [name for name in local if name not in free and name not in _HIDDEN and not name.startswith('.')]
        return json.dumps([
            [kind, self._keep(_Names(self._stop, index, kind, found)), len(found)]
            for kind, found in (('LOCALS', own), ('CLOSURE', free), ('GLOBALS', _module_names(frame.f_globals))) if found])

    def children(self, reference, start, count):
        parent = self._known[reference]
        return json.dumps([self._variable(*child) for child in parent.page(start, count)])

    def text(self, reference, start, count):
        value = self._known[reference].value
        if _is(value, str):
            return value[start:start + count].encode('utf-8', 'replace').decode('utf-8')
        if _is(value, (bytes, bytearray)):
            return repr(bytes(value[start:start + count]))
        if reference not in self._texts:
            self._texts = {reference: whole(value)}
        return self._texts[reference][start:start + count]

    def assign(self, reference, name, value):
        self._known[reference].assign(name, value)
        self._texts.clear()

    def frame_of(self, reference):
        """The frame that a scope belongs to, or the one that is selected."""
        return getattr(self._known[reference], 'index', None)

    def describe(self, name, value, path=''):
        return self._variable(name, value, path)

    def _keep(self, group):
        self._known.append(group)
        return len(self._known) - 1

    def _variable(self, name, value, path):
        if isinstance(value, pretty.Group):
            return [name, '', value.text, False, self._keep(value), value.size(), path]
        value = pretty.real(value)
        text, cut = brief(value)
        parts = _parts(value, path, self._grouped)
        return [name, type(value).__name__, text, cut, self._keep(parts), parts.size(), path]

    def _grouped(self, keys):
        return json.loads(self._stop.channel.host().groups(json.dumps(keys)))


def _parts(value, path, grouped):
    plain = _Parts(value, path)
    try:
        return pretty.parts(value, path, plain, grouped) or plain
    except Exception:  # whatever an object does when it is looked at
        return plain


class _Names:
    """The names of a frame's scope."""

    def __init__(self, stop, index, kind, names):
        self.index = index
        self._stop, self._kind = stop, kind
        self._names = names if kind != 'GLOBALS' else sorted(names)

    def page(self, start, count):
        names = self._stop.frame(self.index).f_globals if self._kind == 'GLOBALS' else self._stop.namespace(self.index)
        return [(name, names[name], name) for name in self._names[start:start + count] if name in names]

    def assign(self, name, value):
        if self._kind == 'GLOBALS':
            self._stop.frame(self.index).f_globals[name] = value
        else:
            self._stop.set_local(self.index, name, value)


class _Parts:
    """What a value consists of: items of a container, attributes of an object."""

    def __init__(self, value, path):
        self.value = value
        self._path = path

    def size(self):
        try:
            value = self.value
            if _is(value, _PLAIN + _CODE):
                return 0
            items = len(value) if _is(value, _CONTAINERS) else 0
            return items + len(_attributes(value))
        except Exception:
            return 0

    def page(self, start, count):
        value, path = self.value, self._path
        if _is(value, dict):
            items = ((f'[{_brief_key(key)}]', value[key], f'{path}[{key!r}]' if path and type(key) in _PLAIN else '')
                     for key in _slice(value, start, count))
        elif _is(value, (list, tuple)):
            items = ((f'[{start + at}]', item, f'{path}[{start + at}]' if path else '')
                     for at, item in enumerate(value[start:start + count]))
        elif _is(value, (set, frozenset)):
            items = ((f'{{{start + at}}}', item, '') for at, item in enumerate(_slice(value, start, count)))
        else:
            items = ()
        page = list(items)
        length = len(value) if _is(value, _CONTAINERS) else 0
        attributes = _attributes(value)
        for name in attributes[max(0, start - length):max(0, start + count - length)]:
            try:
                found = getattr(value, name)
            except Exception as broken:
                found = broken
            page.append(('.' + name, found, f'{path}.{name}' if path else ''))
        return page

    def assign(self, name, new):
        value = self.value
        if name.startswith('.'):
            setattr(value, name[1:], new)
        elif _is(value, dict):
            for key in value:
                if f'[{_brief_key(key)}]' == name:
                    value[key] = new
                    return
            raise KeyError(name)
        elif _is(value, list):
            value[int(name[1:-1])] = new
        else:
            raise TypeError(f'the parts of a {type(value).__name__} cannot be changed')


def _module_names(names):
    return [name for name in names
            if name not in _HIDDEN and not (name.startswith('__') and name.endswith('__'))
            and not _is(names[name], types.ModuleType)]


def _is(value, kinds):
    """As ``isinstance``, which asks a lazy object what it stands for, and so has it made."""
    return issubclass(type(value), kinds)


def _attributes(value):
    found = dict.fromkeys(name for name in getattr(value, '__dict__', ()) if isinstance(name, str))
    for kind in type(value).__mro__:
        slots = kind.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if hasattr(value, name):
                found[name] = None
    if _is(value, BaseException):
        found['args'] = None
    return list(found)


def _slice(iterable, start, count):
    import itertools
    return list(itertools.islice(iterable, start, start + count))


def _brief_key(key):
    return brief(key)[0]


def brief(value):
    """``(text, cut)``: a ``repr`` that is quick for values of any size."""
    try:
        known = pretty.line(value)
        if known is not None:
            text, cut = _cut(known[0])
            return text, cut or known[1]
        if type(value) in (str, bytes, bytearray) and len(value) > _SHOWN:
            return repr(value[:_SHOWN]) + '…', True
        if type(value) in _CONTAINERS and type(value).__repr__ is getattr(
                getattr(builtins, type(value).__name__), '__repr__'):
            text = _short.repr(value)
            return (text, True) if '...' in text else _cut(text)
        return _cut(repr(value))
    except Exception as broken:
        return f'<repr() raised {type(broken).__name__}: {_message(broken)}>', False


def whole(value):
    try:
        return repr(value)[:_MOST_WHOLE]
    except Exception as broken:
        return f'<repr() raised {type(broken).__name__}: {_message(broken)}>'


def _cut(text):
    clean = text.encode('utf-8', 'replace').decode('utf-8')
    return (clean[:_SHOWN] + '…', True) if len(clean) > _SHOWN else (clean, False)


def _message(broken):
    try:
        return str(broken)
    except Exception:
        return '?'
