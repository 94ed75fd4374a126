package vivarium.console;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Turns the bytes of standard output into text. A UTF-8 sequence that is cut between two writes is kept until its rest comes; bytes
 * that are no UTF-8 become U+FFFD.
 */
final class ConsoleOutput extends OutputStream {
    /** Longer than any unfinished sequence. */
    private static final int REST = 8;

    private final ConsoleText text;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private ByteBuffer rest = ByteBuffer.allocate(0);

    ConsoleOutput(ConsoleText text) {
        this.text = text;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        String decoded = decode(bytes, offset, length);
        if (!decoded.isEmpty()) {
            text.add(Piece.Origin.OUTPUT, decoded);
        }
    }

    private synchronized String decode(byte[] bytes, int offset, int length) {
        var in = ByteBuffer.allocate(rest.remaining() + length)
                .put(rest)
                .put(bytes, offset, length)
                .flip();
        var out = CharBuffer.allocate(in.remaining() + REST);
        decoder.decode(in, out, false);
        rest = ByteBuffer.allocate(in.remaining()).put(in).flip();
        return out.flip().toString();
    }
}
