package vivarium.transfer;

import java.util.Locale;

/** What exchanges can be exported as. */
public enum Format {
    /** HTTP Archive 1.2, with what only Vivarium knows in {@code _vivarium} fields. */
    HAR,
    /** The address alone. */
    URL,
    /** A command for a POSIX shell. */
    CURL,
    /** A command for PowerShell 7. */
    CURL_POWERSHELL,
    /** A command for a POSIX shell. */
    HTTPIE,
    /** Python with the package requests. */
    REQUESTS,
    /** Python with the package httpx. */
    HTTPX,
    /** The request's bytes. */
    RAW,
    /** The environ as a Python dict. */
    ENVIRON,
    /** A test that calls the application in its own process. */
    PYTEST,
    /** The files of mod_wsgi's logging middleware. */
    RECORDER;

    /** As it is written on the command line, for example {@code curl-powershell}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
