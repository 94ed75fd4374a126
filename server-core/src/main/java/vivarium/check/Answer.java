package vivarium.check;

import java.util.List;
import java.util.Optional;
import vivarium.journal.Header;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * What an application answered, in the facts that the checks look at.
 *
 * @param status the code, or 0 where {@code start_response} was not called
 * @param headers as the application gave them, before the server added its own
 * @param chunks how many parts that are not empty it handed over
 * @param offered bytes of these parts, also those that the server did not let pass
 * @param read bytes that it took from {@code wsgi.input}
 * @param complete whether it came to its end: neither an exception nor a client that went away ended it
 * @param failure the exception that left it
 */
public record Answer(
        RequestHead request,
        int status,
        List<Header> headers,
        long chunks,
        long offered,
        long read,
        boolean complete,
        Optional<PythonFailure> failure) {

    boolean mayHaveBody() {
        return status >= 200 && status != 204 && status != 304;
    }

    boolean headOnly() {
        return request.method().equals("HEAD");
    }

    boolean has(String field) {
        return Header.first(headers, field).isPresent();
    }

    Optional<String> field(String name) {
        return Header.first(headers, name);
    }

    long announced() {
        return Header.contentLength(request.headers()).orElse(0);
    }
}
