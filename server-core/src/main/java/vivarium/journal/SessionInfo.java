package vivarium.journal;

import java.time.Instant;

/**
 * What a session file says about itself.
 *
 * @param vivarium the version of Vivarium that wrote it
 * @param project the project's folder
 * @param engine {@code embedded} or {@code daemon}
 * @param started the wall clock's time of {@link Event#at()} 0
 */
public record SessionInfo(String vivarium, String project, String engine, Instant started) {}
