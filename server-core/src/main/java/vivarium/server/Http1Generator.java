package vivarium.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpGenerator;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Puts a response into bytes as Jetty does, except for two things that Jetty gives a handler no say in.
 *
 * <p>The reason phrase is the application's own. It travels as a marked field of the response and is taken out again here.
 *
 * <p>The line end that closes a chunk goes out with the chunk. Jetty sends it with the next one, and a client that waits for it
 * (urllib3, for one) would get everything that a slow application yields one step late.
 */
final class Http1Generator extends HttpGenerator {
    private static final String REASON = "vivarium.reason";
    private static final int LINE_END = 2;

    private boolean chunkOpen;

    /** Has the status line of this response end with {@code reason}. */
    static void reason(Response response, String reason) {
        response.getHeaders().put(new HttpField(REASON, reason));
    }

    /** Bytes of a body that may travel as a chunk: behind the buffer's limit is room for the chunk's end. */
    static ByteBuffer chunk(byte[] bytes) {
        byte[] closed = Arrays.copyOf(bytes, bytes.length + LINE_END);
        closed[bytes.length] = '\r';
        closed[bytes.length + 1] = '\n';
        return ByteBuffer.wrap(closed, 0, bytes.length);
    }

    @Override
    public Result generateResponse(
            MetaData.@Nullable Response info,
            boolean head,
            @Nullable ByteBuffer header,
            @Nullable ByteBuffer chunk,
            @Nullable ByteBuffer content,
            boolean last)
            throws IOException {
        boolean chunking = isChunking();
        Result result = super.generateResponse(withReason(info), head, header, chunk, content, last);
        if (result == Result.FLUSH && (chunking || isChunking())) {
            closeChunk(chunk, content);
        }
        return result;
    }

    /** @param chunk the end of the chunk before and the size of this one; the first chunk's size is in the header instead */
    private void closeChunk(@Nullable ByteBuffer chunk, @Nullable ByteBuffer content) {
        if (!chunkOpen && chunk != null && chunk.hasRemaining() && chunk.get(chunk.position()) == '\r') {
            chunk.position(chunk.position() + LINE_END);
        }
        if (content != null && content.hasRemaining()) {
            chunkOpen = content.capacity() - content.limit() != LINE_END;
            if (!chunkOpen) {
                content.limit(content.capacity());
            }
        }
    }

    private static MetaData.@Nullable Response withReason(MetaData.@Nullable Response info) {
        HttpField reason = info == null ? null : info.getHttpFields().getField(REASON);
        if (info == null || reason == null) {
            return info;
        }
        return new MetaData.Response(
                info.getStatus(),
                reason.getValue(),
                info.getHttpVersion(),
                HttpFields.build(info.getHttpFields()).remove(REASON).asImmutable(),
                info.getContentLength(),
                info.getTrailersSupplier());
    }

    /** Makes connections that speak so. */
    static final class Connections extends HttpConnectionFactory {
        Connections(HttpConfiguration configuration) {
            super(configuration);
        }

        @Override
        public Connection newConnection(Connector connector, EndPoint endPoint) {
            var connection = new HttpConnection(getHttpConfiguration(), connector, endPoint) {
                @Override
                protected HttpGenerator newHttpGenerator() {
                    return new Http1Generator();
                }
            };
            return configure(connection, connector, endPoint);
        }
    }
}
