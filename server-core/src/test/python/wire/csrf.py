"""A form whose token belongs to a session, as Flask-WTF does it: /forget ends all sessions, as a restart does."""

import urllib.parse

SESSIONS = {}


def application(environ, start_response):
    cookie = environ.get('HTTP_COOKIE', '').partition('session=')[2].partition(';')[0]
    if environ['PATH_INFO'] == '/forget':
        SESSIONS.clear()
    if environ['REQUEST_METHOD'] == 'POST':
        form = urllib.parse.parse_qs(environ['wsgi.input'].read().decode())
        token = form.get('csrf_token', [''])[0]
        right = cookie in SESSIONS and SESSIONS[cookie] == token
        start_response('200 OK' if right else '400 The CSRF token is invalid', [('Content-Type', 'text/plain')])
        return [form['title'][0].encode() if right else b'refused']
    headers = [('Content-Type', 'text/html')]
    if cookie not in SESSIONS:
        cookie = f's{len(SESSIONS) + 100}{id(environ)}'
        SESSIONS[cookie] = f'token"{cookie}&'
        headers.append(('Set-Cookie', f'session={cookie}; HttpOnly; Path=/'))
    token = SESSIONS[cookie].replace('&', '&amp;').replace('"', '&quot;')
    start_response('200 OK', headers)
    return [f'<form><input id="csrf_token" type="hidden" value="{token}" name=csrf_token></form>'.encode()]
