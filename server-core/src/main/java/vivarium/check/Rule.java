package vivarium.check;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is looked for, why it matters, and what to do. */
public enum Rule {
    /** Found by the agent, which sees the object. */
    BAD_ITERABLE(
            "BAD ITERABLE RETURNED",
            "PEP 3333, “The Application/Framework Side”",
            "Return a list with one byte string, or wrap the file in environ['wsgi.file_wrapper'], which reads it in blocks."),
    /** Found by the agent: {@code start_response} was not called before the application returned. */
    LATE_START_RESPONSE(
            "start_response is called late",
            "PEP 3333, “The start_response() Callable”",
            "Legal, but middleware that looks at the status before it iterates finds none. Call start_response before returning:"
                    + " make the generator an inner function."),
    /** Found by the agent: {@code write} was used. */
    WRITE_CALLABLE(
            "The write() callable is used",
            "PEP 3333, “The write() Callable”",
            "It exists for old frameworks only, and middleware cannot change what goes through it. Return or yield the bytes instead."),
    /** The gateway refused what the application did. */
    PROTOCOL_BROKEN(
            "PEP 3333 is broken",
            "PEP 3333",
            "Other servers may let this pass or fail elsewhere. The exception says what was given and what is expected."),
    /** A body of many small parts. */
    TINY_CHUNKS(
            "The body is sent in many tiny chunks",
            "PEP 3333, “Buffering and Streaming”",
            "Each chunk is a write to the network. Join them, or yield blocks of some kilobytes."),
    /** Bytes and {@code Content-Length} differ. */
    WRONG_CONTENT_LENGTH(
            "Content-Length is wrong",
            "RFC 9110, section 8.6",
            "Leave it out, so that the server can count, or count bytes rather than characters: len(text.encode())."),
    /** A status that forbids a body, with one. */
    BODY_NOT_ALLOWED(
            "This status has no body",
            "RFC 9110, sections 15.2, 15.3.5 and 15.4.5",
            "Return an empty list with 204 and 304."),
    /** Bytes without a media type. */
    NO_CONTENT_TYPE(
            "The body has no Content-Type",
            "RFC 9110, section 8.3",
            "Name it, for example ('Content-Type', 'text/html; charset=utf-8'): browsers guess otherwise, and can be made to guess wrong."),
    /** A media type of nothing. */
    NEEDLESS_CONTENT_TYPE(
            "A Content-Type where there is no body",
            "wsgiref.validate; RFC 9110, section 8.3",
            "Leave it out with 204 and 304."),
    /** Part of the request's body was left in the input. */
    UNREAD_INPUT(
            "The request's body was not read to its end",
            "PEP 3333, “Input and Error Streams”",
            "Some servers reset the connection then, and the client never sees the answer. Read it, or answer 413 or 400."),
    /** A field that must not be repeated. */
    REPEATED_FIELD(
            "A header that must be there once is there twice",
            "RFC 9110, section 5.3",
            "Which of them counts differs between browsers and proxies. Send one; often a middleware has added the second."),
    /** A date in another form than HTTP's. */
    BAD_DATE(
            "A date that is not one in HTTP",
            "RFC 9110, section 5.6.7",
            "Write it as email.utils.formatdate(t, usegmt=True) does: Sun, 06 Nov 1994 08:49:37 GMT."),
    /** An entity tag without quotes. */
    BAD_ETAG(
            "An ETag without quotes",
            "RFC 9110, section 8.8.3",
            "Quote it: '\"' + tag + '\"', with W/ before it where it is weak."),
    /** A redirect to nowhere. */
    NO_LOCATION("A redirect without Location", "RFC 9110, section 15.4", "Say where to: ('Location', url)."),
    /** 401 without a challenge. */
    NO_CHALLENGE(
            "401 without WWW-Authenticate",
            "RFC 9110, section 15.5.2",
            "Send the challenge, or answer 403 where there is no way to log in over HTTP."),
    /** 405 without the methods that are allowed. */
    NO_ALLOW(
            "405 without Allow",
            "RFC 9110, section 15.5.6",
            "List the methods that work here: ('Allow', 'GET, HEAD')."),
    /** A part without its place in the whole. */
    NO_CONTENT_RANGE(
            "206 without Content-Range",
            "RFC 9110, section 15.3.7",
            "Say which part it is, or answer 200 with the whole.");

    private final String title;
    private final String source;
    private final String advice;

    Rule(String title, String source, String advice) {
        this.title = title;
        this.source = source;
        this.advice = advice;
    }

    /** As in a finding, for example {@code tiny-chunks}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A few words for a heading. */
    public String title() {
        return title;
    }

    /** Who says so. */
    public String source() {
        return source;
    }

    /** What to do, in a sentence or two. */
    public String advice() {
        return advice;
    }

    /** The rule of a finding; empty for one of another version of Vivarium. */
    public static Optional<Rule> of(String id) {
        return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
    }
}
