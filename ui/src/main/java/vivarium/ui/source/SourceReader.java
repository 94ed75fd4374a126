package vivarium.ui.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads files for the eye: any size, any encoding. Blocks on the disk; safe for any thread. */
final class SourceReader {
    /** PEP 263; in the first two lines only. */
    private static final Pattern CODING = Pattern.compile("\\A(?:.*\n)?[ \t\f]*#.*?coding[:=][ \t]*([-\\w.]+)");

    private final int most;

    /** @param most bytes that are read of a file */
    SourceReader(int most) {
        this.most = most;
    }

    /** The file; one that cannot be read is empty, and the note says why. */
    SourceText read(Path file) {
        try {
            var stamp = stamp(file);
            byte[] bytes;
            try (var in = Files.newInputStream(file)) {
                bytes = in.readNBytes(most);
            }
            return text(file, bytes, stamp);
        } catch (IOException unreadable) {
            String why =
                    Files.exists(file) ? "This file cannot be read: " + unreadable.getMessage() : "This file is gone.";
            return new SourceText(file, "", why, List.of(), SourceText.Stamp.NONE);
        }
    }

    static SourceText.Stamp stamp(Path file) {
        try {
            return new SourceText.Stamp(Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException gone) {
            return SourceText.Stamp.NONE;
        }
    }

    private SourceText text(Path file, byte[] bytes, SourceText.Stamp stamp) {
        if (isBinary(bytes)) {
            return new SourceText(
                    file,
                    "",
                    String.format(Locale.ROOT, "This is no text file (%,d bytes).", stamp.size()),
                    List.of(),
                    stamp);
        }
        boolean cut = stamp.size() > bytes.length;
        String note =
                cut ? String.format(Locale.ROOT, "Only the first %,d of %,d bytes are shown.", most, stamp.size()) : "";
        String text;
        Charset charset = declared(bytes).orElse(StandardCharsets.UTF_8);
        try {
            text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, cut ? lastLineEnd(bytes) : bytes.length))
                    .toString();
            note = charset.equals(StandardCharsets.UTF_8) ? note : (charset + ". " + note).strip();
        } catch (CharacterCodingException other) {
            text = new String(bytes, StandardCharsets.ISO_8859_1);
            note = ("Not " + charset + "; shown as if it were ISO-8859-1. " + note).strip();
        }
        text = text.replace("\uFEFF", "").replace("\r\n", "\n").replace('\r', '\n');
        return new SourceText(file, text, note, isPython(file) ? PythonTokenizer.of(text) : List.of(), stamp);
    }

    static boolean isPython(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".py") || name.endsWith(".wsgi") || name.endsWith(".pyi") || name.endsWith(".pyw");
    }

    private static boolean isBinary(byte[] bytes) {
        for (int i = 0; i < Math.min(bytes.length, 8192); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Charset> declared(byte[] bytes) {
        var head = new String(bytes, 0, Math.min(bytes.length, 500), StandardCharsets.ISO_8859_1);
        var coding = CODING.matcher(head);
        try {
            return coding.find() ? Optional.of(charset(coding.group(1))) : Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Python knows names that Java does not. */
    private static Charset charset(String python) {
        return python.toLowerCase(Locale.ROOT).matches("(iso-)?latin-1")
                ? StandardCharsets.ISO_8859_1
                : Charset.forName(python);
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? bytes.length : end;
    }
}
