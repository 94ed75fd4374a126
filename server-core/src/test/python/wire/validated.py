"""Applications inside ``wsgiref.validate``, which complains of whatever a server does wrong."""

from wsgiref.validate import validator

from wire import by_path


def length(environ):
    return int(environ.get('CONTENT_LENGTH') or 0)


@validator
def echo(environ, start_response):
    body = environ['wsgi.input'].read(length(environ))
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return [body or b'nothing']


@validator
def lines(environ, start_response):
    stream = environ['wsgi.input']
    body = stream.readline() + b''.join(stream.readlines()) + b''.join(stream)
    start_response('200 OK', [('Content-Type', 'text/plain'), ('Content-Length', str(len(body)))])
    return iter([body])


@validator
def generator(environ, start_response):
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return (b'%d\n' % number for number in range(3))


@validator
def written(environ, start_response):
    write = start_response('200 OK', [('Content-Type', 'text/plain')])
    write(b'abc')
    return [b'def']


@validator
def errors(environ, start_response):
    stream = environ['wsgi.errors']
    stream.write('a line\n')
    stream.writelines(['another\n'])
    stream.flush()
    start_response('204 No Content', [])
    return []


@validator
def wrapped(environ, start_response):
    """The validator hides the file wrapper's own methods; it must still be an iterable that can be closed."""
    import io
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return environ['wsgi.file_wrapper'](io.BytesIO(b'abc'))


application = by_path(globals())
