"""Measures Vivarium's distribution beside other WSGI servers on the same machine, in the same minutes.

`serve` (one folder up) is the command. `applications` names what is served, `servers` knows how each server is
started, `processes` starts and ends them, `load` drives them with wrk, `measurements` says what is measured and in
which order, `verdicts` compares it with what was promised, `tables` writes it down.
"""
