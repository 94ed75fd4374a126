package vivarium.ui.exchange;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Something that happened in an exchange, in words.
 *
 * @param nanos since the request's head arrived
 * @param detail what there is to read about it; may be empty, has no line feeds
 */
record Moment(long nanos, Kind kind, String title, String detail) {
    /** What kind of thing it was; the later ones are drawn over the earlier ones. */
    enum Kind {
        ACCEPTED(Feather.LOG_IN),
        CHUNK(Feather.CHEVRONS_RIGHT),
        INPUT(Feather.DOWNLOAD),
        LOG(Feather.ALIGN_LEFT),
        WARNING(Feather.ALERT_TRIANGLE),
        ENTERED(Feather.PLAY),
        RESPONSE(Feather.CORNER_DOWN_RIGHT),
        FINDING(Feather.EYE),
        PAUSED(Feather.PAUSE),
        RESUMED(Feather.PLAY_CIRCLE),
        EXCEPTION(Feather.ZAP),
        END(Feather.CHECK);

        private final Feather icon;

        Kind(Feather icon) {
            this.icon = icon;
        }

        Ikon icon() {
            return icon;
        }

        /** The class that colours it, for example {@code kind-log}. */
        String style() {
            return "kind-" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
