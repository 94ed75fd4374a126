package vivarium.replay;

import java.time.Duration;
import vivarium.exchange.Captured;

/**
 * What came back.
 *
 * @param sent the request as it was sent, with the number of the exchange that it repeats
 * @param response as it was on the wire, chunked coding taken off
 * @param complete false where the connection ended before the response did
 * @param took from the first byte sent to the last one received
 */
public record Answer(Captured sent, Captured.Response response, boolean complete, Duration took) {
    /** Whether the request failed then, and does not any more. */
    public boolean mends(Captured origin) {
        return origin.failed() && complete && !response.failed();
    }
}
