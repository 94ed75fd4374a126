package vivarium.journal;

/** How an exchange ended. */
public enum Outcome {
    /** The whole response was handed to the client. */
    COMPLETE,
    /** The client went away before it had the whole response. */
    CLIENT_GONE,
    /** The response was broken off after its head was sent: an exception, or fewer bytes than announced. */
    BROKEN_OFF
}
