package vivarium.transfer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import vivarium.exchange.Captured;
import vivarium.exchange.Content;
import vivarium.journal.Bytes;
import vivarium.journal.Environ;
import vivarium.journal.Header;
import vivarium.journal.PythonRepr;
import vivarium.journal.RequestHead;

/** Takes secrets out of an exchange before it leaves the machine. For one exchange. */
final class Masking {
    private final List<String> masked = new ArrayList<>();

    private Masking() {}

    /** The exchange without its secrets; {@code notes} gets a sentence where there were any. */
    static Captured mask(Captured captured, List<String> notes) {
        var masking = new Masking();
        var clean = masking.clean(captured);
        if (!masking.masked.isEmpty()) {
            notes.add("Masked in exchange " + captured.id() + ": " + String.join(", ", masking.masked) + ".");
        }
        return clean;
    }

    private Captured clean(Captured captured) {
        var head = captured.request();
        var request = message("request", head.headers(), captured.requestContent(), captured.requestBody());
        var target = target(head.target());
        var environ = captured.environ().map(this::environ);
        var response = captured.response().map(it -> {
            var message = message("response", it.headers(), Content.of(it.body(), it.headers()), it.body());
            return new Captured.Response(it.status(), message.headers(), message.body());
        });
        return new Captured(
                captured.id(),
                captured.startedAt(),
                new RequestHead(head.method(), target, head.protocol(), request.headers(), head.remote()),
                request.body(),
                environ,
                response,
                captured.log(),
                captured.failure(),
                captured.duration(),
                captured.untilResponse(),
                captured.origin(),
                captured.note());
    }

    private record Message(List<Header> headers, Bytes body) {}

    private Message message(String side, List<Header> headers, Content content, Bytes body) {
        var clean = new ArrayList<Header>();
        for (var header : headers) {
            boolean secret = Secrets.header(header.name()) && !header.value().isEmpty();
            if (secret) {
                masked.add(side + " header " + header.name());
            }
            clean.add(secret ? new Header(header.name(), maskedValue(header)) : header);
        }
        var text = bodyText(side, content);
        if (text.isEmpty()) {
            return new Message(clean, body);
        }
        var bytes = text.get().getBytes(Charset.forName(content.charset()));
        clean.removeIf(header -> header.name().equalsIgnoreCase("Content-Encoding"));
        clean.replaceAll(header -> header.name().equalsIgnoreCase("Content-Length")
                ? new Header(header.name(), Integer.toString(bytes.length))
                : header);
        return new Message(clean, new Bytes(bytes, bytes.length + body.length() - body.kept().length));
    }

    /** A cookie keeps its name, so that one sees which it was. */
    private static String maskedValue(Header header) {
        if (header.name().equalsIgnoreCase("Cookie")) {
            return header.value().replaceAll("=[^;]*", "=" + Secrets.MASK);
        }
        return header.name().equalsIgnoreCase("Set-Cookie")
                ? header.value().replaceFirst("=[^;]*", "=" + Secrets.MASK)
                : Secrets.MASK;
    }

    private String target(String target) {
        int question = target.indexOf('?');
        return question < 0
                ? target
                : target.substring(0, question + 1) + form("query parameter ", target.substring(question + 1));
    }

    private String form(String label, String text) {
        var found = new ArrayList<String>();
        var clean = Secrets.form(text, found);
        found.forEach(name -> masked.add(label + name));
        return clean;
    }

    /** Empty where nothing is to be masked. */
    private Optional<String> bodyText(String side, Content content) {
        int before = masked.size();
        var clean = switch (content.kind()) {
            case FORM -> form(side + " field ", content.text());
            case JSON -> json(side + " field ", content.text());
            case MULTIPART -> multipart(side, content);
            case EMPTY, HTML, IMAGE, TEXT, BINARY -> "";
        };
        return masked.size() == before ? Optional.empty() : Optional.of(clean);
    }

    private String json(String label, String text) {
        try {
            var tree = JsonMapper.shared().readTree(text);
            json(label, tree);
            return tree.toString();
        } catch (JacksonException none) {
            return text;
        }
    }

    private void json(String label, JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (var entry : List.copyOf(object.properties())) {
                if (Secrets.field(entry.getKey())
                        && entry.getValue().isValueNode()
                        && !entry.getValue().isNull()) {
                    object.put(entry.getKey(), Secrets.MASK);
                    masked.add(label + entry.getKey());
                }
            }
        }
        node.forEach(child -> json(label, child));
    }

    private String multipart(String side, Content content) {
        // As ISO-8859-1, in which every byte is a character.
        var text = new String(content.bytes(), ISO_8859_1);
        for (var part : content.parts()) {
            var secret = new String(part.body().kept(), ISO_8859_1);
            if (Secrets.field(part.name()) && !secret.isEmpty()) {
                masked.add(side + " field " + part.name());
                text = text.replace("\r\n\r\n" + secret + "\r\n", "\r\n\r\n" + Secrets.MASK + "\r\n");
            }
        }
        return new String(text.getBytes(ISO_8859_1), Charset.forName(content.charset()));
    }

    private Environ environ(Environ environ) {
        var strings = new ArrayList<>(environ.strings());
        for (int i = 0; i < strings.size(); i += 2) {
            var key = strings.get(i);
            var value = strings.get(i + 1);
            if (key.startsWith("HTTP_") && Secrets.header(key.substring(5).replace('_', '-'))) {
                strings.set(i + 1, maskedValue(new Header(key.substring(5), value)));
            } else if (key.equals("QUERY_STRING")) {
                strings.set(i + 1, Secrets.form(value, new ArrayList<>()));
            } else if (key.equals("REQUEST_URI") && value.indexOf('?') >= 0) {
                int question = value.indexOf('?') + 1;
                strings.set(
                        i + 1,
                        value.substring(0, question) + Secrets.form(value.substring(question), new ArrayList<>()));
            } else if (Secrets.field(key) && !key.startsWith("wsgi.")) {
                strings.set(i + 1, Secrets.MASK);
                masked.add("environ " + key);
            }
        }
        Map<String, String> objects = new LinkedHashMap<>();
        environ.objects()
                .forEach((key, repr) -> objects.put(key, Secrets.field(key) ? PythonRepr.of(Secrets.MASK) : repr));
        return new Environ(strings, environ.numbers(), objects);
    }
}
