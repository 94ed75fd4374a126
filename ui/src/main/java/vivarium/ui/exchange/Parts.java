package vivarium.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import vivarium.exchange.Amounts;
import vivarium.exchange.ContentKind;
import vivarium.exchange.Part;
import vivarium.ui.exchange.NameValueTable.Pair;

/** The parts of a multipart body as rows: what they are called, and what they hold. */
final class Parts {
    private static final int PREVIEW = 2_000;

    private Parts() {}

    static List<Pair> pairs(List<Part> parts) {
        return parts.stream().map(part -> new Pair(part.name(), value(part))).toList();
    }

    private static String value(Part part) {
        var content = part.content();
        var facts = new ArrayList<String>();
        if (!part.filename().isEmpty()) {
            facts.add("file " + part.filename());
            facts.add(
                    content.type().essence().isEmpty()
                            ? "no Content-Type"
                            : content.type().essence());
            facts.add(Amounts.exactly(part.body().length()));
        }
        if (!part.complete()) {
            facts.add("the rest was not kept");
        }
        if (content.kind() != ContentKind.BINARY && content.kind() != ContentKind.IMAGE) {
            var text = content.text();
            facts.add(text.length() <= PREVIEW ? text : text.substring(0, PREVIEW) + "…");
        }
        return String.join("  ·  ", facts);
    }
}
