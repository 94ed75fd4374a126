package vivarium.filter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers with units, and times, as they are written in filters. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)([a-zµ]*)");

    private static final Map<String, Long> BYTES = Map.ofEntries(
            Map.entry("", 1L),
            Map.entry("b", 1L),
            Map.entry("k", 1_000L),
            Map.entry("kb", 1_000L),
            Map.entry("kib", 1L << 10),
            Map.entry("m", 1_000_000L),
            Map.entry("mb", 1_000_000L),
            Map.entry("mib", 1L << 20),
            Map.entry("g", 1_000_000_000L),
            Map.entry("gb", 1_000_000_000L),
            Map.entry("gib", 1L << 30));

    private static final Map<String, Long> NANOS = Map.of(
            "", 1_000_000L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L,
            "d", 86_400_000_000_000L);

    /** A stretch of numbers, both ends included. */
    record Stretch(long least, long most) {}

    private final InstantSource now;
    private final ZoneId zone;

    Amounts(InstantSource now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    static Optional<Stretch> bytes(String text) {
        return amount(text, BYTES);
    }

    /** In nanoseconds; without a unit, milliseconds are meant. */
    static Optional<Stretch> nanos(String text) {
        return amount(text, NANOS);
    }

    static Optional<Stretch> number(String text) {
        return amount(text, Map.of("", 1L));
    }

    /** Three digits, or a class such as {@code 4xx}. */
    static Optional<Stretch> status(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        if (word.matches("[1-9]xx")) {
            long first = (word.charAt(0) - '0') * 100L;
            return Optional.of(new Stretch(first, first + 99));
        }
        return word.matches("\\d{3}") ? number(word) : Optional.empty();
    }

    /** A moment in milliseconds since 1970, or the minute, second or day that is meant. */
    Optional<Stretch> time(String text) {
        try {
            var word = text.toUpperCase(Locale.ROOT);
            if (word.startsWith("-")) {
                return nanos(word.substring(1).toLowerCase(Locale.ROOT)).map(ago -> {
                    long then = now.millis() - ago.least() / 1_000_000;
                    return new Stretch(then, then);
                });
            }
            if (word.endsWith("Z")) {
                long millis = Instant.parse(word).toEpochMilli();
                return Optional.of(new Stretch(millis, millis));
            }
            if (word.indexOf(':') < 0) {
                var day = word.equals("TODAY") ? LocalDate.ofInstant(now.instant(), zone) : LocalDate.parse(word);
                return Optional.of(new Stretch(
                        millis(day.atStartOfDay()), millis(day.plusDays(1).atStartOfDay()) - 1));
            }
            var moment = word.indexOf('-') < 0
                    ? LocalTime.parse(word).atDate(LocalDate.ofInstant(now.instant(), zone))
                    : LocalDateTime.parse(word);
            long first = millis(moment);
            boolean minute = word.chars().filter(c -> c == ':').count() == 1;
            return Optional.of(new Stretch(first, first + (minute ? 59_999 : word.indexOf('.') < 0 ? 999 : 0)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private long millis(LocalDateTime moment) {
        return moment.atZone(zone).toInstant().toEpochMilli();
    }

    private static Optional<Stretch> amount(String text, Map<String, Long> units) {
        var matcher = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
            return Optional.empty();
        }
        var number = new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(units.getOrDefault(matcher.group(2), 1L)))
                .setScale(0, RoundingMode.HALF_UP);
        if (number.toBigInteger().bitLength() > 62) {
            return Optional.empty();
        }
        return Optional.of(new Stretch(number.longValue(), number.longValue()));
    }
}
