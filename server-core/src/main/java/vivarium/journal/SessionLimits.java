package vivarium.journal;

import java.time.Duration;
import java.util.Locale;

/**
 * How much is kept of a project's old sessions. Those in which something is noted, those with a name and those in use are kept in any case.
 *
 * @param days since a session was last written; 0 for ever
 * @param megabytes of all sessions of the project together; 0 for as many as there are
 */
public record SessionLimits(int days, int megabytes) {
    /** A month, and 2 GB. */
    public static SessionLimits standard() {
        return new SessionLimits(30, 2_000);
    }

    /** For example {@code 30 days and 2,000 MB}. */
    public String words() {
        var age = days > 0 ? days + " days" : "";
        var size = megabytes > 0 ? String.format(Locale.ROOT, "%,d MB", megabytes) : "";
        return age + (age.isEmpty() || size.isEmpty() ? "" : " and ") + size;
    }

    boolean tooOld(Duration age) {
        return days > 0 && age.compareTo(Duration.ofDays(days)) > 0;
    }

    boolean tooMuch(long bytes) {
        return megabytes > 0 && bytes > megabytes * 1_000_000L;
    }
}
