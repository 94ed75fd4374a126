package vivarium.server;

import java.util.Locale;
import java.util.Set;
import vivarium.journal.Environ;
import vivarium.journal.PythonFailure;
import vivarium.journal.RequestHead;

/**
 * What a client gets where the application gave no answer: for a browser a page, for others plain text. Clients on this
 * machine see the traceback and the environ with secrets masked; others see only that something went wrong.
 */
record ErrorPage(String type, String text) {
    private static final Set<String> SECRETS =
            Set.of("authorization", "cookie", "token", "secret", "password", "passwd", "api_key", "apikey", "session");

    /** For an exception that left the application. */
    static ErrorPage of(PythonFailure failure, Environ environ, RequestHead head) {
        if (!local(head)) {
            return of("The application failed. Its error log says why.", head);
        }
        String title = failure.type() + (failure.message().isEmpty() ? "" : ": " + failure.message());
        var plain = new StringBuilder(failure.traceback()).append("\n\n");
        var rows = new StringBuilder();
        for (Environ.Entry entry : environ.entries()) {
            String value = secret(entry.key()) ? "'********'" : entry.repr();
            plain.append(entry.key()).append(": ").append(value).append('\n');
            rows.append("<tr><th>")
                    .append(escaped(entry.key()))
                    .append("</th><td>")
                    .append(escaped(value))
                    .append("</td></tr>\n");
        }
        String request = head.method() + " " + head.target();
        return page(
                head,
                plain.toString(),
                title,
                "<h1>" + escaped(title) + "</h1>\n<p>while serving <code>" + escaped(request) + "</code></p>\n<pre>"
                        + escaped(failure.traceback()) + "</pre>\n<h2>environ</h2>\n<table>\n" + rows + "</table>\n");
    }

    /** For an application that could not be loaded. */
    static ErrorPage notLoaded(PythonFailure failure, RequestHead head) {
        if (!local(head)) {
            return of("The application could not be loaded. Its error log says why.", head);
        }
        String title = "The application could not be loaded";
        return page(
                head,
                title + ". It is loaded again when a file of the project changes.\n\n" + failure.traceback() + "\n",
                title,
                "<h1>" + title + "</h1>\n<p>It is loaded again when a file of the project changes: mend it, save, and"
                        + " reload this page.</p>\n<pre>" + escaped(failure.traceback()) + "</pre>\n");
    }

    /** For what has no traceback. */
    static ErrorPage of(String why, RequestHead head) {
        return page(head, why + "\n", why, "<h1>" + escaped(why) + "</h1>\n");
    }

    private static ErrorPage page(RequestHead head, String plain, String title, String html) {
        if (!wantsHtml(head)) {
            return new ErrorPage("text/plain; charset=utf-8", plain);
        }
        return new ErrorPage("text/html; charset=utf-8", """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title><style>
                :root { color-scheme: light dark }
                body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
                h1 { font-size: 1.4rem; color: #c0392b; overflow-wrap: anywhere } h2 { font-size: 1.1rem }
                pre, table { font: 13px/1.5 ui-monospace, monospace }
                pre { overflow-x: auto; padding: 1rem; border: 1px solid #8884; border-radius: 6px; background: #8881 }
                table { border-collapse: collapse } th { text-align: left; padding-right: 1.5rem; vertical-align: top }
                td { overflow-wrap: anywhere } tr { border-top: 1px solid #8883 }
                </style></head><body>
                %s</body></html>
                """.formatted(escaped(title), html));
    }

    private static boolean wantsHtml(RequestHead head) {
        return head.headers().stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("Accept")
                        && header.value().contains("text/html"));
    }

    private static boolean local(RequestHead head) {
        return head.remote().startsWith("127.") || head.remote().startsWith("[::1]");
    }

    /** Whether the value of this key of the environ must not be shown. */
    static boolean secret(String key) {
        String lower = key.toLowerCase(Locale.ROOT).replace('-', '_');
        return SECRETS.stream().anyMatch(lower::contains);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
