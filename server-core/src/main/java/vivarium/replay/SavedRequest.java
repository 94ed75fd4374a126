package vivarium.replay;

import vivarium.exchange.Captured;

/**
 * A request that was kept under a name, to be sent again.
 *
 * @param name what its user calls it; no two of a project have the same
 * @param request nothing but the request is kept of it
 */
public record SavedRequest(String name, Captured request) {}
