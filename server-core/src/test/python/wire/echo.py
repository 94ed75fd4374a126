"""Answers with what it was asked: method, path and query, the variables made of headers, the body."""

HIDDEN = {'HTTP_HOST': 'here', 'HTTP_CONNECTION': 'close', 'SERVER_PROTOCOL': 'HTTP/1.1'}


def application(environ, start_response):
    method, path, query = (environ[key] for key in ('REQUEST_METHOD', 'PATH_INFO', 'QUERY_STRING'))
    if path == '/host':
        start_response('200 OK', [])
        return [f'{environ["SERVER_NAME"]!r} {environ.get("HTTP_HOST")!r}\n'.encode()]
    lines = [f'{method} {ascii(path)} {ascii(query)}']
    for key, value in sorted(environ.items()):
        from_client = key.startswith(('HTTP_', 'CONTENT_')) or key == 'SERVER_PROTOCOL'
        if from_client and HIDDEN.get(key) != value:
            lines.append(f'{key}: {ascii(value)}')
    if environ['REQUEST_URI'] != path + (query and '?' + query):
        lines.append(f'REQUEST_URI: {ascii(environ["REQUEST_URI"])}')
    body = environ['wsgi.input'].read()
    if body:
        lines.append(f'body: {body!r}')
    start_response('200 OK', [('Content-Type', 'text/plain')])
    return ['\n'.join(lines).encode() + b'\n']
