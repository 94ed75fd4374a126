package vivarium.debug;

import vivarium.journal.PythonFailure;

/**
 * An exception that left the application, with its frames kept as they were.
 *
 * @param exchange the request that it ended
 * @param at the journal's clock
 */
public record PostMortem(long exchange, long at, PythonFailure failure) {}
