package vivarium.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vivarium.filter.Filter;
import vivarium.filter.Filter.Fact;
import vivarium.filter.Filter.Flag;
import vivarium.filter.Filter.Quantity;
import vivarium.filter.Filter.Side;
import vivarium.filter.TextMatch;

/**
 * A filter as a condition on {@code s.exchange AS x}, left-joined with {@code seen}, of a session with its {@link SearchIndex}.
 * Never NULL, so that it can be negated.
 */
final class FilterSql {
    private static final int TRIGRAM = 3;

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();
    private final List<TextMatch> functions = new ArrayList<>();
    private final long startedNanos;

    /** @param startedNanos nanoseconds since 1970 of the session's time 0 */
    FilterSql(Filter filter, long startedNanos) {
        this.startedNanos = startedNanos;
        condition(filter);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> parameters() {
        return parameters;
    }

    /** What the SQL function {@code matches(n, text)} stands for. */
    List<TextMatch> functions() {
        return functions;
    }

    /** How much of the index the filter needs. */
    static SearchIndex.Depth depth(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> deepest(terms);
            case Filter.Or(var terms) -> deepest(terms);
            case Filter.Not(var term) -> depth(term);
            case Filter.HeaderField _ -> SearchIndex.Depth.HEADERS;
            case Filter.Body _, Filter.Log _ -> SearchIndex.Depth.TEXTS;
            case Filter.Is(var flag) -> flag == Flag.HAS_FINDING ? SearchIndex.Depth.TEXTS : SearchIndex.Depth.NONE;
            case Filter.Text _, Filter.Range _ -> SearchIndex.Depth.NONE;
        };
    }

    private static SearchIndex.Depth deepest(List<Filter> terms) {
        return terms.stream()
                .map(FilterSql::depth)
                .reduce(SearchIndex.Depth.NONE, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    private void condition(Filter filter) {
        switch (filter) {
            case Filter.And(var terms) -> join(terms, " AND ", "1");
            case Filter.Or(var terms) -> join(terms, " OR ", "0");
            case Filter.Not(var term) -> {
                sql.append("NOT ");
                condition(term);
            }
            case Filter.Text(var fact, var match) -> text(fact, match);
            case Filter.HeaderField(var side, var name, var match) -> header(side, name.orElse(""), match);
            case Filter.Body(var side, var match) -> words(parts(side), match);
            case Filter.Log(var match) -> words(SearchIndex.LOG, match);
            case Filter.Range range -> range(range);
            case Filter.Is(var flag) -> flag(flag);
        }
    }

    private void join(List<Filter> terms, String operator, String none) {
        sql.append('(');
        for (int i = 0; i < terms.size(); i++) {
            sql.append(i == 0 ? "" : operator);
            condition(terms.get(i));
        }
        sql.append(terms.isEmpty() ? none : "").append(')');
    }

    private void text(Fact fact, TextMatch match) {
        switch (fact) {
            case METHOD -> match("x.method", match);
            case PATH -> match("x.path", match);
            case QUERY -> match("x.query", match);
            case TARGET -> match("(x.path || CASE x.query WHEN '' THEN '' ELSE '?' || x.query END)", match);
            case THREAD -> match("coalesce(x.thread, '')", match);
            case EXCEPTION -> {
                sql.append("(x.error IS NOT NULL AND x.error NOT IN (")
                        .append(Labels.OUTCOMES)
                        .append(") AND ");
                boolean whole = match instanceof TextMatch.Exactly || match instanceof TextMatch.Glob;
                match(whole ? "substr(x.error, 1, instr(x.error || ': ', ': ') - 1)" : "x.error", match);
                sql.append(')');
            }
            case COMMENT -> {
                sql.append("x.id IN (SELECT exchange FROM note WHERE comment <> '' AND ");
                match("comment", match);
                sql.append(')');
            }
        }
    }

    private void match(String column, TextMatch match) {
        switch (match) {
            case TextMatch.Contains(var part) -> like(column, '%' + escaped(part) + '%');
            case TextMatch.Exactly(var whole) -> like(column, escaped(whole));
            case TextMatch.Glob(var glob) ->
                like(column, escaped(glob).replace('*', '%').replace('?', '_'));
            case TextMatch.Regex _ -> {
                sql.append("matches(")
                        .append(functions.size())
                        .append(", ")
                        .append(column)
                        .append(')');
                functions.add(match);
            }
        }
    }

    private void like(String column, String pattern) {
        sql.append(column).append(" LIKE ? ESCAPE '\\'");
        parameters.add(pattern);
    }

    private static String escaped(String text) {
        return SearchIndex.storable(text)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_");
    }

    private void header(Side side, String name, TextMatch match) {
        sql.append('(');
        if (side != Side.RESPONSE) {
            shape("seen.request_shape", name, match);
        }
        sql.append(side == Side.EITHER ? " OR " : "");
        if (side != Side.REQUEST) {
            shape("seen.response_shape", name, match);
        }
        sql.append(')');
    }

    private void shape(String column, String name, TextMatch match) {
        sql.append("coalesce(")
                .append(column)
                .append(" IN (SELECT shape FROM shape_field WHERE field IN (SELECT id FROM field WHERE ");
        if (name.isEmpty()) {
            match("(name || ': ' || value)", match);
        } else {
            sql.append("name = ? AND ");
            parameters.add(name.toLowerCase(Locale.ROOT));
            match("value", match);
        }
        sql.append(")), 0)");
    }

    private static String parts(Side side) {
        return switch (side) {
            case REQUEST -> SearchIndex.REQUEST_BODY;
            case RESPONSE -> SearchIndex.RESPONSE_BODY;
            case EITHER -> SearchIndex.REQUEST_BODY + ", " + SearchIndex.RESPONSE_BODY;
        };
    }

    private void words(String parts, TextMatch match) {
        sql.append("x.id IN (SELECT exchange FROM hit WHERE part IN (")
                .append(parts)
                .append(") AND doc IN (SELECT rowid FROM words WHERE ");
        var required = match.required();
        boolean indexed = required.codePointCount(0, required.length()) >= TRIGRAM;
        if (indexed) {
            sql.append("words MATCH ?");
            parameters.add('"' + SearchIndex.storable(required).replace("\"", "\"\"") + '"');
        }
        if (!indexed || !(match instanceof TextMatch.Contains)) {
            sql.append(indexed ? " AND " : "");
            match("content", match);
        }
        sql.append("))");
    }

    private void range(Filter.Range range) {
        var column = switch (range.quantity()) {
            case ID -> "x.id";
            case STATUS -> "x.status";
            case REQUEST_SIZE -> "x.request_bytes";
            case RESPONSE_SIZE -> "x.response_bytes";
            case DURATION -> "(x.ended - x.started)";
            case TIME -> "x.started";
            case ORIGIN -> "x.origin";
        };
        boolean time = range.quantity() == Quantity.TIME;
        sql.append("coalesce(").append(column).append(" BETWEEN ? AND ?, 0)");
        parameters.add(time ? sinceStart(range.least(), 0) : range.least());
        parameters.add(time ? sinceStart(range.most(), 999_999) : range.most());
    }

    private long sinceStart(long millis, long more) {
        long most = Long.MAX_VALUE / 1_000_000 - 1;
        return Math.clamp(millis, -most, most) * 1_000_000 + more - startedNanos;
    }

    private void flag(Flag flag) {
        sql.append(
                switch (flag) {
                    case MARKED -> "x.id IN (SELECT exchange FROM note WHERE marked)";
                    case PINNED -> "x.id IN (SELECT exchange FROM note WHERE pinned)";
                    case HAS_COMMENT -> "x.id IN (SELECT exchange FROM note WHERE comment <> '')";
                    case REPLAYED -> "(x.origin IS NOT NULL)";
                    case HAS_EXCEPTION -> "(x.error IS NOT NULL AND x.error NOT IN (" + Labels.OUTCOMES + "))";
                    case HAS_RESPONSE -> "(x.status IS NOT NULL)";
                    case HAS_FINDING -> "x.id IN (SELECT exchange FROM hit WHERE part = " + SearchIndex.FINDING + ")";
                });
    }
}
