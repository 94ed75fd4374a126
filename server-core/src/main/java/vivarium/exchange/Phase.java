package vivarium.exchange;

/** How far an exchange has come. Phases follow each other in this order; the ones in the middle may be left out. */
public enum Phase {
    /** The request's head is here, and no thread has taken it yet. */
    WAITING,
    /** The application was called and has not answered. */
    IN_APPLICATION,
    /** {@code start_response} was called. */
    RESPONDING,
    /** Nothing more will come, except log lines that are late. */
    OVER;

    /** This one, or the next where that is further on: late events never take an exchange back. */
    Phase advanceTo(Phase next) {
        return next.compareTo(this) > 0 ? next : this;
    }
}
