"""What the source says about a line: which functions it calls, which handlers wait for an exception that it raises."""

import ast
import contextlib
import functools
import linecache


def calls(file, line):
    """The names, dotted ones too, of what the statement in this line calls, in the order of the text."""
    found = []
    for statement in _statements(file, line):
        last = _last(statement)
        for node in _own(statement):
            if isinstance(node, ast.Call) and _is_dotted(node.func) and node.lineno <= last:
                found.append((node.func.end_lineno, node.func.end_col_offset, ast.unparse(node.func)))
    return list(dict.fromkeys(name for _, _, name in sorted(found)))


def extent(file, line):
    """The first and the last line of the statement in this line; of one that holds others, of its head."""
    found = _statements(file, line)
    return (min(each.lineno for each in found), max(_last(each) for each in found)) if found else (line, line)


def target(function):
    """Where a callable's code begins: ``(file, line of its first statement)``, or None for one that has no Python code."""
    seen = 0
    while seen < 20 and not hasattr(function, '__code__'):
        seen += 1
        if hasattr(function, '__wrapped__'):
            function = function.__wrapped__
        elif hasattr(function, '__func__'):
            function = function.__func__
        elif isinstance(function, type):
            function = function.__init__
        elif hasattr(function, 'func'):
            function = function.func
        elif hasattr(type(function), '__call__') and hasattr(type(function).__call__, '__code__'):
            function = type(function).__call__
        else:
            return None
    code = getattr(function, '__code__', None)
    line = None if code is None else body(code.co_filename, code.co_name, code.co_firstlineno)
    return None if line is None else (code.co_filename, line)


def body(file, name, first):
    """The line of the first statement of the function whose definition begins in a line; None where there is none."""
    tree = _tree(file)
    for node in ast.walk(tree) if tree is not None else ():
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name:
            if min([node.lineno] + [decorator.lineno for decorator in node.decorator_list]) <= first <= node.lineno:
                statements = node.body
                if len(statements) > 1 and isinstance(statements[0], ast.Expr) and isinstance(statements[0].value, ast.Constant):
                    statements = statements[1:]
                return statements[0].lineno
    return None


def caught(file, line, kinds, evaluate):
    """Whether a ``try`` or ``suppress`` around this line waits for an exception whose base classes have these names.

    ``evaluate`` gives the value of an expression in the frame.
    """
    tree = _tree(file)
    if tree is None:
        return False
    scope = tree
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)) and node.lineno <= line <= node.end_lineno:
            if scope is tree or node.lineno >= scope.lineno:
                scope = node
    for node in _own(scope):
        if isinstance(node, ast.Try) and node.body[0].lineno <= line <= node.body[-1].end_lineno:
            for handler in node.handlers:
                if handler.type is None or _catches(evaluate(ast.unparse(handler.type)), kinds):
                    return True
        if isinstance(node, ast.With) and node.body[0].lineno <= line <= node.body[-1].end_lineno:
            for kind in _suppressed(node, evaluate):
                if _catches(kind, kinds):
                    return True
    return False


def _suppressed(node, evaluate):
    """The exceptions that a ``with contextlib.suppress(…)`` waits for."""
    for item in node.items:
        call = item.context_expr
        if isinstance(call, ast.Call) and _is_dotted(call.func) and evaluate(ast.unparse(call.func)) is contextlib.suppress:
            yield from (evaluate(ast.unparse(kind)) for kind in call.args)


def _catches(wanted, kinds):
    return any(getattr(kind, '__name__', '') in kinds for kind in (wanted if isinstance(wanted, tuple) else (wanted,)))


def _tree(file):
    return _parsed(''.join(linecache.getlines(file)))


@functools.lru_cache(maxsize=32)
def _parsed(text):
    """An exception breakpoint asks of every frame of every exception."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError):
        return None


def _statements(file, line):
    """The innermost statements that hold this line."""
    tree = _tree(file)
    holding = [node for node in ast.walk(tree) if isinstance(node, ast.stmt)
               and node.lineno <= line <= node.end_lineno] if tree is not None else []
    return [node for node in holding if not any(inner is not node and inner in ast.walk(node) for inner in holding)]


def _last(statement):
    """Its last line, or that of its head."""
    body = getattr(statement, 'body', None)
    return max(statement.lineno, body[0].lineno - 1) if body else statement.end_lineno


def _own(node):
    """A node's parts, without those of functions and classes that are defined inside it."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        if each is node or not isinstance(each, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda, ast.ClassDef)):
            waiting.extend(ast.iter_child_nodes(each))


def _is_dotted(node):
    return isinstance(node, ast.Name) or isinstance(node, ast.Attribute) and _is_dotted(node.value)
