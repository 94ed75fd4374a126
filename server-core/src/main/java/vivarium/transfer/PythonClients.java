package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import vivarium.exchange.Captured;
import vivarium.journal.Header;

/** A request as a Python program that sends it. */
final class PythonClients {
    private PythonClients() {}

    /** With requests, which has one value for each name. */
    static String requests(Captured captured) {
        Map<String, String> fields = new LinkedHashMap<>();
        captured.request().headers().stream()
                .filter(header -> !framing(header))
                .forEach(header -> fields.merge(header.name(), header.value(), (a, b) -> a + ", " + b));
        var text = new StringBuilder("import requests\n\nresponse = requests.request(\n");
        line(captured, text);
        text.append("    headers={\n");
        fields.forEach(
                (name, value) -> text.append("        " + PythonText.string(name) + ": " + value(value) + ",\n"));
        text.append("    },\n");
        body(captured, "data", text);
        return text.append("    allow_redirects=False,\n)\nprint(response.status_code, response.text)\n")
                .toString();
    }

    /** With httpx. */
    static String httpx(Captured captured) {
        var text = new StringBuilder("import httpx\n\nresponse = httpx.request(\n");
        line(captured, text);
        text.append("    headers=[\n");
        captured.request().headers().stream()
                .filter(header -> !framing(header))
                .forEach(header ->
                        text.append("        (" + value(header.name()) + ", " + value(header.value()) + "),\n"));
        text.append("    ],\n");
        body(captured, "content", text);
        return text.append(")\nprint(response.status_code, response.text)\n").toString();
    }

    private static void line(Captured captured, StringBuilder text) {
        text.append("    " + PythonText.string(captured.request().method()) + ",\n");
        text.append("    " + PythonText.string(captured.url()) + ",\n");
    }

    private static void body(Captured captured, String name, StringBuilder text) {
        byte[] body = captured.requestBody().kept();
        if (body.length > 0) {
            text.append("    " + name + "=" + PythonText.bytes(body) + ",\n");
        }
    }

    /** Bytes, since a string would be encoded in one way or another. */
    private static String value(String latin1) {
        return PythonText.bytes(latin1.getBytes(ISO_8859_1));
    }

    private static boolean framing(Header header) {
        return header.name().equalsIgnoreCase("Content-Length") || header.name().equalsIgnoreCase("Transfer-Encoding");
    }
}
