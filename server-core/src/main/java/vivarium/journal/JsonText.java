package vivarium.journal;

/** Writes JSON of a few shapes, quickly. What UTF-8 or SQLite's text cannot hold, lone surrogates and NUL, is escaped. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    JsonText object() {
        return open('{');
    }

    JsonText endObject() {
        out.append('}');
        return this;
    }

    JsonText array() {
        return open('[');
    }

    JsonText endArray() {
        out.append(']');
        return this;
    }

    JsonText name(String name) {
        comma();
        quote(name);
        out.append(':');
        return this;
    }

    JsonText value(String value) {
        comma();
        quote(value);
        return this;
    }

    JsonText value(long value) {
        comma();
        out.append(value);
        return this;
    }

    JsonText field(String name, String value) {
        return name(name).value(value);
    }

    JsonText field(String name, long value) {
        return name(name).value(value);
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonText open(char bracket) {
        comma();
        out.append(bracket);
        return this;
    }

    private void comma() {
        if (!out.isEmpty()) {
            char last = out.charAt(out.length() - 1);
            // Values end with a quote, a bracket or a digit, so that these are structure.
            if (last != '{' && last != '[' && last != ':') {
                out.append(',');
            }
        }
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                escape(c);
            } else if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    out.append(c).append(text.charAt(++i));
                } else {
                    escape(c);
                }
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private void escape(char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 15));
        }
    }
}
