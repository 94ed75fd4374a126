package vivarium.server;

import vivarium.journal.RequestHead;

/**
 * A request that is in the application.
 *
 * @param since when the application was entered, on the journal's clock
 */
public record ActiveRequest(Thread thread, long exchange, RequestHead head, long since) {}
